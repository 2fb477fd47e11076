"""The periods of `periods.yaml` (law: Thông tư 10/2022/TT-BNV; Luật Lưu trữ 33/2024/QH15)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import yaml
from django.db import models
from django.utils.translation import gettext_lazy as _

_FILE: Final = Path(__file__).with_name("periods.yaml")


class DataKind(models.TextChoices):
    """A kind of data with a period of its own."""

    PERSONAL_DATA = "personal_data", _("identity numbers and birth dates")
    DOSSIERS_STATE = "dossiers_state", _("papers of awards of the State level")
    DOSSIERS_PROVINCE = "dossiers_province", _("papers of awards of ministries and provinces")
    DOSSIERS_UNIT = "dossiers_unit", _("papers of awards of units")


@dataclass(frozen=True)
class RetentionPeriod:
    """How long a kind is kept: years, None for good. `erases`: whether the system may erase it."""

    kind: DataKind
    years: int | None
    erases: bool
    verified: bool
    source: str


@cache
def retention_periods() -> dict[DataKind, RetentionPeriod]:
    """Return the period of every kind."""
    read = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return {kind: RetentionPeriod(kind=kind, **read[kind.value]) for kind in DataKind}
