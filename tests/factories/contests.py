"""Editions open for entries and the works entered, made through the actions of the product."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import time_machine

from tests.factories.movements import SmallProvince
from tests.factories.records import edition
from tests.factories.works import pdf
from thidua.contests.actions import enter_on_paper, enter_online, open_for_entries
from thidua.contests.content import AuthorLine, CategoryContent, EntryContent, RulesContent
from thidua.contests.enums import EntrantKind
from thidua.contests.models import Category, EditionRules, Entry
from thidua.support.files.actions import store_file
from thidua.support.files.models import StoredFile
from thidua.support.provenance import Provenance

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
OPENS = datetime(2027, 3, 1, 8, 0, 0, tzinfo=HANOI)
CLOSES = datetime(2027, 9, 30, 17, 0, 0, tzinfo=HANOI)
INSIDE = datetime(2027, 5, 2, 9, 30, 0, tzinfo=HANOI)


def rules_content(**changes: Any) -> RulesContent:
    """Return rules of an edition, complete, with `changes`."""
    return RulesContent(**{"opens_at": OPENS, "closes_at": CLOSES, "text": "Thể lệ cuộc thi", **changes})


def categories() -> list[CategoryContent]:
    """Return two categories: prose with three prizes, photographs with one."""
    return [
        CategoryContent(name="Văn xuôi", prizes=[("Giải A", 1), ("Giải B", 2)]),
        CategoryContent(name="Nhiếp ảnh", prizes=[("Giải A", 1)]),
    ]


def open_edition(place: SmallProvince, **changes: Any) -> EditionRules:
    """Return the rules of a new edition that takes entries from OPENS to CLOSES."""
    return open_for_entries(
        edition=edition(place), content=rules_content(**changes), categories=categories(), by=place.officer
    )


def entry_content(**changes: Any) -> EntryContent:
    """Return what is said of an entry, complete, with `changes`."""
    return EntryContent(
        **{
            "title": "Mùa hoa hồi",
            "entrant_kind": EntrantKind.INDIVIDUAL,
            "authors": [AuthorLine(name="Hà Thị Kín")],
            "phone": "0912345678",
            "provenance": Provenance.TEST,
            **changes,
        }
    )


def work_file(name: str = "Ha Thi Kin.pdf") -> StoredFile:
    """Return a stored file that bears its author's name, as files do."""
    return store_file(data=pdf(), name=name, by=None)


def entry(category: Category, *, at: datetime = INSIDE, **changes: Any) -> Entry:
    """Return a work entered online by a visitor at the moment `at`."""
    with time_machine.travel(at, tick=False):
        return enter_online(category=category, content=entry_content(**changes), files=[work_file()], by=None)


def paper_entry(place: SmallProvince, category: Category, *, stamped_at: datetime, **changes: Any) -> Entry:
    """Return a work that came on paper."""
    return enter_on_paper(
        category=category, content=entry_content(**changes), stamped_at=stamped_at, by=place.officer
    )
