from django.urls import path

from desks.views import after_sign_in, home, me, preferences

app_name = "desks"
urlpatterns = [
    path("", home.home, name="home"),
    path("grid/", home.choose_grid, name="choose_grid"),
    path("after-sign-in/", after_sign_in.after_sign_in, name="after_sign_in"),
    path("me/", me.me, name="me"),
    path("preferences/", preferences.preferences, name="preferences"),
]
