"""What the tables hold that a merger touches."""

from __future__ import annotations

from django.core import serializers

from thidua.orgs.models import Person
from thidua.registry.identities.moving import person_columns


def dump() -> str:
    """Return every row of persons and of all tables with a column for persons, as JSON."""
    models = [Person, *dict.fromkeys(column.model for column in person_columns())]
    rows = [row for model in models for row in model._base_manager.order_by("pk")]
    return serializers.serialize("json", rows)
