from django.urls import path

from desks.views import home, preferences

app_name = "desks"
urlpatterns = [
    path("", home.home, name="home"),
    path("grid/", home.choose_grid, name="choose_grid"),
    path("preferences/", preferences.preferences, name="preferences"),
]
