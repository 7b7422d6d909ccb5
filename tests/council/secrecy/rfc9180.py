"""RFC 9180, appendix A.3.1: DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-128-GCM, base mode."""

from __future__ import annotations

INFO = bytes.fromhex("4f6465206f6e2061204772656369616e2055726e")
RECIPIENT_PRIVATE = bytes.fromhex(
    "f3ce7fdae57e1a310d87f1ebbde6f328be0a99cdbcadf4d6589cf29de4b8ffd2"
)
RECIPIENT_POINT = bytes.fromhex(
    "04fe8c19ce0905191ebc298a9245792531f26f0cece2460639e8bc39cb7f706a826a779b4cf969b8a0e539c7f62f"
    "b3d30ad6aa8f80e30f1d128aafd68a2ce72ea0"
)
ENC = bytes.fromhex(
    "04a92719c6195d5085104f469a8b9814d5838ff72b60501e2c4466e5e67b325ac98536d7b61a1af4b78e5b7f951c"
    "0900be863c403ce65c9bfcb9382657222d18c4"
)
SHARED_SECRET = bytes.fromhex("c0d26aeab536609a572b07695d933b589dcf363ff9d93c93adea537aeabb8cb8")
KEY = bytes.fromhex("868c066ef58aae6dc589b6cfdd18f97e")
BASE_NONCE = bytes.fromhex("4e0bc5018beba4bf004cca59")
# The first encryption of the appendix; its additional data is what ours never has.
PLAIN = bytes.fromhex("4265617574792069732074727574682c20747275746820626561757479")
ADDITIONAL = bytes.fromhex("436f756e742d30")
SEALED = bytes.fromhex(
    "5ad590bb8baa577f8619db35a36311226a896e7342a6d836d8b7bcd2f20b6c7f9076ac232e3ab2523f39513434"
)
