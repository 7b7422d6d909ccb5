from django.urls import path

from council.views import candidacies, councils, members, sittings

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
    path("sittings/<uuid:uid>/", sittings.sitting, name="sitting"),
]
