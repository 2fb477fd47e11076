"""Rules and judging of an edition."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.contests.actions.open_for_entries import told_categories
from thidua.contests.actions.set_judging import told_criteria, told_rounds
from thidua.contests.content import JudgingContent, RulesContent
from thidua.contests.content.rules import CategoryContent
from thidua.contests.enums import TieSettling
from thidua.contests.models import Edition, EditionRules
from thidua.web.shell.forms import DateField, Form, SeenField, TextField
from thidua.web.workspace.contests.forms.moments import TimeField, moment, parts
from thidua.web.workspace.contests.lines import categories_in, criteria_in, rounds_in


class RulesForm(Form):
    """When, for whom and by which text an edition takes entries, and its categories."""

    seen = SeenField(required=False)
    opens_at = DateField(label=_("First day for entries"))
    opens_time = TimeField(label=_("From"))
    closes_at = DateField(label=_("Last day for entries"))
    closes_time = TimeField(
        label=_("Until"), help_text=_("To the second: 17:00 takes 17:00:00 and refuses 17:00:01.")
    )
    text = TextField(label=_("Rules"), help_text=_("Entrants read this text before they enter."), rows=12)
    eligibility = TextField(
        label=_("Who may enter"), help_text=_("One condition to a line."), rows=4, required=False
    )
    takes_individuals = forms.BooleanField(
        label=_("Individuals and groups of authors may enter"), required=False
    )
    takes_collectives = forms.BooleanField(label=_("Collectives may enter"), required=False)
    tells_marks = forms.BooleanField(
        label=_("After the results each entrant learns the marks of the own work"),
        help_text=_(
            "By the code of the receipt, for that work alone. Marks of single jurors are told to nobody."
        ),
        required=False,
    )
    categories = TextField(
        label=_("Categories and prizes"),
        help_text=_("One category to a line, highest prize first: Prose: First prize × 1, Second prize × 2"),
        rows=5,
    )

    def clean_categories(self) -> list[CategoryContent]:
        """Read the lines."""
        return categories_in(self.cleaned_data["categories"])

    def content(self) -> RulesContent:
        """Return what the action takes."""
        said = self.cleaned_data
        return RulesContent(
            opens_at=moment(said["opens_at"], said["opens_time"]),
            closes_at=moment(said["closes_at"], said["closes_time"]),
            text=said["text"],
            eligibility=said["eligibility"],
            takes_individuals=said["takes_individuals"],
            takes_collectives=said["takes_collectives"],
            tells_marks=said["tells_marks"],
        )


def rules_as_typed(edition: Edition) -> dict[str, Any]:
    """Return the rules as the form shows them; those of a new edition are empty, open to all."""
    rules: EditionRules | None = getattr(edition, "rules", None)
    if rules is None:
        return {
            "takes_individuals": True,
            "takes_collectives": True,
            "opens_time": "08:00",
            "closes_time": "17:00",
        }
    opens, closes = parts(rules.opens_at), parts(rules.closes_at)
    names = ("text", "eligibility", "takes_individuals", "takes_collectives", "tells_marks")
    return {name: getattr(rules, name) for name in names} | {
        "seen": rules.version,
        "opens_at": opens[0],
        "opens_time": opens[1],
        "closes_at": closes[0],
        "closes_time": closes[1],
        "categories": "\n".join(told_categories(edition)),
    }


class JudgingForm(Form):
    """Criteria, rounds, and what becomes of equal totals."""

    seen = SeenField()
    criteria = TextField(
        label=_("Criteria"),
        help_text=_(
            "One to a line, with its marks and how often it counts: Content: 0–10 × 2. Put * behind the criterion "
            "that settles ties."
        ),
        rows=5,
    )
    rounds = TextField(
        label=_("Rounds"),
        help_text=_(
            "One to a line, in order: First round → 20 × 0 lets 20 works of each category go on and does not count "
            "in the end. The last round lets nobody go on: Final round × 1"
        ),
        rows=3,
    )
    tie_rule = forms.ChoiceField(
        label=_("Equal totals"), choices=TieSettling.choices, widget=forms.RadioSelect
    )

    def clean_criteria(self) -> list[Any]:
        """Read the lines."""
        return criteria_in(self.cleaned_data["criteria"])

    def clean_rounds(self) -> list[Any]:
        """Read the lines."""
        return rounds_in(self.cleaned_data["rounds"])

    def content(self) -> JudgingContent:
        """Return what the action takes."""
        said = self.cleaned_data
        return JudgingContent(tie_rule=said["tie_rule"], criteria=said["criteria"], rounds=said["rounds"])


def judging_as_typed(edition: Edition) -> dict[str, Any]:
    """Return criteria and rounds as the form shows them."""
    return {
        "seen": edition.rules.version,
        "criteria": "\n".join(told_criteria(edition)),
        "rounds": "\n".join(told_rounds(edition)),
        "tie_rule": edition.rules.tie_rule,
    }
