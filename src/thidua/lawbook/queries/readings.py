"""Questions of reading as the Board answered them."""

from __future__ import annotations

from collections.abc import Mapping

from django.db.models import QuerySet

from thidua.lawbook import caps
from thidua.lawbook.models import BoardSetting

Key = tuple[str, str]  # reading, scope ("" for all)


def answers_in_force() -> dict[Key, BoardSetting]:
    """Return the newest answer not withdrawn for each reading and scope; one query."""
    rows = BoardSetting.objects.filter(withdrawn_at__isnull=True).select_related("set_by")
    found: dict[Key, BoardSetting] = {}
    for row in rows.order_by("id"):
        found[row.reading, row.scope] = row
    return found


def history_of_readings(reading: str) -> QuerySet[BoardSetting]:
    """Return every answer ever given to `reading`, newest first, withdrawn ones too."""
    return BoardSetting.objects.filter(reading=reading).select_related("set_by", "withdrawn_by")


def settings_of(answers: Mapping[Key, BoardSetting]) -> dict[str, object]:
    """Return the answers as the engine reads them: by «code», or «code:alternative»."""
    return {
        f"{reading}:{scope}" if scope else reading: row.value
        for (reading, scope), row in answers.items()
        if reading != caps.READING
    }


def caps_lifted(answers: Mapping[Key, BoardSetting]) -> frozenset[str]:
    """Return the codes of the texts whose cap the Board has lifted."""
    return frozenset(
        scope
        for (reading, scope), row in answers.items()
        if reading == caps.READING and row.value == caps.LIFTED
    )
