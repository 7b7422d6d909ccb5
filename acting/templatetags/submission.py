"""The hidden input that makes a form safe to send twice."""

from uuid import UUID, uuid4

from django import forms, template
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()


@register.simple_tag
def submission_key(form: forms.BaseForm | None = None) -> SafeString:
    """A fresh key; given a form that comes back with errors, the key it was sent with.

    An act that failed has left no trace of its key, so the old one is good again; and if an
    earlier sending of it is still under way, keeping it is what prevents a double. Name the form:
    two forms on one page must never share a key.
    """
    return format_html('<input type="hidden" name="submission" value="{}">', _sent(form) or uuid4())


def _sent(form: forms.BaseForm | None) -> UUID | None:
    if form is None or not form.is_bound:
        return None
    try:
        return UUID(str(form.data.get(form.add_prefix("submission"), "")))
    except ValueError:
        return None
