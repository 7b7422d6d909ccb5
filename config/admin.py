"""Puts our own site in the place of Django's default admin site."""

from django.contrib.admin.apps import AdminConfig


class PavilionAdminConfig(AdminConfig):
    default_site = "config.administration.AdministrationSite"
