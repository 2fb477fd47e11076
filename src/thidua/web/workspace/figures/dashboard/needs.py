"""«Cần xem»: what needs somebody's hand, and what to do."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.targets import wording
from thidua.targets.queries import AttentionRow, Need, attention
from thidua.web.shell import formats
from thidua.web.shell.tags import Tag
from thidua.web.workspace.figures import presenting
from thidua.web.workspace.figures.dashboard.choice import Choice
from thidua.web.workspace.figures.dashboard.twin import Twin
from thidua.web.workspace.figures.states import need_tag


@dataclass(frozen=True)
class NeedRow:
    """One line: what, why, with which figures, whose business it is, and what to do."""

    name: str
    tag: Tag
    result: str
    provenance: str
    period: str
    plan: str
    share: str
    expected: str
    owner: str
    what_to_do: str


@dataclass(frozen=True)
class Needs:
    """The lines, the most pressing first, and their download."""

    rows: list[NeedRow]
    twin: Twin


def needs(choice: Choice) -> Needs:
    """Return what is to be looked at as of today."""
    rows = [_row(found) for found in attention(choice.rows, timezone.localdate())]
    return Needs(rows, _twin(rows))


def _row(found: AttentionRow) -> NeedRow:
    figure = found.figure
    return NeedRow(
        name=wording.name_of(found.indicator),
        tag=need_tag(found.need),
        result=figure.text or formats.no_figure(),
        provenance=figure.measured.provenance if figure.measured else "",
        period=presenting.period_text(figure),
        plan=presenting.plan_text(figure) or _("no plan"),
        share=presenting.share_text(figure),
        expected=presenting.expected_text(figure),
        owner=found.indicator.owner.name,
        what_to_do=_what_to_do(found),
    )


def _what_to_do(found: AttentionRow) -> str:
    owner = found.indicator.owner.name
    if found.need is Need.OVERDUE:
        said = _("Remind the units: %(missing)s of %(asked)s have no figure and the day is over.")
        return said % {"missing": formats.number(found.missing), "asked": formats.number(found.asked)}
    if found.need is Need.BEHIND:
        said = _("%(points)s points behind the pace: ask %(owner)s for the reason and the way to catch up.")
        return said % {"points": formats.number(found.behind_points, 1), "owner": owner}
    if found.need is Need.NO_DATA:
        return _("Ask %(owner)s for the figure.") % {"owner": owner}
    return _("Enter the plan, or say in the report that there is none.")


def _twin(rows: list[NeedRow]) -> Twin:
    return Twin(
        name="can-xem",
        caption=_("To look at"),
        headings=(
            *(_("Indicator"), _("Why"), _("Result"), _("Data"), _("Period"), _("Plan"), _("% of plan")),
            *(_("Expected by now"), _("In charge"), _("What to do")),
        ),
        rows=tuple(
            (
                *(row.name, row.tag.text, row.result, presenting.mark_words(row.provenance), row.period),
                *(row.plan, row.share, row.expected, row.owner, row.what_to_do),
            )
            for row in rows
        ),
    )
