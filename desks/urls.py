from django.urls import path

from desks.rules import DESK_KINDS
from desks.views import (
    about,
    after_sign_in,
    desk,
    home,
    many,
    me,
    me_data,
    preferences,
    working_days,
)

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
    path("how/", about.how, name="how"),
    path("privacy/", about.privacy, name="privacy"),
    path("contact/", about.contact, name="contact"),
    path("robots.txt", about.robots, name="robots"),
    path("favicon.ico", about.favicon, name="favicon"),
    path("desk/working-days/", working_days.working_days, name="working_days"),
    path("desk/", desk.choose, name="choose"),
    *(
        path(f"desk/{kind}/<str:code>/", desk.desk, {"kind": kind}, name=kind)
        for kind in DESK_KINDS
    ),
    *(
        path(f"desk/{kind}/<str:code>/many/", many.many, {"kind": kind}, name=f"{kind}_many")
        for kind in DESK_KINDS
    ),
]
