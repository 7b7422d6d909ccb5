from django.urls import URLPattern, URLResolver, path

from issues.forms.acts import RESIDENT_FORMS
from issues.views import (
    acts,
    issue,
    listing,
    photos,
    raise_matter,
    receipt,
    similar,
    slip,
    told,
)

app_name = "issues"
urlpatterns: list[URLPattern | URLResolver] = [
    path("raise/", raise_matter.raise_matter, name="raise"),
    path("raise/sent/", raise_matter.raise_sent, name="raise_sent"),
    path("raise/similar/", similar.similar, name="similar"),
    path("issues/", listing.listing, name="list"),
    path("issues/photos/<uuid:token>/<slug:size>/", photos.photo, name="photo"),
    path("issues/<str:reference>/receipt/", receipt.receipt, name="receipt"),
    path("issues/<str:reference>/", issue.issue, name="issue"),
    *(
        path(
            f"issues/<str:reference>/{act.value}/", acts.resident_act, {"act": act}, name=act.value
        )
        for act in RESIDENT_FORMS
    ),
    path("issues/<str:reference>/act/<slug:act>/", acts.act, name="act"),
    path("issues/<str:reference>/told/", told.told, name="told"),
    path("issues/<str:reference>/slip/", slip.slip, name="slip"),
]
