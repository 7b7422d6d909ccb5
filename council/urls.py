from django.urls import path

from council.acts.meetings import MEETING_ACTS
from council.enums.planning import MeetingAct
from council.views import (
    candidacies,
    commands,
    councils,
    members,
    pledges,
    screens,
    secret,
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
    path("sittings/<uuid:uid>/secret/<uuid:vote>/device/", secret.device, name="secret_device"),
    path("sittings/<uuid:uid>/secret/<uuid:vote>/key/", secret.key, name="secret_key"),
    path("sittings/<uuid:uid>/secret/<uuid:vote>/batch/", secret.batch, name="secret_batch"),
    path("sittings/<uuid:uid>/secret/<uuid:vote>/opening/", secret.opening, name="secret_open"),
]
