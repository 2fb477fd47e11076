"""Gathering what is held about a person, table by table."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Final

from django.db import models
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.orgs.access import may_anywhere
from thidua.orgs.models import Person, PersonalData
from thidua.registry.access import RESTRICTED, history_seen_by
from thidua.registry.extract.rows import ExtractRow, followed, row_of, told_fields
from thidua.registry.identities.moving import PersonColumn, person_columns
from thidua.registry.models import Award
from thidua.registry.queries.books import sources_of
from thidua.support.audit.describe import story
from thidua.support.audit.models import AuditEntry
from thidua.support.audit.words import subject_words


@dataclass(frozen=True)
class ExtractSection:
    """Rows of one kind. `key`: as programs name it («registry.award»); `title`: in words."""

    key: str
    title: str
    rows: tuple[ExtractRow, ...]


Provider = Callable[[frozenset[int], User | None], Iterable[ExtractSection]]
_providers: Final[list[Provider]] = []
_rights: Final[dict[str, Right]] = {}


def register_provider(provider: Provider) -> None:
    """Add what hangs on rows about persons (their ids), as far as the user may read it."""
    if provider not in _providers:
        _providers.append(provider)


def register_right(model: str, right: Right) -> None:
    """Let rows of a table («council.interestdeclaration») stand in the extracts of those who hold the right."""
    _rights[model] = right


def gathered(person: Person, by: User | None) -> list[ExtractSection]:
    """Return every section that holds something, as far as `by` may read it; a query or two for each table.

    Whoever was merged into the person belongs to them.
    """
    ids = frozenset({person.pk, *Person.objects.filter(merged_into=person).values_list("pk", flat=True)})
    sections = [_names(ids)]
    sections += [
        _of_table(column, ids, by) for column in person_columns() if column.model is not PersonalData
    ]
    sections.append(_sources(ids))
    for provider in _providers:
        sections += provider(ids, by)
    sections.append(_log(ids))
    return [section for section in sections if section.rows]


def _names(ids: frozenset[int]) -> ExtractSection:
    fields = told_fields(Person, "")
    rows = Person.objects.filter(pk__in=ids).order_by("merged_into", "pk")
    return ExtractSection("orgs.person", _("Person"), tuple(row_of(one, fields) for one in rows))


def _of_table(column: PersonColumn, ids: frozenset[int], by: User | None) -> ExtractSection:
    model, fields = column.model, told_fields(column.model, column.field)
    rows = _readable(model, by).filter(**{f"{column.field}__in": ids}).select_related(*followed(fields))
    title = subject_words(column.label)
    return ExtractSection(column.label, title, tuple(row_of(one, fields) for one in rows.order_by("pk")))


def _readable(model: type[models.Model], by: User | None) -> models.QuerySet[Any]:
    for restricted in RESTRICTED:
        if model is restricted:
            return history_seen_by(by, restricted)  # type: ignore[arg-type]  # None: the installation itself
    right = _rights.get(model._meta.label_lower)
    rows = model._base_manager.all()
    return rows if right is None or may_anywhere(by, right) else rows.none()


def _sources(ids: frozenset[int]) -> ExtractSection:
    awards = list(Award.objects.filter(person__in=ids).order_by().values_list("pk", flat=True))
    rows = [
        {
            _("Book"): source.title,
            _("Sheet or table"): source.sheet,
            _("Row"): str(source.row),
            **{cell[0]: cell[1] for cell in source.cells.values() if len(cell) == 2},
        }
        for sources in sources_of(awards).values()
        for source in sources
    ]
    return ExtractSection("registry.source", _("Rows of old books"), tuple(rows))


def _log(ids: frozenset[int]) -> ExtractSection:
    sealed = PersonalData.objects.filter(person__in=ids).order_by().values_list("pk", flat=True)
    about = models.Q(subject_type="orgs.person", subject_id__in=[str(pk) for pk in ids])
    about |= models.Q(subject_type="orgs.personaldata", subject_id__in=[str(pk) for pk in sealed])
    rows = []
    for entry in AuditEntry.objects.filter(about).order_by("sequence"):
        told = story(entry)
        rows.append(
            {
                _("When"): f"{told.at:%d/%m/%Y %H:%M} UTC",
                _("Who"): told.who,
                _("What"): told.action,
                **{detail.label: detail.value for detail in told.details},
            }
        )
    return ExtractSection("audit", _("Who read and changed the data"), tuple(rows))
