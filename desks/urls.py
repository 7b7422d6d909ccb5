from django.urls import path

from desks.views import home

app_name = "desks"
urlpatterns = [
    path("", home.home, name="home"),
]
