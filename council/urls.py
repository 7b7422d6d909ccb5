from django.urls import path

from council.views import bookings, candidacies, contacts, councils, members

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
    path("councils/<str:code>/coverage/", contacts.coverage, name="coverage"),
    path("venues/<str:code>/calendar/", bookings.calendar, name="venue_calendar"),
    path("venues/<str:code>/book/", bookings.book, name="book"),
    path("venues/<str:code>/bookings/<uuid:uid>/<slug:act>/", bookings.act, name="booking_act"),
    path("contacts/", contacts.contacts, name="contacts"),
    path("contacts/plan/", contacts.plan, name="plan_contacts"),
    path("contacts/write/", contacts.write, name="write_contact"),
    path("contacts/planned/<uuid:uid>/drop/", contacts.drop, name="drop_plan"),
    path("contacts/<uuid:uid>/<slug:act>/", contacts.act, name="contact_act"),
]
