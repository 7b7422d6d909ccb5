from django.urls import path

from council.acts.meetings import MEETING_ACTS
from council.enums.planning import MeetingAct
from council.views import (
    bookings,
    calls,
    candidacies,
    commands,
    contacts,
    councils,
    feeds,
    members,
    minutes,
    papers,
    pledges,
    screens,
    secret,
    secret_paper,
    signing,
    sitting_acts,
    sittings,
)

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
    path("pledges/", pledges.owed, name="pledges"),
    path("pledges/<uuid:uid>/", pledges.pledge, name="pledge"),
    path("pledges/<uuid:uid>/<slug:act>/", pledges.act, name="pledge_act"),
    path("sit/", screens.join, name="join"),
    path("sit/<str:code>/", screens.join, name="join_code"),
    path("sittings/<uuid:uid>/table/", screens.table, name="table"),
    path("sittings/<uuid:uid>/phone/", screens.phone, name="phone"),
    path("sittings/<uuid:uid>/wall/", screens.wall, name="wall"),
    path("sittings/<uuid:uid>/do/", commands.do, name="do"),
    path("sittings/", sittings.calendar, name="sittings"),
    path("sittings/new/", sitting_acts.of_council, {"act": MeetingAct.CONVENE}, name="convene"),
    path(
        "sittings/talk/",
        sitting_acts.of_council,
        {"act": MeetingAct.RECORD_TALK},
        name="record_talk",
    ),
    path("sittings/<uuid:uid>/", sittings.sitting, name="sitting"),
    *(
        path(
            f"sittings/<uuid:uid>/{act.value}/",
            sitting_acts.of_sitting,
            {"act": act},
            name=f"sitting_{act.name.lower()}",
        )
        for act, row in MEETING_ACTS.items()
        if not row.of_an_item
    ),
    *(
        path(
            f"sittings/<uuid:uid>/{act.value}/<uuid:about>/",
            sitting_acts.of_sitting,
            {"act": act},
            name=f"sitting_{act.name.lower()}",
        )
        for act, row in MEETING_ACTS.items()
        if row.of_an_item
    ),
    path("sittings/<uuid:uid>/secret/", secret.in_plain_words, name="secret_words"),
    path("sittings/<uuid:uid>/secret/<uuid:vote>/", secret.ballot, name="secret_ballot"),
    path("sittings/<uuid:uid>/secret/<uuid:vote>/paper/", secret_paper.paper, name="secret_paper"),
    path("sittings/<uuid:uid>/secret/<uuid:vote>/device/", secret.device, name="secret_device"),
    path("sittings/<uuid:uid>/secret/<uuid:vote>/key/", secret.key, name="secret_key"),
    path("sittings/<uuid:uid>/secret/<uuid:vote>/batch/", secret.batch, name="secret_batch"),
    path("sittings/<uuid:uid>/secret/<uuid:vote>/opening/", secret.opening, name="secret_open"),
    # Without a sitting: terms, venues, contacts, calls.
    path("councils/<str:code>/members/<uuid:uid>/", members.term, name="term"),
    path("councils/<str:code>/coverage/", contacts.coverage, name="coverage"),
    path("councils/<str:code>/open-call/", calls.open_call, name="open_call"),
    path("venues/<str:code>/calendar/", bookings.calendar, name="venue_calendar"),
    path("venues/<str:code>/book/", bookings.book, name="book"),
    path("venues/<str:code>/talk/", bookings.talk_here, name="talk_here"),
    path("venues/<str:code>/bookings/<uuid:uid>/<slug:act>/", bookings.act, name="booking_act"),
    path("contacts/", contacts.contacts, name="contacts"),
    path("contacts/plan/", contacts.plan, name="plan_contacts"),
    path("contacts/write/", contacts.write, name="write_contact"),
    path("contacts/planned/<uuid:uid>/drop/", contacts.drop, name="drop_plan"),
    path("contacts/<uuid:uid>/<slug:act>/", contacts.act, name="contact_act"),
    path("calls/", calls.call_list, name="calls"),
    path("calls/<uuid:uid>/", calls.call, name="call"),
    path("calls/<uuid:uid>/close/", calls.close, name="close_call"),
    path("calls/<uuid:uid>/choose/<number:reference>/", calls.choose, name="choose_idea"),
    path("sittings/<uuid:uid>/minutes/", minutes.minutes, name="minutes"),
    path("sittings/<uuid:uid>/minutes.pdf", minutes.pdf, name="minutes_pdf"),
    path("sittings/<uuid:uid>/minutes.json", minutes.text, name="minutes_text"),
    path("sittings/<uuid:uid>/minutes-sections.json", minutes.openings, name="minutes_openings"),
    path("sittings/<uuid:uid>/minutes/sign/", signing.begin, name="sign_minutes"),
    path("sittings/<uuid:uid>/minutes/sign/code/", signing.code, name="sign_minutes_code"),
    path("sittings/<uuid:uid>/minutes/<slug:act>/", minutes.act, name="minutes_act"),
    path("sittings/<uuid:uid>/sheets/<uuid:token>/<slug:size>/", minutes.sheet, name="sheet"),
    path("sittings/<uuid:uid>/print/<slug:sheet>/", papers.paper, name="paper"),
    path("sittings.ics", feeds.feed, name="feed"),
    path("sittings/mine/<slug:token>.ics", feeds.mine, name="my_feed"),
    path("sittings/calendar/", feeds.address, name="feed_address"),
]
