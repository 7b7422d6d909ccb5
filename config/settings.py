"""Settings of Pavilion; every value that differs between places comes from the environment.

The table in README.md lists the variables. Times are Asia/Shanghai for people and aware
everywhere in code.
"""

import gc
import os
from pathlib import Path

import dj_database_url
from csp.constants import NONCE, NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

from config.beat import schedule


def flag(name: str, *, default: bool = False) -> bool:
    """True for 1, true, yes and on in the environment, in any case."""
    value = os.environ.get(name, "")
    return value.strip().lower() in {"1", "true", "yes", "on"} if value else default


def listed(name: str, default: str = "") -> list[str]:
    """Comma-separated values of an environment variable, without empty ones."""
    return [part.strip() for part in os.environ.get(name, default).split(",") if part.strip()]


# What is loaded stays, tens of thousands of objects in each process: looking through them as
# often as Python does by default was an eighth of every start.
gc.set_threshold(50_000, 20, 100)

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = Path(os.environ.get("PAVILION_VAR", BASE_DIR / "var"))

DEBUG = flag("PAVILION_DEBUG")
# The demo signs visitors in as invented people and shows SMS on a page: never in production.
# Without it the app `demo` is not there at all.
DEMO = flag("PAVILION_DEMO")

SECRET_KEY = os.environ.get("SECRET_KEY", "")
if not SECRET_KEY:
    raise ImproperlyConfigured("Set SECRET_KEY; `make run` and `make test` set one themselves.")
ALLOWED_HOSTS = listed("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]")
CSRF_TRUSTED_ORIGINS = listed("CSRF_TRUSTED_ORIGINS")
# The address printed on posters and sent in messages.
SITE_URL = os.environ.get("SITE_URL", "http://localhost:8000").rstrip("/")

INSTALLED_APPS = [
    "config.admin.PavilionAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.forms",
    "django_htmx",
    "template_partials.apps.SimpleAppConfig",
    "lucide",
    "csp",
    "allauth",
    "allauth.account",
    "clocks",
    "ledger",
    "accounts",
    "acting",
    "notifications",
    "grids",
    "issues",
    "council",
    "desks",
    *(["demo"] if DEMO else []),
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "notifications.middleware.NothingNewMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "config.compression.TextGZipMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "grids.middleware.StandingMiddleware",
    "accounts.middleware.LanguageMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "accounts.middleware.SignInMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "config.addresses.AddressMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

# Ours stand before those of Django: choices say in which language they are.
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
                "desks.context_processors.page",
                *(["demo.context_processors.demo"] if DEMO else []),
            ],
            "loaders": [
                (
                    "template_partials.loader.Loader",
                    [
                        (
                            "django.template.loaders.cached.Loader",
                            [
                                "django.template.loaders.filesystem.Loader",
                                "django.template.loaders.app_directories.Loader",
                            ],
                        )
                    ],
                )
            ],
            "builtins": ["template_partials.templatetags.partials"],
        },
    }
]

DATABASES = {
    "default": dj_database_url.config(default="postgresql:///pavilion", conn_health_checks=True)
}
DATABASES["default"]["CONN_MAX_AGE"] = 60
DATABASES["default"]["ATOMIC_REQUESTS"] = False
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

REDIS_URL = os.environ.get("REDIS_URL", "redis://localhost:6379/0")
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": REDIS_URL,
    }
}

CELERY_BROKER_URL = REDIS_URL
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_TRANSPORT_OPTIONS = {"visibility_timeout": 300, "unacked_restore_interval": 10}
CELERY_TIMEZONE = "Asia/Shanghai"
# In memory: all tasks may run again at any time, and a file could be torn by a crash.
CELERY_BEAT_SCHEDULER = "celery.beat.Scheduler"
CELERY_BEAT_SCHEDULE = schedule(float(os.environ.get("SWEEP_SECONDS", "60")))

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["grids.backends.PostingBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.ScryptPasswordHasher"]
LOGIN_URL = "accounts:sign_in"
LOGIN_REDIRECT_URL = "desks:after_sign_in"
LOGOUT_REDIRECT_URL = "desks:home"

# Sign-in by phone and one-time code; docs: https://docs.allauth.org. A code lives ten minutes, a
# sign-in that was begun one hour, so that an expired code can be replaced without typing again.
ACCOUNT_ADAPTER = "accounts.adapter.PhoneAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_USER_MODEL_EMAIL_FIELD = None
ACCOUNT_LOGIN_METHODS = {"phone"}
ACCOUNT_SIGNUP_FIELDS = ["phone*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 600
ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = 5
ACCOUNT_LOGIN_BY_CODE_FORMAT = {"length": 6, "numeric": True, "dashed": False}
ACCOUNT_LOGIN_TIMEOUT = 3600
# A sitting shares one Wi-Fi, so an address may do much; what one number may get is told apart.
ACCOUNT_RATE_LIMITS = {"request_login_code": "100/m/ip", "confirm_login_code": "300/m/ip"}
SIGN_IN_CODE_COOLDOWN_SECONDS = 60
SIGN_IN_CODES_PER_DAY = 10
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if flag("BEHIND_PROXY") else 0

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", _("Chinese")), ("en", _("English"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
LANGUAGE_COOKIE_NAME = "language"
LANGUAGE_COOKIE_AGE = 365 * 24 * 3600
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = Path(os.environ.get("STATIC_ROOT", VAR_DIR / "static"))
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_ROOT = Path(os.environ.get("MEDIA_ROOT", VAR_DIR / "media"))
RECORD_ROOT = Path(os.environ.get("RECORD_ROOT", VAR_DIR / "record"))
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = DEBUG
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
FILE_UPLOAD_PERMISSIONS = 0o600
# Text of a form, photos apart: a long story fits, a flood does not (answered 413).
DATA_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
# Who sends or reads slower is dropped; an address has so many such lines (decision 0082).
SLOW_GRACE_SECONDS = float(os.environ.get("SLOW_GRACE_SECONDS", "30"))
SLOW_BYTES_A_SECOND = float(os.environ.get("SLOW_BYTES_A_SECOND", "1000"))
SLOW_LINES_AN_ADDRESS = int(os.environ.get("SLOW_LINES_AN_ADDRESS", "64"))

SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if flag("BEHIND_PROXY") else None
HTTPS = SITE_URL.startswith("https://")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = HTTPS
SESSION_COOKIE_NAME = os.environ.get("SESSION_COOKIE_NAME", "session")
CSRF_COOKIE_NAME = os.environ.get("CSRF_COOKIE_NAME", "csrftoken")
SESSION_COOKIE_AGE = 90 * 24 * 3600
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = LANGUAGE_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "desks.views.errors.csrf_failure"
SECURE_HSTS_SECONDS = 31536000 if HTTPS else 0
SECURE_SSL_REDIRECT = HTTPS
# Asked from inside, without TLS.
SECURE_REDIRECT_EXEMPT = [r"^healthz/$"]
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
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
}

# Carriers that reach a phone or a letter box; the demo's write to a page instead of sending.
# A gateway asked by plain HTTP: accounts/carriers/gateway.py says what the templates may name.
SMS_GATEWAY_URL = os.environ.get("SMS_GATEWAY_URL", "")
SMS_GATEWAY_METHOD = (os.environ.get("SMS_GATEWAY_METHOD") or "POST").upper()
SMS_GATEWAY_CONTENT_TYPE = os.environ.get("SMS_GATEWAY_CONTENT_TYPE") or "application/json"
SMS_GATEWAY_BODY = (
    os.environ.get("SMS_GATEWAY_BODY") or '{"phone": "$phone", "text": "$text", "key": "$secret"}'
)
SMS_GATEWAY_HEADERS = os.environ.get("SMS_GATEWAY_HEADERS", "")
SMS_GATEWAY_SECRET = os.environ.get("SMS_GATEWAY_SECRET", "")
SMS_GATEWAY_ACCEPTED = os.environ.get("SMS_GATEWAY_ACCEPTED", "")
if DEMO:
    _SMS = "accounts.carriers.page.PageCarrier"
elif SMS_GATEWAY_URL:
    _SMS = "accounts.carriers.gateway.GatewayCarrier"
else:
    _SMS = "accounts.carriers.log.LogCarrier"
SMS_CARRIER = os.environ.get("SMS_CARRIER") or _SMS
EMAIL_HOST = os.environ.get("EMAIL_HOST", "")
EMAIL_PORT = int(os.environ.get("EMAIL_PORT", "587"))
EMAIL_HOST_USER = os.environ.get("EMAIL_HOST_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("EMAIL_HOST_PASSWORD", "")
# Port 465 speaks TLS from the first byte, the others begin it (STARTTLS) unless told not to.
EMAIL_USE_SSL = EMAIL_PORT == 465
EMAIL_USE_TLS = not EMAIL_USE_SSL and flag("EMAIL_STARTTLS", default=True)
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = os.environ.get("EMAIL_FROM") or EMAIL_HOST_USER or "pavilion@localhost"
if DEMO:
    _MAIL = "accounts.carriers.page.PageMailCarrier"
elif EMAIL_HOST:
    _MAIL = "accounts.carriers.mail.DjangoMailCarrier"
else:
    _MAIL = "accounts.carriers.none.NoMailCarrier"
EMAIL_CARRIER = os.environ.get("EMAIL_CARRIER") or _MAIL

# How long people find again what they have read.
READ_NOTICES_KEPT_DAYS = int(os.environ.get("READ_NOTICES_KEPT_DAYS", "400"))

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{levelname} {name}: {message}", "style": "{"}},
    "filters": {"rows_left_out": {"()": "config.log_filter.RowsLeftOut"}},
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "formatter": "line",
            "filters": ["rows_left_out"],
        }
    },
    "root": {"handlers": ["console"], "level": os.environ.get("LOG_LEVEL", "INFO")},
}
