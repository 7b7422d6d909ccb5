from django.urls import path

from desks.rules import DESK_KINDS
from desks.views import after_sign_in, desk, home, me, me_data, preferences, receive_many

app_name = "desks"
urlpatterns = [
    path("", home.home, name="home"),
    path("grid/", home.choose_grid, name="choose_grid"),
    path("after-sign-in/", after_sign_in.after_sign_in, name="after_sign_in"),
    path("me/", me.me, name="me"),
    path("me/about/", me.about, name="about"),
    path("me/about/skip/", me.skip, name="skip"),
    path("me/data/", me_data.data, name="my_data"),
    path("me/data/download/", me_data.download, name="download"),
    path("me/data/erase/", me_data.erase, name="erase"),
    path("goodbye/", me_data.goodbye, name="goodbye"),
    path("preferences/", preferences.preferences, name="preferences"),
    path("desk/", desk.choose, name="choose"),
    *(
        path(f"desk/{kind}/<str:code>/", desk.desk, {"kind": kind}, name=kind)
        for kind in DESK_KINDS
    ),
    path("desk/department/<str:code>/receive/", receive_many.receive_many, name="receive_many"),
]
