"""Imported by the workers of a test (`celery worker --include`), which know no test kinds."""

from tests.notifications.renderers import register_all

register_all()
