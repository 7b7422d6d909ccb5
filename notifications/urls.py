from django.urls import path

from notifications.views import notices

app_name = "notifications"
urlpatterns = [
    path("", notices.notices, name="notices"),
    path("read/", notices.read_all, name="read_all"),
    path("<int:number>/read/", notices.read, name="read"),
]
