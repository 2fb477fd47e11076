"""A row with everything that belongs to it, kept whole in the log so that it can be brought back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.core import serializers
from django.core.serializers.base import DeserializationError
from django.db import IntegrityError, connection, models
from django.db.models.fields.reverse_related import ManyToManyRel, ManyToOneRel

Snapshot = dict[str, Any]


class CannotBringBack(Exception):
    """Something that the row points to is gone, or its place was taken meanwhile."""


def snapshot(row: models.Model) -> Snapshot:
    """Return the row and the rows that live and die with it (`rows`), and who points to it from afar (`links`).

    Plain values only, ready for the details of an entry.
    """
    kept = list(dict.fromkeys([row, *_parts([row])]))
    return {
        "rows": serializers.serialize("python", kept),
        "links": {name: sorted(manager.values_list("pk", flat=True)) for name, manager in _links(row)},
    }


def bring_back(taken: Snapshot) -> models.Model:
    """Store the rows of `taken` again under their old numbers and return the first; raises CannotBringBack.

    Call inside a transaction: a failure half-way leaves rows behind.
    """
    try:
        found = list(serializers.deserialize("python", taken["rows"]))
        for each in found:
            each.save(force_insert=True)
        # Now, not at the end of the transaction: what a row points to may be gone.
        connection.check_constraints(table_names=_tables(found))
    except (DeserializationError, IntegrityError) as fault:
        raise CannotBringBack(str(fault)) from fault
    row: models.Model = found[0].object
    for name, manager in _links(row):
        known = manager.model._default_manager.filter(pk__in=taken["links"].get(name, []))
        manager.set(known)
    return row


def _tables(found: list[Any]) -> set[str]:
    metas = [each.object._meta for each in found]
    joining = {field.remote_field.through._meta.db_table for meta in metas for field in meta.many_to_many}
    return joining | {meta.db_table for meta in metas}


def _parts(rows: list[models.Model]) -> Iterator[models.Model]:
    """Yield what lives and dies with `rows`, all of one kind, and what does with that in turn: owners first."""
    for relation in rows[0]._meta.related_objects if rows else ():
        if isinstance(relation, ManyToOneRel) and relation.on_delete is models.CASCADE:
            owned = relation.related_model._default_manager.filter(**{f"{relation.field.name}__in": rows})
            children = list(owned.order_by("pk"))
            yield from children
            yield from _parts(children)


def _links(row: models.Model) -> Iterator[tuple[str, Any]]:
    for relation in row._meta.related_objects:
        name = relation.get_accessor_name()
        if isinstance(relation, ManyToManyRel) and name:
            yield name, getattr(row, name)
