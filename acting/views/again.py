"""The answer to a form that could not be carried out: the same form, with what was typed."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpResponse

from acting.forms.submission import SubmissionMixin

IN_THE_WAY = 422


def drawn_again(
    form: SubmissionMixin,
    draw: Callable[..., HttpResponse],
    *,
    as_asked: bool = False,
    status: int = IN_THE_WAY,
) -> HttpResponse:
    """`draw` draws the page with a status; `as_asked`: it was sent only to be drawn again."""
    if form.not_now is not None:
        return draw(status=form.not_now.status)
    return draw(status=200 if as_asked else status)
