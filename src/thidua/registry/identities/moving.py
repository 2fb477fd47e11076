"""Rows about a person turn to another one and back, whatever room they stand in.

The rooms above are found through the graph of models, so that the registry imports none of them. Each turned row is
remembered with whom it was about before; the row then stands with the root of that person's tree of mergers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.apps import apps
from django.db import IntegrityError, models, transaction

from thidua.orgs.models import Person
from thidua.registry.models import Award, IdentityCandidate, IdentityMerge, IdentityMove

AT_ONCE: Final = 500
_OWN: Final = (Person, IdentityCandidate, IdentityMerge, IdentityMove)


@dataclass(frozen=True)
class PersonColumn:
    """A column of some table that leads to a person."""

    model: type[models.Model]
    field: str

    @property
    def label(self) -> str:
        """«nominations.nomination»."""
        return self.model._meta.label_lower

    def rows(self, person_id: int | None) -> models.QuerySet[Any]:
        """Return the rows about that person."""
        return self.model._base_manager.filter(**{f"{self.field}_id": person_id}).order_by("pk")


def person_columns() -> tuple[PersonColumn, ...]:
    """Return every column of every room that leads to a person, but those of mergers themselves."""
    found = []
    for relation in Person._meta.get_fields(include_hidden=True):
        if (
            not relation.auto_created
            or relation.concrete
            or not (relation.one_to_many or relation.one_to_one)
        ):
            continue
        assert isinstance(relation, models.ForeignObjectRel)
        if (model := relation.related_model) not in _OWN:
            found.append(PersonColumn(model, relation.field.name))
    return tuple(sorted(found, key=lambda one: (one.label, one.field)))


def below(person_id: int) -> frozenset[int]:
    """Return the person and everybody merged into them, directly or not; a query for each step downwards."""
    found, newest = {person_id}, {person_id}
    while newest:
        rows = IdentityMerge.objects.filter(undone_at=None, kept__in=newest, merged__isnull=False).order_by()
        newest = set(rows.values_list("merged_id", flat=True)) - found
        found |= newest
    return frozenset(found)


def turn_rows(merge: IdentityMerge, source: Person, target: Person) -> dict[str, int]:
    """Turn all rows about `source` to `target`; return how many, by model.

    A row that would stand there twice (two registrations for one movement) stays where it is: it says nothing
    new of the one person, and comes to light when the merger is taken back.
    """
    told: dict[str, int] = {}
    known = below(source.pk)
    for column in person_columns():
        wanted = list(column.rows(source.pk).values_list("pk", flat=True))
        moved = _turned(column, wanted, source.pk, target.pk)
        before = _remembered(column, moved, known)
        IdentityMove.objects.bulk_create(
            IdentityMove(merge=merge, model=column.label, field=column.field, row_id=pk, origin=source)
            for pk in moved
            if pk not in before
        )
        if moved:
            told[column.label] = told.get(column.label, 0) + len(moved)
    return told


def turn_back(source_id: int, root_id: int) -> int:
    """Turn the rows that were about `source_id`, or somebody merged into them, back from `root_id`; return how many.

    A row that somebody gave to another person meanwhile stays with that one.
    """
    origins = below(source_id)
    moves = IdentityMove.objects.filter(origin__in=origins)
    count = 0
    for label, field in moves.order_by().values_list("model", "field").distinct():
        column = PersonColumn(apps.get_model(label), field)
        rows = moves.filter(model=label, field=field).order_by("row_id")
        count += len(_turned(column, list(rows.values_list("row_id", flat=True)), root_id, source_id))
    IdentityMove.objects.filter(origin=source_id).delete()
    return count


def link_awards(merge: IdentityMerge, awards: Sequence[Award], person: Person) -> None:
    """Link awards that were about nobody of the register to a person."""
    column = PersonColumn(Award, "person")
    moved = _turned(column, [one.pk for one in awards], None, person.pk)
    IdentityMove.objects.bulk_create(
        IdentityMove(merge=merge, model=column.label, field=column.field, row_id=pk) for pk in moved
    )


def unlink_awards(merge: IdentityMerge, person: Person) -> None:
    """Take the links of a merger away again."""
    column = PersonColumn(Award, "person")
    rows = list(merge.moves.filter(origin=None).values_list("row_id", flat=True))
    _turned(column, rows, person.pk, None)
    merge.moves.all().delete()


def has_rows(person: Person) -> bool:
    """Tell whether anything in any room is about the person."""
    return any(column.rows(person.pk).exists() for column in person_columns())


def _remembered(column: PersonColumn, ids: Sequence[int], origins: frozenset[int]) -> set[int]:
    rows = IdentityMove.objects.filter(model=column.label, field=column.field, origin__in=origins)
    return {
        pk
        for some in _parts(ids)
        for pk in rows.filter(row_id__in=some).order_by().values_list("row_id", flat=True)
    }


def _turned(column: PersonColumn, ids: Sequence[int], old: int | None, new: int | None) -> list[int]:
    """Return which of the rows now lead to `new`: those that led to `old` and may stand there."""
    done: list[int] = []
    for some in _parts(ids):
        rows = column.rows(old).filter(pk__in=some)
        standing = list(rows.values_list("pk", flat=True))
        if _updated(rows, column.field, new):
            done += standing
        else:
            done += [pk for pk in standing if _updated(rows.filter(pk=pk), column.field, new)]
    return done


def _updated(rows: models.QuerySet[Any], field: str, new: int | None) -> bool:
    try:
        with transaction.atomic():
            rows.order_by().update(**{f"{field}_id": new})
    except IntegrityError:
        return False
    return True


def _parts(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    return (ids[start : start + AT_ONCE] for start in range(0, len(ids), AT_ONCE))


def point_to_root(person_ids: Iterable[int], root_id: int | None) -> None:
    """Write who the persons turned out to be."""
    Person.objects.filter(pk__in=list(person_ids)).update(merged_into=root_id)
