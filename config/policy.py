"""What a page may load, and from where (Content-Security-Policy)."""

from __future__ import annotations

from csp.constants import NONCE, NONE, SELF

POLICY = {
    "default-src": [NONE],
    "object-src": [NONE],
    "script-src": [SELF, NONCE],
    "style-src": [SELF],
    "img-src": [SELF, "data:", "blob:"],
    "font-src": [SELF],
    "connect-src": [SELF],
    "manifest-src": [SELF],
    "form-action": [SELF],
    "base-uri": [NONE],
    "frame-ancestors": [NONE],
}
