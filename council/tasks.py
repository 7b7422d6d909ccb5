"""What runs by the clock for councils; what is due stands in PostgreSQL."""

from celery import shared_task

from accounts.queries.clock import database_now
from council.actions.calls import tell_carried_out as ideas
from council.actions.candidacies import tell_posting_over as postings
from council.actions.contacts import nudge
from council.actions.meetings import prune_rehearsals as rehearsals
from council.actions.meetings import remind_meetings as reminders
from council.actions.minutes.render_papers import render_papers
from council.actions.pledges import expire


@shared_task(name="council.tasks.expire_pledges")
def expire_pledges() -> None:
    expire.expire_pledges(now=database_now())


@shared_task(name="council.tasks.prune_rehearsals")
def prune_rehearsals() -> None:
    rehearsals.prune_rehearsals(now=database_now())


@shared_task(name="council.tasks.remind_meetings")
def remind_meetings() -> None:
    reminders.remind_meetings(now=database_now())


@shared_task(name="council.tasks.tell_posting_over")
def tell_posting_over() -> None:
    postings.tell_posting_over(now=database_now())


@shared_task(name="council.tasks.tell_carried_out")
def tell_carried_out() -> None:
    ideas.tell_carried_out(now=database_now())


@shared_task(name="council.tasks.nudge_contacts")
def nudge_contacts() -> None:
    nudge.nudge(now=database_now())


@shared_task(name="council.tasks.render_pdf")
def render_pdf() -> None:
    # Setting paper loads a compiler and a font, which other tasks do without.
    from council.presentation.minutes_paper import pdf_of

    render_papers(actor=None, now=database_now(), render=pdf_of)
