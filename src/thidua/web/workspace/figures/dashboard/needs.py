"""«Cần xem»: what needs somebody's hand, and what to do."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.core.periods import Period
from thidua.orgs.models import Unit
from thidua.targets import access, wording
from thidua.targets.queries import AttentionRow, Need, attention
from thidua.web.shell import formats
from thidua.web.shell.tags import Tag
from thidua.web.workspace.figures import presenting
from thidua.web.workspace.figures.addresses import figure_url, record_url, set_plan_url
from thidua.web.workspace.figures.dashboard.choice import Choice
from thidua.web.workspace.figures.dashboard.twin import Twin
from thidua.web.workspace.figures.states import need_tag


@dataclass(frozen=True)
class NeedRow:
    """One line: what, why, with which figures, whose business it is, and what to do.

    `action` names what the link `action_url` does; both are empty where the person can only ask somebody.
    """

    name: str
    url: str
    tag: Tag
    result: str
    provenance: str
    period: str
    plan: str
    plan_mark: str
    share: str
    expected: str
    owner: str
    what_to_do: str
    action: str = ""
    action_url: str = ""


@dataclass(frozen=True)
class Needs:
    """The lines, the most pressing first, and their download."""

    rows: list[NeedRow]
    twin: Twin


def needs(user: User, choice: Choice) -> Needs:
    """Return what is to be looked at as of today, with what the person can do about it."""
    rows = [_row(found, user, choice.unit) for found in attention(choice.rows, timezone.localdate())]
    return Needs(rows, _twin(rows))


def _row(found: AttentionRow, user: User, unit: Unit) -> NeedRow:
    figure = found.figure
    action, action_url = _action(found, user, unit)
    return NeedRow(
        name=wording.name_of(found.indicator),
        url=figure_url(found.indicator, unit.key, figure.period),
        tag=need_tag(found.need),
        result=figure.text or formats.no_figure(),
        provenance=figure.measured.provenance if figure.measured else "",
        period=presenting.period_text(figure),
        plan=wording.quantity(figure.indicator, figure.plan.value) if figure.plan else _("no plan"),
        plan_mark=figure.plan.provenance if figure.plan else "",
        share=presenting.share_text(figure),
        expected=presenting.expected_text(figure),
        owner=found.indicator.owner.name,
        what_to_do=_what_to_do(found),
        action=action,
        action_url=action_url,
    )


def _action(found: AttentionRow, user: User, unit: Unit) -> tuple[str, str]:
    if found.need is Need.NO_DATA and access.may_record(user, unit):
        return _("Record the figure"), record_url(found.indicator, unit.key, found.figure.period)
    if found.need is Need.NO_PLAN and access.may_set_plan(user, unit):
        year = Period.of_year(found.figure.period.end.year)
        return _("Set the plan"), set_plan_url(found.indicator, unit.key, year)
    return "", ""


def _what_to_do(found: AttentionRow) -> str:
    owner = found.indicator.owner.name
    if found.need is Need.OVERDUE:
        said = _("Remind the units: %(missing)s of %(asked)s have no figure and the day is over.")
        told = said % {"missing": formats.number(found.missing), "asked": formats.number(found.asked)}
        return f"{told} {_behind(found)}".strip()
    if found.need is Need.BEHIND:
        said = _("Ask %(owner)s for the reason and the way to catch up.") % {"owner": owner}
        return f"{_behind(found)} {said}".strip()
    if found.need is Need.NO_DATA:
        return _("Ask %(owner)s for the figure.") % {"owner": owner}
    return _("Enter the plan, or say in the report that there is none.")


def _behind(found: AttentionRow) -> str:
    if found.behind_points is None:
        return ""
    return _("%(points)s points behind the pace.") % {"points": formats.number(found.behind_points, 1)}


def _twin(rows: list[NeedRow]) -> Twin:
    return Twin(
        name="can-xem",
        caption=_("To look at"),
        headings=(
            *(_("Indicator"), _("Why"), _("Result"), _("Data"), _("Period")),
            *(_("Plan"), _("Plan data"), _("Share of plan")),
            *(_("Expected by now"), _("In charge"), _("What to do")),
        ),
        rows=tuple(
            (
                *(row.name, row.tag.text, row.result, _mark(row.provenance), row.period),
                *(row.plan, _mark(row.plan_mark), row.share),
                *(row.expected, row.owner, row.what_to_do),
            )
            for row in rows
        ),
    )


def _mark(provenance: str) -> str:
    return presenting.mark_words(provenance) if provenance else ""
