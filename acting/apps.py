from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ActingConfig(AppConfig):
    name = "acting"
    verbose_name = _("Forms sent")
