"""Settings of what carries messages, from the environment; `config/settings.py` takes them in."""

import os

from config.told import flag, secret
from config.wanted import whole

# Carriers that reach a phone or a letter box; the demo's write to a page instead of sending.
# A gateway asked by plain HTTP: accounts/carriers/gateway.py says what the templates may name.
SMS_GATEWAY_URL = os.environ.get("SMS_GATEWAY_URL", "")
SMS_GATEWAY_METHOD = (os.environ.get("SMS_GATEWAY_METHOD") or "POST").upper()
SMS_GATEWAY_CONTENT_TYPE = os.environ.get("SMS_GATEWAY_CONTENT_TYPE") or "application/json"
SMS_GATEWAY_BODY = (
    os.environ.get("SMS_GATEWAY_BODY") or '{"phone": "$phone", "text": "$text", "key": "$secret"}'
)
SMS_GATEWAY_HEADERS = os.environ.get("SMS_GATEWAY_HEADERS", "")
SMS_GATEWAY_SECRET = secret("SMS_GATEWAY_SECRET")
SMS_GATEWAY_ACCEPTED = os.environ.get("SMS_GATEWAY_ACCEPTED", "")
if flag("PAVILION_DEMO"):
    _SMS = "accounts.carriers.page.PageCarrier"
elif SMS_GATEWAY_URL:
    _SMS = "accounts.carriers.gateway.GatewayCarrier"
else:
    _SMS = "accounts.carriers.log.LogCarrier"
SMS_CARRIER = os.environ.get("SMS_CARRIER") or _SMS
EMAIL_HOST = os.environ.get("EMAIL_HOST", "")
EMAIL_PORT = whole("EMAIL_PORT", 587)
EMAIL_HOST_USER = os.environ.get("EMAIL_HOST_USER", "")
EMAIL_HOST_PASSWORD = secret("EMAIL_HOST_PASSWORD")
# Port 465 speaks TLS from the first byte, the others begin it (STARTTLS) unless told not to.
EMAIL_USE_SSL = EMAIL_PORT == 465
EMAIL_USE_TLS = not EMAIL_USE_SSL and flag("EMAIL_STARTTLS", default=True)
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = os.environ.get("EMAIL_FROM") or EMAIL_HOST_USER or "pavilion@localhost"
if flag("PAVILION_DEMO"):
    _MAIL = "accounts.carriers.page.PageMailCarrier"
elif EMAIL_HOST:
    _MAIL = "accounts.carriers.mail.DjangoMailCarrier"
else:
    _MAIL = "accounts.carriers.none.NoMailCarrier"
EMAIL_CARRIER = os.environ.get("EMAIL_CARRIER") or _MAIL
