from django.urls import URLPattern, URLResolver, path, register_converter

from issues.converters import ReferenceConverter
from issues.forms.acts import RESIDENT_FORMS
from issues.views import (
    acts,
    around,
    issue,
    listing,
    photos,
    raise_matter,
    receipt,
    sent,
    similar,
    slip,
    told,
    waiting,
)

register_converter(ReferenceConverter, "number")

app_name = "issues"
urlpatterns: list[URLPattern | URLResolver] = [
    path("raise/", raise_matter.raise_matter, name="raise"),
    path("raise/sent/", sent.sent, name="raise_sent"),
    path("raise/sent/<uuid:key>/", sent.sent, name="raise_sent_as"),
    path("raise/waiting/", waiting.waiting, name="waiting"),
    path("raise/places/", around.places, name="places"),
    path("raise/similar/", similar.similar, name="similar"),
    path("issues/", listing.listing, name="list"),
    path("issues/photos/<uuid:token>/<slug:size>/", photos.photo, name="photo"),
    path("issues/<number:reference>/receipt/", receipt.receipt, name="receipt"),
    path("issues/<number:reference>/", issue.issue, name="issue"),
    *(
        path(
            f"issues/<number:reference>/{act.value}/",
            acts.resident_act,
            {"act": act},
            name=act.value,
        )
        for act in RESIDENT_FORMS
    ),
    path("issues/<number:reference>/act/<slug:act>/", acts.act, name="act"),
    path("issues/<number:reference>/told/", told.told, name="told"),
    path("issues/<number:reference>/slip/", slip.slip, name="slip"),
]
