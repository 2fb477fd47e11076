"""What the Board lays over the national law, made through the actions of the product."""

from __future__ import annotations

from datetime import date
from typing import Any

from thidua.accounts.models import User
from thidua.lawbook.actions import check_provision, load_local_regulation, set_reading
from thidua.lawbook.models import BoardSetting, LocalRegulation, ProvisionCheck

MEMORY_WAY = "alternative/nf-2013"
CONFIRMED_WAY = "alternative/pc-2022-1d2"

REGULATION = """\
code: {code}
number: {number}
name: {{vi: "Quyết định {number} kiểm thử", en: "Decision {number} for tests"}}
from: 2024-01-15
approved_by: {{vi: Ủy ban nhân dân tỉnh, en: "Provincial People's Committee"}}
approved_on: 2024-01-05
cite: [LAW2022 Đ84 k6]
settings:
  - {{code: mixed_initiative_topic, value: {value}, cite: [{code} Đ6 k2]}}
"""


def regulation_text(code: str = "KT01", number: str = "01/2024/QĐ-UBND", value: str = "true") -> str:
    """Return a local regulation as YAML."""
    return REGULATION.format(code=code, number=number, value=value)


def regulation(by: User, **changes: str) -> LocalRegulation:
    """Return a loaded local regulation."""
    return load_local_regulation(document=regulation_text(**changes), by=by)


def checked(by: User, provision: str = CONFIRMED_WAY, **changes: Any) -> ProvisionCheck:
    """Return a check of a provision."""
    return check_provision(**{"provision": provision, "checked_on": date(2024, 1, 20), "by": by} | changes)


def answer(by: User, **changes: Any) -> BoardSetting:
    """Return an answer of the Board."""
    return set_reading(
        **{
            "reading": "mixed_initiative_topic",
            "value": True,
            "decided_on": date(2024, 1, 20),
            "decision_number": "15/BB-HĐTĐKT",
            "by": by,
        }
        | changes
    )
