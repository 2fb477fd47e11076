"""Prizes and contests: their editions with winners, and the prizes and contests themselves."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.contests.access import competitions_seen_by, editions_seen_by
from thidua.contests.actions import (
    replace_results,
    restore_competition,
    restore_edition,
    withdraw_competition,
    withdraw_edition,
)
from thidua.contests.actions.replace_results import present_lines
from thidua.contests.actions.withdraw_competition import ACTION as COMPETITION_WITHDRAWN
from thidua.contests.actions.withdraw_edition import ACTION as EDITION_WITHDRAWN
from thidua.contests.content import ResultLine
from thidua.contests.models import Competition, Edition
from thidua.contests.queries import with_counts
from thidua.core.numerals import roman
from thidua.registry.enums import RecipientKind
from thidua.registry.lists.reading import ReadLine
from thidua.registry.lists.shape import WINNERS
from thidua.web.shell import cells, formats
from thidua.web.workspace.records.facts import (
    Fact,
    fact,
    joined,
    known,
    movements_fact,
    origin_facts,
    unit_fact,
)
from thidua.web.workspace.records.forms.contests import CompetitionForm, EditionForm
from thidua.web.workspace.records.record_kind import (
    LineList,
    RecordKind,
    Removal,
    Words,
    own_unit,
    unit_of_parent,
)
from thidua.web.workspace.records.tables.contests import (
    COMPETITION_TABLE,
    TABLE,
    WINNER_TABLE,
    edition_words,
)
from thidua.web.workspace.records.tables.winners import counted


def _editions(user: User) -> QuerySet[Edition]:
    rows = with_counts(editions_seen_by(user))
    return rows.select_related("competition__organiser").prefetch_related("movements")


def _edition_facts(row: Any, _user: User) -> list[Fact]:
    competition = row.competition
    return [
        fact(
            _("Prize or contest"),
            cells.link(COMPETITIONS.url("page", competition.pk), competition.name),
        ),
        fact(_("Kind"), capfirst(competition.get_kind_display())),
        *known(_("Genre"), competition.genre),
        *known(_("Edition"), roman(row.number) if row.number else ""),
        fact(_("Year"), str(row.year)),
        fact(_("Awarded on"), row.awarded_on),
        unit_fact(_("Organiser"), competition.organiser),
        *_decision_facts(row),
        fact(_("Winners"), counted(row, row.winners)),
        movements_fact(row.movements.all()),
        *origin_facts(row.source, row.provenance),
    ]


def _decision_facts(row: Edition) -> list[Fact]:
    """Return the decision that was signed elsewhere, with its scan."""
    if not row.decision_number:
        return []
    on = formats.day(row.decided_on) if row.decided_on else ""
    told = ", ".join(part for part in (row.decision_number, on, row.decided_by) if part)
    if row.decision_file_id is None:
        return [fact(_("Decision on the prizes"), told)]
    scan = cells.link(reverse("edition-decision-file", args=[row.pk]), _("Scan of the decision"))
    return [Fact(_("Decision on the prizes"), cells.with_note(told, scan))]


def _line(read: ReadLine) -> ResultLine:
    return ResultLine(kind=read.kind, name=read.name, work=read.first, prize=read.second)


LINES = LineList(
    path="nguoi-doat-giai",
    heading=gettext_lazy("Winners"),
    edit=gettext_lazy("Change the list of winners"),
    hint=gettext_lazy(
        "One winner to a line: name; collective, individual, household or author; work; prize. "
        "Semicolons or tabs stand between the parts, and all but the name may be left out. "
        "Lines copied from Excel can be pasted as they are."
    ),
    saved=gettext_lazy("The list of winners has been saved."),
    first=gettext_lazy("Work entered"),
    second=gettext_lazy("Prize won"),
    shape=WINNERS,
    default_kind=RecipientKind.AUTHOR,
    table=WINNER_TABLE,
    rows=lambda row: row.results.all(),
    stored=present_lines,
    make=_line,
    replace=lambda row, lines, **said: replace_results(edition=row, results=lines, **said),
)


EDITIONS = RecordKind(
    key="editions",
    path="giai-thuong-cuoc-thi",
    model=Edition,
    words=Words(
        plural=gettext_lazy("Prizes and contests"),
        add=gettext_lazy("Record an edition"),
        edit=gettext_lazy("Correct the edition"),
        lead=gettext_lazy("Editions of prizes and contests with their winners by kind."),
        recorded=gettext_lazy("The edition has been saved."),
        remove=gettext_lazy("Remove this edition with all its winners?"),
        removed=gettext_lazy("Removed editions"),
    ),
    right=Right.KEEP_AWARDS,
    rows=_editions,
    unit_of=lambda row: row.competition.organiser,
    table=TABLE,
    form=EditionForm,
    facts=_edition_facts,
    removal=Removal(
        withdraw=lambda row, **said: withdraw_edition(edition=row, **said),
        restore=restore_edition,
        action=EDITION_WITHDRAWN,
        units=unit_of_parent(Competition, "competition", "organiser"),
    ),
    title=edition_words,
    list_template="records/editions.html",
    page_template="records/page_with_lines.html",
    lines=LINES,
)


def _competitions(user: User) -> QuerySet[Competition]:
    return competitions_seen_by(user).select_related("organiser").prefetch_related("editions")


def _competition_facts(row: Any, user: User) -> list[Fact]:
    editions = editions_seen_by(user).filter(competition=row).select_related("competition").order_by("-year")
    links = [cells.link(EDITIONS.url("page", edition.pk), edition_words(edition)) for edition in editions]
    return [
        fact(_("Kind"), capfirst(row.get_kind_display())),
        *known(_("Genre"), row.genre),
        unit_fact(_("Organiser"), row.organiser),
        fact(_("Editions"), joined(links)),
    ]


def _beside(row: Competition) -> Mapping[str, object]:
    return {"new_edition_url": f"{EDITIONS.url('new')}?competition={row.pk}"}


COMPETITIONS = RecordKind(
    key="competitions",
    path="giai-thuong-cuoc-thi/danh-muc",
    model=Competition,
    words=Words(
        plural=gettext_lazy("All prizes and contests"),
        add=gettext_lazy("Enter a prize or contest"),
        edit=gettext_lazy("Correct the prize or contest"),
        lead=gettext_lazy("Each prize or contest is entered once; its editions follow."),
        recorded=gettext_lazy("The prize or contest has been saved."),
        remove=gettext_lazy("Remove this prize or contest?"),
        removed=gettext_lazy("Removed prizes and contests"),
    ),
    right=Right.KEEP_AWARDS,
    rows=_competitions,
    unit_of=lambda row: row.organiser,
    table=COMPETITION_TABLE,
    form=CompetitionForm,
    facts=_competition_facts,
    removal=Removal(
        withdraw=lambda row, **said: withdraw_competition(competition=row, **said),
        restore=restore_competition,
        action=COMPETITION_WITHDRAWN,
        units=own_unit("organiser"),
    ),
    beside_page=_beside,
    page_template="records/competition.html",
    above=EDITIONS,
)
