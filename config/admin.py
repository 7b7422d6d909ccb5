"""Puts our own site in the place of Django's default admin site."""

from django.contrib.admin.apps import AdminConfig

# The admin pages of these apps would let administrators write without our actions.
NOT_OURS = frozenset({"auth", "account", "mfa", "sessions"})


class PavilionAdminConfig(AdminConfig):
    default_site = "config.administration.AdministrationSite"

    def ready(self) -> None:
        super().ready()
        from django.contrib.admin import site

        for model in [model for model in site._registry if model._meta.app_label in NOT_OURS]:
            site.unregister(model)
