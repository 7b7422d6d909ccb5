from django.urls import path

from council.views import bookings, calls, candidacies, contacts, councils, members

app_name = "council"
urlpatterns = [
    path("councils/", councils.council_list, name="councils"),
    path("councils/<str:code>/", councils.council, name="council"),
    path("councils/<str:code>/recommend/", councils.recommend, name="recommend"),
    path("councils/<str:code>/candidates/<uuid:uid>/", candidacies.candidacy, name="candidacy"),
    path(
        "councils/<str:code>/candidates/<uuid:uid>/<slug:act>/",
        candidacies.act,
        name="candidacy_act",
    ),
    path("councils/<str:code>/members/<uuid:uid>/<slug:act>/", members.act, name="member_act"),
    # Without a sitting: terms, venues, contacts, calls.
    path("councils/<str:code>/members/<uuid:uid>/", members.term, name="term"),
    path("councils/<str:code>/coverage/", contacts.coverage, name="coverage"),
    path("councils/<str:code>/open-call/", calls.open_call, name="open_call"),
    path("venues/<str:code>/calendar/", bookings.calendar, name="venue_calendar"),
    path("venues/<str:code>/book/", bookings.book, name="book"),
    path("venues/<str:code>/bookings/<uuid:uid>/<slug:act>/", bookings.act, name="booking_act"),
    path("contacts/", contacts.contacts, name="contacts"),
    path("contacts/plan/", contacts.plan, name="plan_contacts"),
    path("contacts/write/", contacts.write, name="write_contact"),
    path("contacts/planned/<uuid:uid>/drop/", contacts.drop, name="drop_plan"),
    path("contacts/<uuid:uid>/<slug:act>/", contacts.act, name="contact_act"),
    path("calls/", calls.call_list, name="calls"),
    path("calls/<uuid:uid>/", calls.call, name="call"),
    path("calls/<uuid:uid>/close/", calls.close, name="close_call"),
    path("calls/<uuid:uid>/choose/<str:reference>/", calls.choose, name="choose_idea"),
]
