from django.urls import path

from notifications.views import news, notices

app_name = "notifications"
urlpatterns = [
    path("", notices.notices, name="notices"),
    path("news/", news.news, name="news"),
    path("read/", notices.read_all, name="read_all"),
    path("<int:number>/read/", notices.read, name="read"),
]
