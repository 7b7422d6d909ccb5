"""The hidden input that makes a form safe to send twice."""

from uuid import UUID, uuid4

from django import forms, template
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()


@register.simple_tag
def submission_key(form: forms.BaseForm | None = None) -> SafeString:
    """A hidden input with a fresh key, or, for a bound `form`, the key that it was sent with.

    A failed act left no trace of its key, so the key can be used again; and if an earlier sending
    is still under way, only the same key prevents doing the act twice. Always pass the form if
    there is one: two forms on one page must never share a key.
    """
    return format_html('<input type="hidden" name="submission" value="{}">', _sent(form) or uuid4())


def _sent(form: forms.BaseForm | None) -> UUID | None:
    if form is None or not form.is_bound:
        return None
    try:
        return UUID(str(form.data.get(form.add_prefix("submission"), "")))
    except ValueError:
        return None
