"""What the law engine reads of somebody beside awards: grades, initiatives, discipline, pending matters."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.registry.access import history_seen_by
from thidua.registry.actions import withdraw_history
from thidua.registry.models import (
    DisciplineRecord,
    HistoryRecord,
    PendingMatter,
    RecognisedInitiative,
    YearlyGrade,
)
from thidua.support.provenance import Provenance
from thidua.web.shell import cells
from thidua.web.workspace.records.facts import Fact, fact, known, unit_fact
from thidua.web.workspace.records.forms.history import (
    DisciplineForm,
    GradeForm,
    InitiativeRecordForm,
    MatterForm,
)
from thidua.web.workspace.records.law_names import award_named
from thidua.web.workspace.records.record_kind import Cancelling, RecordKind, Words
from thidua.web.workspace.records.tables import history as tables
from thidua.web.workspace.records.tables.history import paper_words, state_tag


def _rows(model: type[HistoryRecord]) -> Callable[[User], QuerySet[Any]]:
    joined = ["person", "unit", "kept_by", "replaced_by", "batch"]
    joined += ["household__head"] if model is PendingMatter else []
    return lambda user: history_seen_by(user, model).select_related(*joined)


def recipient_fact(row: Any) -> Fact:
    """Return whom a record is about, with a link to all that is recorded of them."""
    about = row.recipient
    page = f"{type(about).__name__.lower()}-history"
    return Fact(_("Whom it is about"), cells.link(reverse(page, args=[about.pk]), str(about)))


def _common(row: Any) -> list[Fact]:
    """Return the paper, who keeps it, where it comes from, and what became of it."""
    facts = [
        fact(_("Decision"), paper_words(row)),
        *known(_("Decided by"), row.authority),
        unit_fact(_("Kept by"), row.kept_by),
        fact(_("State"), state_tag(row), row.ended_reason),
        fact(_("Origin"), cells.provenance_mark(row.provenance) or Provenance(row.provenance).label),
    ]
    if row.batch is not None:
        address = reverse("history-import", args=[row.batch.pk])
        facts.append(Fact(_("Import"), cells.link(address, row.batch.title)))
    return facts


def _beside(key: str) -> Callable[[Any], dict[str, object]]:
    """Link a record to the one it replaces, and to the one that replaced it."""

    def links(row: Any) -> dict[str, object]:
        page, later = f"{key}-page", getattr(row, "replaced_by", None)
        return {
            "replaced_url": reverse(page, args=[row.replaces_id]) if row.replaces_id else "",
            "replacing_url": reverse(page, args=[later.pk]) if later else "",
            "conclude_url": reverse("matters-conclude", args=[row.pk])
            if key == "matters" and row.is_standing and row.concluded_on is None
            else "",
        }

    return links


def _grade_facts(row: Any, _user: User) -> list[Fact]:
    return [
        recipient_fact(row),
        fact(_("Counting year"), str(row.counting_year)),
        fact(_("Grade"), capfirst(row.get_grade_display())),
        *_common(row),
    ]


def _initiative_facts(row: Any, _user: User) -> list[Fact]:
    return [
        recipient_fact(row),
        fact(_("What it is called"), row.name),
        fact(_("Counting year"), str(row.counting_year)),
        fact(_("Scope of its effect"), capfirst(row.get_scope_display())),
        fact(_("Recognised as"), capfirst(row.get_form_display())),
        fact(_("Its effect is certified"), row.effective),
        *known(_("Award it has already served"), award_named(row.used_for)),
        *_common(row),
    ]


def _discipline_facts(row: Any, _user: User) -> list[Fact]:
    return [
        recipient_fact(row),
        fact(_("Measure"), capfirst(row.get_level_display())),
        fact(_("In force from"), row.since),
        fact(_("In force until"), row.until or _("still holds")),
        *_common(row),
    ]


def _matter_facts(row: Any, _user: User) -> list[Fact]:
    return [
        recipient_fact(row),
        fact(_("Kind of matter"), capfirst(row.get_kind_display())),
        fact(_("Pending since"), row.since),
        *known(_("What it is about"), row.about),
        fact(_("Concluded"), row.concluded_on or _("not concluded"), row.conclusion),
        *_common(row),
    ]


def _kind(key: str, path: str, model: type[HistoryRecord], words: Words, **more: Any) -> RecordKind:
    return RecordKind(
        key=key,
        path=path,
        model=model,
        words=words,
        rows=_rows(model),
        unit_of=lambda row: row.kept_by,
        removal=None,
        cancelling=Cancelling(act=lambda row, **said: withdraw_history(row=row, **said)),
        changeable=lambda row: row.is_standing,
        beside_page=_beside(key),
        list_template="records/history_list.html",
        page_template="records/history_record.html",
        **more,
    )


GRADES: Final = _kind(
    "grades",
    "xep-loai",
    YearlyGrade,
    Words(
        plural=_("Yearly grades"),
        add=_("Record a grade"),
        edit=_("Correct the grade"),
        lead=_("How persons and collectives completed the tasks of each year, as decided."),
        recorded=_("The grade has been saved."),
        remove=_("Cancel this grade?"),
        removed=_("Cancelled grades"),
    ),
    right=Right.KEEP_AWARDS,
    table=tables.GRADES,
    form=GradeForm,
    facts=_grade_facts,
)
INITIATIVES: Final = _kind(
    "initiatives",
    "sang-kien",
    RecognisedInitiative,
    Words(
        plural=_("Recognised initiatives"),
        add=_("Record an initiative"),
        edit=_("Correct the initiative"),
        lead=_("Initiatives and scientific topics that were recognised, and how far their effect reaches."),
        recorded=_("The initiative has been saved."),
        remove=_("Cancel this initiative?"),
        removed=_("Cancelled initiatives"),
    ),
    right=Right.KEEP_AWARDS,
    table=tables.INITIATIVES,
    form=InitiativeRecordForm,
    facts=_initiative_facts,
)
DISCIPLINE: Final = _kind(
    "discipline",
    "ky-luat",
    DisciplineRecord,
    Words(
        plural=_("Disciplinary measures"),
        add=_("Record a measure"),
        edit=_("Correct the measure"),
        lead=_("Personal matters: only those who appraise nominations see them."),
        recorded=_("The measure has been saved."),
        remove=_("Cancel this measure?"),
        removed=_("Cancelled measures"),
    ),
    right=Right.APPRAISE,
    reading=Right.APPRAISE,
    table=tables.DISCIPLINE,
    form=DisciplineForm,
    facts=_discipline_facts,
)
MATTERS: Final = _kind(
    "matters",
    "vu-viec",
    PendingMatter,
    Words(
        plural=_("Pending matters"),
        add=_("Record a pending matter"),
        edit=_("Correct the matter"),
        lead=_(
            "While a matter is not concluded, its recipient is not considered. Only those who appraise see them."
        ),
        recorded=_("The matter has been saved."),
        remove=_("Cancel this matter?"),
        removed=_("Cancelled matters"),
    ),
    right=Right.APPRAISE,
    reading=Right.APPRAISE,
    table=tables.MATTERS,
    form=MatterForm,
    facts=_matter_facts,
)
HISTORY: Final = (GRADES, INITIATIVES, DISCIPLINE, MATTERS)
