from django import forms

from acting.forms.submission import SubmissionMixin


class ReadForm(SubmissionMixin):
    """One notice: `open` leads on to what it is about, otherwise back to the list."""

    open = forms.BooleanField(required=False)


class ReadAllForm(SubmissionMixin):
    """Everything up to the newest notice that the page showed."""

    newest = forms.IntegerField(min_value=1, max_value=2**63 - 1)
