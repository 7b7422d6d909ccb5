from django.conf import settings
from django.contrib import admin
from django.urls import include, path

from config.health import health, ready

urlpatterns = [
    path("healthz/", health, name="health"),
    path("readyz/", ready, name="ready"),
    path("", include("desks.urls")),
    path("", include("accounts.urls")),
    path("", include("grids.urls")),
    path("", include("issues.urls")),
    path("", include("council.urls")),
    path("notices/", include("notifications.urls")),
    path("record/", include("ledger.urls")),
    *([path("demo/", include("demo.urls"))] if settings.DEMO else []),
    path("admin/", admin.site.urls),
]

handler400 = "desks.views.errors.bad_request"
handler403 = "desks.views.errors.forbidden"
handler404 = "desks.views.errors.not_found"
handler429 = "desks.views.errors.too_many"
handler500 = "desks.views.errors.server_error"
