"""Milestones and projects."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.movements.actions.withdraw_milestone import ACTION, restore_milestone, withdraw_milestone
from thidua.movements.models import Milestone
from thidua.movements.record_access import milestones_seen_by
from thidua.web.workspace.records.facts import Fact, fact, known, movements_fact, origin_facts, unit_fact
from thidua.web.workspace.records.forms.milestones import MilestoneForm
from thidua.web.workspace.records.record_kind import RecordKind, Removal, Words, own_unit
from thidua.web.workspace.records.tables.milestones import TABLE


def _rows(user: User) -> QuerySet[Milestone]:
    return milestones_seen_by(user).select_related("unit").prefetch_related("movements")


def _facts(row: Milestone, _user: User) -> list[Fact]:
    return [
        fact(_("Project or plan"), row.project),
        fact(_("Kind"), capfirst(row.get_kind_display())),
        fact(_("What was reached"), row.reached),
        *known(_("Segment"), row.segment),
        *known(_("How many"), row.count),
        fact(_("Day"), row.reached_on),
        fact(_("Year"), str(row.year)),
        fact(_("Field"), capfirst(row.get_field_display())),
        unit_fact(_("Unit"), row.unit),
        *known(_("Submitted to"), row.receiver),
        *known(_("Document"), row.document),
        movements_fact(row.movements.all()),
        *origin_facts(row.source, row.provenance),
    ]


MILESTONES = RecordKind(
    key="milestones",
    path="moc-cong-trinh",
    model=Milestone,
    words=Words(
        plural=_("Milestones and projects"),
        add=_("Record a milestone"),
        edit=_("Correct the milestone"),
        lead=_(
            "What projects and plans reached: completed, submitted, started, plaques mounted, models built."
        ),
        recorded=_("The milestone has been saved."),
        remove=_("Remove this milestone?"),
        removed=_("Removed milestones"),
    ),
    right=Right.KEEP_RECORDS,
    rows=_rows,
    unit_of=lambda row: row.unit,
    table=TABLE,
    form=MilestoneForm,
    facts=_facts,
    removal=Removal(
        withdraw=lambda row, **said: withdraw_milestone(milestone=row, **said),
        restore=restore_milestone,
        action=ACTION,
        units=own_unit("unit"),
    ),
)
