"""Settings of Pavilion; every value that differs between places comes from the environment.

The table in README.md lists the variables. Times are Asia/Shanghai for people and aware
everywhere in code.
"""

import gc
import os
from pathlib import Path

import dj_database_url
from django.utils.translation import gettext_lazy as _

# Our tasks are this application's wherever there are settings; the launcher needs neither.
import config.celery  # noqa: F401
from config.beat import intervals, schedule
from config.carriers import *  # noqa: F403
from config.limits import with_limits
from config.logs import logs
from config.policy import POLICY
from config.posted import posted_limits
from config.rates import limits_of
from config.refusals import Configuration, refusals
from config.told import DoesNotStart, flag, listed, secret
from config.wanted import fitting, measure, whole

# What is loaded stays, tens of thousands of objects in each process: looking through them as
# often as Python does by default was an eighth of every start.
gc.set_threshold(50_000, 20, 100)

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = Path(os.environ.get("PAVILION_VAR", BASE_DIR / "var"))

DEBUG = flag("PAVILION_DEBUG")
# The demo signs visitors in as invented people and shows SMS on a page: never in production.
# Without it the app `demo` is not there at all.
DEMO = flag("PAVILION_DEMO")

SECRET_KEY = secret("SECRET_KEY")
# Keys that signed until lately: what they signed is still believed, nothing new is signed by them.
SECRET_KEY_FALLBACKS = listed(secret("SECRET_KEY_FALLBACKS"))
ALLOWED_HOSTS = listed(os.environ.get("ALLOWED_HOSTS") or "localhost,127.0.0.1,[::1]")
CSRF_TRUSTED_ORIGINS = listed(os.environ.get("CSRF_TRUSTED_ORIGINS", ""))
# The address printed on posters and sent in messages.
SITE_URL = fitting("SITE_URL", "http://localhost:8000").rstrip("/")
HTTPS = SITE_URL.startswith("https://")
# With this prefix browsers take a cookie by TLS only, from this very host and for all of it, so
# that no neighbour below the same domain can set one. By plain HTTP they would refuse it.
COOKIE_PREFIX = "__Host-" if HTTPS else ""
REDIS_URL = secret("REDIS_URL", "redis://localhost:6379/0")

for _sentence in refusals(
    Configuration(
        key=SECRET_KEY,
        fallbacks=SECRET_KEY_FALLBACKS,
        site_url=SITE_URL,
        hosts=ALLOWED_HOSTS,
        broker=REDIS_URL,
        is_demo=DEMO,
        is_debugged=DEBUG,
    )
):
    raise DoesNotStart(_sentence)

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
    "allauth.mfa",
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
    "config.headers.HeadersMiddleware",
    "csp.middleware.CSPMiddleware",
    "accounts.middleware.AskerMiddleware",
    "notifications.middleware.NothingNewMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "config.compression.TextGZipMiddleware",
    "accounts.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "grids.middleware.StandingMiddleware",
    "accounts.middleware.LanguageMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "grids.middleware.GateMiddleware",
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
            "builtins": [
                "template_partials.templatetags.partials",
                "accounts.templatetags.gaps",
            ],
        },
    }
]

DATABASES = {
    "default": dj_database_url.parse(
        secret("DATABASE_URL", "postgresql:///pavilion"), conn_health_checks=True
    )
}
DATABASES["default"]["ENGINE"] = "config.database"
DATABASES["default"]["OPTIONS"] = with_limits(DATABASES["default"].get("OPTIONS", {}))
DATABASES["default"]["CONN_MAX_AGE"] = 600
DATABASES["default"]["ATOMIC_REQUESTS"] = False
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Nothing that lies in Valkey is ever unpickled: whoever may write there must not be able to run
# code here. The prefix keeps what an older version has pickled there from being read.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": REDIS_URL,
        "KEY_PREFIX": "json",
        # Nobody waits for a counter longer than this, in seconds.
        "OPTIONS": {
            "serializer": "config.serializer.JsonSerializer",
            "socket_timeout": 2,
            "socket_connect_timeout": 2,
        },
    }
}

CELERY_BROKER_URL = REDIS_URL
CELERY_ACCEPT_CONTENT = CELERY_RESULT_ACCEPT_CONTENT = ["json"]
CELERY_TASK_SERIALIZER = CELERY_RESULT_SERIALIZER = CELERY_EVENT_SERIALIZER = "json"
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_TRANSPORT_OPTIONS = {"visibility_timeout": 300, "unacked_restore_interval": 10}
CELERY_TIMEZONE = "Asia/Shanghai"
# In memory: all tasks may run again at any time, and a file could be torn by a crash.
CELERY_BEAT_SCHEDULER = "celery.beat.Scheduler"
SWEEP_SECONDS = measure("SWEEP_SECONDS", 60)
# Matters that are handled in one transaction.
SWEEP_BATCH = whole("SWEEP_BATCH", 1000)
LOOKED_EVERY = intervals(SWEEP_SECONDS)
CELERY_BEAT_SCHEDULE = schedule(LOOKED_EVERY)

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["grids.backends.PostingBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.ScryptPasswordHasher"]
LOGIN_URL = "accounts:sign_in"
LOGIN_REDIRECT_URL = "desks:after_sign_in"
LOGOUT_REDIRECT_URL = "desks:home"

# Sign-in by phone and one-time code; docs: https://docs.allauth.org. A code lives ten minutes, a
# sign-in that was begun one hour, so that an expired code can be replaced without typing again.
ACCOUNT_ADAPTER = "accounts.adapter.PhoneAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = ACCOUNT_USER_MODEL_EMAIL_FIELD = None
ACCOUNT_LOGIN_METHODS = {"phone"}
ACCOUNT_SIGNUP_FIELDS = ["phone*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 600
ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = 5
ACCOUNT_LOGIN_BY_CODE_FORMAT = {"length": 6, "numeric": True, "dashed": False}
ACCOUNT_LOGIN_TIMEOUT = 3600
# What one address may do is counted as everything is (LIMITS).
ACCOUNT_RATE_LIMITS = False
SIGN_IN_CODE_COOLDOWN_SECONDS = 60
# From one address to one number, and from one device that signed in before.
SIGN_IN_CODES_PER_DAY = 10
SECOND_FACTOR = flag("SECOND_FACTOR", default=not DEMO)
POSTED_SESSION_HOURS, POSTED_IDLE_MINUTES, PROOF_MINUTES, NUMBERS_AN_HOUR = posted_limits(demo=DEMO)
MFA_ADAPTER = "accounts.factor_adapter.FactorAdapter"
MFA_TOTP_TOLERANCE = 1
# From all addresses to one number, such devices apart.
SIGN_IN_CODES_OF_STRANGERS_PER_DAY = 30
# All codes together, since each costs money: a fifth is kept for devices that signed in before.
CODES_PER_MINUTE = whole("CODES_PER_MINUTE", 120)
CODES_PER_DAY = whole("CODES_PER_DAY", 5000)
# What one person and one address may do (config/rates.py).
LIMITS = limits_of(fitting("LIMITS", ""))
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if flag("BEHIND_PROXY") else 0

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", _("Chinese")), ("en", _("English"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
LANGUAGE_COOKIE_NAME = COOKIE_PREFIX + "language"
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
        else "config.static.NamedFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = DEBUG
# Photos that are worked on at once on this machine, and where its processes count them.
PHOTOS_AT_ONCE, PHOTO_PLACES = whole("PHOTOS_AT_ONCE", 2), VAR_DIR / "run"
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
FILE_UPLOAD_PERMISSIONS = 0o600
# Text of a form, photos apart: a long story fits, a flood does not (answered 413).
DATA_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
# Who sends or reads slower is dropped; an address has so many such lines (decision 0082).
SLOW_GRACE_SECONDS = measure("SLOW_GRACE_SECONDS", 30)
SLOW_BYTES_A_SECOND = measure("SLOW_BYTES_A_SECOND", 1000)
SLOW_LINES_AN_ADDRESS = whole("SLOW_LINES_AN_ADDRESS", 64)
# Of what is on its way, in each process; once more as much is taken while forms are read.
UPLOADS_MB = whole("UPLOADS_MB", 200)

SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if flag("BEHIND_PROXY") else None
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = HTTPS
SESSION_COOKIE_NAME = COOKIE_PREFIX + (os.environ.get("SESSION_COOKIE_NAME") or "session")
CSRF_COOKIE_NAME = COOKIE_PREFIX + (os.environ.get("CSRF_COOKIE_NAME") or "csrftoken")
MESSAGE_STORAGE = "config.cookies.MessageStorage"
SESSION_ENGINE = "accounts.session_store"
SESSION_COOKIE_AGE = 90 * 24 * 3600
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = LANGUAGE_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "desks.views.errors.csrf_failure"
SECURE_HSTS_SECONDS = 31536000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_SSL_REDIRECT = HTTPS
# Asked from inside, without TLS.
SECURE_REDIRECT_EXEMPT = [r"^healthz/$", r"^readyz/$"]
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {"DIRECTIVES": POLICY}

# How long people find again what they have read.
READ_NOTICES_KEPT_DAYS = whole("READ_NOTICES_KEPT_DAYS", 400)

# A folder for the security log, a file for each day; without one it goes to standard output.
SECURITY_LOG = os.environ.get("SECURITY_LOG", "")

LOGGING = logs(fitting("LOG_LEVEL", "INFO"), security=SECURITY_LOG)
