"""The file of stated facts, and the units its short names stand for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, Final

import yaml
from django.utils import timezone

from thidua.accounts.models import User
from thidua.orgs.models import Unit

DATA: Final = Path(__file__).parents[1] / "data" / "lang_son" / "report_2019.yaml"

UNITS: Final = {
    "province": "tinh-lang-son",
    "peoples_committee": "ubnd-tinh",
    "board": "ban-thi-dua-khen-thuong",
    "party": "tinh-uy",
    "statistics": "cuc-thong-ke",
    "finance": "so-tai-chinh",
    "one_stop": "trung-tam-phuc-vu-hanh-chinh-cong",
    "provincial_hospital": "benh-vien-da-khoa-tinh",
    "home_affairs": "so-noi-vu",
    "culture": "so-van-hoa-the-thao-va-du-lich",
    "police": "cong-an-tinh",
    "na-ao-2": "thon-na-ao-2-de-tham",
    "ban-dooc": "thon-ban-dooc-hiep-ha",
    "na-peo": "thon-na-peo-bac-lang",
}


@dataclass(frozen=True)
class Statement:
    """The facts as read from the file, the units they speak of, and the accounts that enter them, by role code."""

    facts: dict[str, Any]
    units: dict[str, Unit]
    users: dict[str, User]

    @property
    def source(self) -> str:
        """Where all of it stands."""
        return str(self.facts["source"])

    @property
    def ceremony(self) -> date:
        """The day of the closing ceremony; not the day of any decision."""
        day: date = self.facts["ceremony"]
        return day


def read_statement(users: dict[str, User]) -> Statement:
    """Return the statement of 2019 with its units looked up in one query."""
    facts = yaml.safe_load(DATA.read_text(encoding="utf-8"))
    rows = Unit.objects.in_bulk(list(UNITS.values()), field_name="key")
    return Statement(facts, {name: rows[key] for name, key in UNITS.items()}, users)


def at_noon(day: date) -> datetime:
    """Return twelve o'clock of `day`: a moment for what is known by its day only."""
    return timezone.make_aware(datetime.combine(day, time(12)))
