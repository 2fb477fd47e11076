"""The guide for whoever runs the system names every option, and no other."""

from __future__ import annotations

import re
from pathlib import Path

from thidua.config.env import OPTIONS, PREFIX

GUIDE = Path(__file__).parents[2] / "docs" / "operate.md"


def test_the_guide_lists_every_option_with_its_default_and_purpose() -> None:
    rows = re.findall(
        r"^\| `(\w+)` \| (?:`([^`]*)`)? ?\| (.+) \|$", GUIDE.read_text(encoding="utf-8"), re.MULTILINE
    )

    assert rows == [(PREFIX + option.name, option.default, option.purpose) for option in OPTIONS]
