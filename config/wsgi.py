import os

from django.core.wsgi import get_wsgi_application

from config import limits

limits.choose(limits.SERVING)
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

application = get_wsgi_application()
