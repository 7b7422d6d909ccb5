from django.urls import URLPattern, URLResolver, path, register_converter

from ledger.converters import ReceiptConverter
from ledger.views.entry import entry, proof
from ledger.views.files import download, heads, part, parts, verifier
from ledger.views.record import record

register_converter(ReceiptConverter, "receipt")

app_name = "ledger"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", record, name="record"),
    path("entries/<receipt:receipt>/", entry, name="entry"),
    path("entries/<receipt:receipt>/proof.json", proof, name="proof"),
    path("heads.txt", heads, name="heads"),
    path("download/", download, name="download"),
    path("parts.json", parts, name="parts"),
    path("parts/<str:name>", part, name="part"),
    path("verify.py", verifier, name="verifier"),
]
