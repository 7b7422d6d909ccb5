from django.urls import URLPattern, URLResolver, path

from issues.views import photos, raise_matter, receipt, similar

app_name = "issues"
urlpatterns: list[URLPattern | URLResolver] = [
    path("raise/", raise_matter.raise_matter, name="raise"),
    path("raise/sent/", raise_matter.raise_sent, name="raise_sent"),
    path("raise/similar/", similar.similar, name="similar"),
    path("issues/photos/<uuid:token>/<slug:size>/", photos.photo, name="photo"),
    path("issues/<str:reference>/receipt/", receipt.receipt, name="receipt"),
]
