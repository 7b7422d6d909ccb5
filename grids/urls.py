from django.urls import path

from grids.views import poster, venues

app_name = "grids"
urlpatterns = [
    path("venues/", venues.venue_list, name="venues"),
    path("venues/<str:code>/", venues.venue_page, name="venue"),
    path("venues/<str:code>/poster/", poster.poster, name="poster"),
    path("v/<str:code>/", venues.poster_link, name="poster_link"),
]
