"""Awards given: decisions with their recipients."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.registry.access import conferrals_seen_by
from thidua.registry.actions import replace_recipients, restore_conferral, withdraw_conferral
from thidua.registry.actions.granted import refusal
from thidua.registry.actions.replace_recipients import present_lines
from thidua.registry.actions.withdraw_conferral import ACTION
from thidua.registry.content import RecipientLine
from thidua.registry.enums import RecipientKind
from thidua.registry.lists.reading import ReadLine
from thidua.registry.lists.shape import RECIPIENTS
from thidua.registry.models import BookImport, Conferral
from thidua.registry.queries import with_counts
from thidua.web.workspace.records.facts import Fact, fact, known, movements_fact, origin_facts, unit_fact
from thidua.web.workspace.records.forms.awards import AwardForm
from thidua.web.workspace.records.law_names import award_named
from thidua.web.workspace.records.record_kind import LineList, RecordKind, Removal, Words, own_unit
from thidua.web.workspace.records.tables.awards import RECIPIENT_TABLE, TABLE, decision_words
from thidua.web.workspace.records.tables.winners import counted


def _rows(user: User) -> QuerySet[Conferral]:
    rows = with_counts(conferrals_seen_by(user)).annotate(day=Coalesce("decision_date", "presented_on"))
    return rows.select_related("deciding_unit").prefetch_related("movements")


def _facts(row: Any, _user: User) -> list[Fact]:
    return [
        fact(_("Form of commendation"), row.award_form),
        fact(_("Award of the law book"), award_named(row.award_code)),
        fact(_("Decision"), decision_words(row)),
        *known(_("Decided by"), row.authority),
        unit_fact(_("Kept by") if row.authority else _("Decided by"), row.deciding_unit),
        fact(_("Day of presentation"), row.presented_on),
        *known(_("Presented by"), row.presented_by),
        *known(_("Occasion"), row.occasion),
        *known(_("Achievement"), row.reason),
        fact(_("Who received"), counted(row, row.recipients)),
        movements_fact(row.movements.all()),
        *origin_facts(row.source, row.provenance),
    ]


def _line(read: ReadLine) -> RecipientLine:
    return RecipientLine(
        kind=read.kind,
        name=read.name,
        post_then=read.first,
        unit_then=read.second,
        counting_year=read.year,
        commendation_type=read.type,
    )


def _beside(row: Any) -> dict[str, object]:
    unlinked = row.awards.filter(person=None, unit=None, household=None).count()
    told = row.awards.filter(book__isnull=False).order_by().values("book")
    books = BookImport.objects.filter(Q(pk__in=told) | Q(pk=row.book_id)).order_by("pk")
    return {"granted": refusal() if row.from_decision else "", "unlinked": unlinked, "books": books}


LINES = LineList(
    path="nguoi-nhan",
    heading=_("List of recipients"),
    edit=_("Change the list of recipients"),
    hint=_(
        "One recipient to a line: name; collective, individual, household or author; post; unit or address; "
        "counting year; type of commendation. "
        "Semicolons or tabs stand between the parts, and all but the name may be left out. "
        "Lines copied from Excel can be pasted as they are."
    ),
    saved=_("The list of recipients has been saved."),
    first=_("Post at the time"),
    second=_("Unit or address at the time"),
    shape=RECIPIENTS,
    default_kind=RecipientKind.INDIVIDUAL,
    table=RECIPIENT_TABLE,
    rows=lambda row: row.awards.all(),
    stored=present_lines,
    make=_line,
    extras=lambda line: line.extras(),
    renew=lambda kept, made: kept.renewed(made),
    replace=lambda row, lines, **said: replace_recipients(conferral=row, recipients=lines, **said),
)

AWARDS = RecordKind(
    key="awards",
    path="khen-thuong",
    model=Conferral,
    words=Words(
        plural=_("Awards given"),
        add=_("Record awards given"),
        edit=_("Correct awards given"),
        lead=_(
            "Decisions to award with their recipients. The day of presentation is not the date of the decision."
        ),
        recorded=_("The awards have been saved."),
        remove=_("Remove these awards with all their recipients?"),
        removed=_("Removed awards"),
    ),
    right=Right.KEEP_AWARDS,
    rows=_rows,
    unit_of=lambda row: row.deciding_unit,
    table=TABLE,
    form=AwardForm,
    facts=_facts,
    removal=Removal(
        withdraw=lambda row, **said: withdraw_conferral(conferral=row, **said),
        restore=restore_conferral,
        action=ACTION,
        units=own_unit("deciding_unit"),
    ),
    beside_page=_beside,
    list_template="records/awards.html",
    page_template="records/awarded.html",
    lines=LINES,
)
