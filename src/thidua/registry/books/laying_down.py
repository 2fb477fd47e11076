"""Write the rows of a book, a portion at once.

By hand and not through the models: of a hundred thousand rows, most of the time would go into making SQL of them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Final

from django.db import connection

from thidua.registry.models import BookRow

_PLAIN: Final = ("ordinal", "sheet", "row", "verdict", "resolution", "same_as")
_JSON: Final = ("cells", "values", "faults", "remarks")
_COLUMNS: Final = ("book_id", "award_id", *_PLAIN, *_JSON)


def lay_down(rows: Iterable[BookRow]) -> None:
    """Store new rows of one book; call inside a transaction."""
    quoted = ", ".join(connection.ops.quote_name(name) for name in _COLUMNS)
    places = ", ".join(["%s"] * len(_COLUMNS))
    table = connection.ops.quote_name(BookRow._meta.db_table)
    statement = f"INSERT INTO {table} ({quoted}) VALUES ({places})"  # noqa: S608
    told = [
        (
            *(row.book_id, row.award_id),
            *(getattr(row, name) for name in _PLAIN),
            *(json.dumps(getattr(row, name), ensure_ascii=False) for name in _JSON),
        )
        for row in rows
    ]
    with connection.cursor() as cursor:
        cursor.executemany(statement, told)
