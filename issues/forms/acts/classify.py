from __future__ import annotations

from typing import Any

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from acting.forms.fields import NOT_CHOSEN, choice, text_field
from grids.models import Category
from issues.actions.classify import classify
from issues.duties import may_become_dispute
from issues.enums.acts import Act
from issues.enums.deadlines import DeadlineKind
from issues.enums.matter import MatterClass
from issues.enums.turns import Level, TurnRole
from issues.forms.acts.base import ActForm
from issues.models import Issue
from issues.queries.categories import category_tree
from issues.queries.policy import policy_in_force


class ClassifyForm(ActForm):
    act = Act.CLASSIFY
    title = _("Set the class")
    explain = _("The class decides the way and the clocks. The promise to the resident stays.")
    button = _("Set the class")
    done = _("The class is set; the clocks run by it.")
    template_name_of_act = "issues/acts/classify.html"

    matter_class = choice(_("Which kind of matter is it?"), MatterClass.choices)
    category = forms.TypedChoiceField(
        label=_("What it is about"),
        error_messages={
            **NOT_CHOSEN,
            "invalid_choice": _("This matter can't be that. Choose another category."),
        },
    )
    reason = text_field(
        _("Why the class changes"),
        rows=2,
        most=400,
        required=False,
        help_text=_("Needed for another class; the resident reads it."),
    )

    def prepare(self) -> None:
        issue = self.context.issue
        field = self.fields["category"]
        assert isinstance(field, forms.TypedChoiceField)
        field.choices = [("", _("Choose")), *_grouped(self.categories)]
        field.coerce = int
        field.initial = issue.category_id
        if not self.may_be_dispute:
            field.help_text = _("No dispute: it is public, or others have it.")
        self.fields["matter_class"].initial = issue.matter_class or None
        if not issue.matter_class:
            del self.fields["reason"]

    @cached_property
    def categories(self) -> list[Category]:
        """Without those of disputes where the matter can't become one."""
        return [one for one in category_tree() if self.may_be_dispute or not one.private]

    @property
    def may_be_dispute(self) -> bool:
        return self.context.facts.is_dispute or may_become_dispute(self.context.facts)

    @property
    def cards(self) -> list[dict[str, Any]]:
        """The four classes, with the time for a result by the policy in force."""
        policy = policy_in_force(self.context.now)
        chosen = self["matter_class"].value()
        cards = []
        for matter_class in MatterClass:
            rule = policy.find(
                matter_class, self._level(matter_class), TurnRole.LEAD, DeadlineKind.RESOLVE
            )
            cards.append(
                {
                    "value": matter_class.value,
                    "span": None if rule is None else rule.span,
                    "chosen": chosen == matter_class,
                }
            )
        return cards

    def _level(self, matter_class: MatterClass) -> Level:
        """A major issue moves up to the community at once, so the time there counts."""
        level = Level(self.context.issue.level)
        belongs_above = matter_class == MatterClass.MAJOR and level == Level.GRID
        return Level.COMMUNITY if belongs_above else level

    def perform(self) -> Issue:
        data = self.cleaned_data
        category = next((c for c in self.categories if c.pk == data["category"]), None)
        return classify(
            self.context.issue,
            actor=self.context.person,
            now=self.context.now,
            matter_class=MatterClass(data["matter_class"]),
            category=category,
            reason=data.get("reason", ""),
            seen=self.seen,
        )


def _grouped(categories: list[Category]) -> list[tuple[Any, Any]]:
    """Parents with children as groups; each parent is also the first of its group."""
    children: dict[int | None, list[Category]] = {}
    for category in categories:
        children.setdefault(category.parent_id, []).append(category)
    grouped: list[tuple[Any, Any]] = []
    for parent in children.get(None, []):
        below = [(child.pk, child.name) for child in children.get(parent.pk, [])]
        own = (
            parent.pk,
            _("%(name)s, in general") % {"name": parent.name} if below else parent.name,
        )
        grouped.append((parent.name, [own, *below]) if below else own)
    return grouped
