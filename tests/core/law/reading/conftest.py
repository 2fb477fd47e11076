"""A whole law of four small pages, which each test breaks in one place."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from thidua.core.law.book import LawBook
from thidua.core.law.reading import LocalLayer, check_law, load_law

WORDS = {
    "grades": ["completed", "excellently_completed"],
    "scopes": ["grassroots"],
    "influences": ["nationwide"],
    "launchers": ["province"],
    "reviews": ["final_review"],
    "discipline_levels": ["reprimand"],
    "recipient_kinds": ["individual", "collective"],
    "commendation_types": ["merit"],
    "authorities": ["provincial_chair", "commune_chair"],
    "degrees": ["large"],
    "invention_levels": ["nationwide"],
    "kinds": ["emulation_title", "order"],
    "levels": ["province", "state"],
    "certainties": ["confirmed"],
    "posts": ["minister"],
    "service_periods": ["construction"],
    "organisers": ["province"],
    "units": ["pct", "days"],
}
TEXT = """\
code: LAW1
kind: law
number: 1/2000/QH
name: {vi: Luật một, en: Law one}
short: {vi: Luật 1, en: Law 1}
from: 2000-01-01
certainty: confirmed
"""
SETTING = """\
code: mixed
values: [true, false]
value_names:
  - {value: true, vi: có, en: "yes"}
  - {value: false, vi: không, en: "no"}
default: null
name: {vi: Cộng dồn, en: Adding up}
why: {vi: Luật không nói, en: The law is silent}
used_by: [t-1]
"""
PARAMETER = """\
code: votes/title
name: {vi: Tỷ lệ phiếu, en: Votes}
unit: pct
values:
  - {from: 2000-01-01, to: 2009-12-31, value: 80, cite: [LAW1 Đ1], certainty: confirmed}
  - {from: 2010-01-01, value: 90, cite: [LAW1 Đ2 k1 a], certainty: memory}
"""
RULE = """\
id: suspension
effect: block
from: 2000-01-01
says: {vi: Đang bị xem xét, en: Under examination}
cite: [LAW1 Đ4]
certainty: confirmed
"""
TITLE = """\
code: title
kind: emulation_title
name: {vi: Danh hiệu, en: Title}
level: province
rank: 10
recipients: [individual]
articles: [LAW1 Đ10]
decided_by:
  - {from: 2000-01-01, to: 2009-12-31, authorities: [provincial_chair], cite: [LAW1 Đ11], certainty: confirmed}
  - {from: 2010-01-01, authorities: [commune_chair], cite: [LAW1 Đ12], certainty: confirmed}
bonus:
  - {from: 2000-01-01, individual: "1.5", collective: null, household: null, cite: [LAW1 Đ13], certainty: confirmed}
certainty: confirmed
alternatives:
  - id: t-1
    applies_to: [individual]
    text: LAW1
    cite: [LAW1 Đ10 k1]
    from: 2000-01-01
    certainty: confirmed
    all_of:
      - {kind: grade_run, grade: completed, n: 2}
      - {kind: initiative_count, n: 1, scope: grassroots, mixed_setting: mixed}
      - {kind: qualitative, text: {vi: Gương mẫu, en: Exemplary}}
  - id: t-2
    applies_to: [collective]
    text: LAW1
    cite: [LAW1 Đ10 k2]
    from: 2000-01-01
    certainty: confirmed
    any_of:
      - {kind: ref, ref: t-1}
"""
ORDER = """\
code: order
kind: order
name: {vi: Huân chương, en: Order}
level: state
rank: 1
recipients: [individual]
articles: [LAW1 Đ20]
decided_by: []
bonus: []
certainty: confirmed
alternatives:
  - id: o-1
    applies_to: [individual]
    text: LAW1
    cite: [LAW1 Đ20 k1]
    from: 2000-01-01
    certainty: confirmed
    all_of:
      - {kind: initiative_count, n: 3, scope: grassroots, mixed_setting: mixed}
"""
PAGES = {
    "texts/law1.yaml": TEXT,
    "settings/mixed.yaml": SETTING,
    "parameters/votes/title.yaml": PARAMETER,
    "rules/suspension.yaml": RULE,
    "awards/title.yaml": TITLE,
    "awards/order.yaml": ORDER,
}


@dataclass
class Law:
    """A law folder that a test changes."""

    root: Path

    def write(self, page: str, text: str) -> None:
        path = self.root / page
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def change(self, page: str, old: str, new: str) -> None:
        before = (self.root / page).read_text(encoding="utf-8")
        assert before.count(old) == 1, f"“{old}” stands {before.count(old)} times in {page}"
        self.write(page, before.replace(old, new))

    def faults(self, *local: LocalLayer) -> list[str]:
        return [str(fault) for fault in check_law(self.root, local)]

    def book(self, *local: LocalLayer) -> LawBook:
        return load_law(root=self.root, local=local)


@pytest.fixture
def law(tmp_path: Path) -> Law:
    """A law without a fault."""
    found = Law(tmp_path)
    for name, codes in WORDS.items():
        lines = "".join(f"  {code}: {{vi: {code}, en: {code}}}\n" for code in codes)
        found.write(f"words/{name}.yaml", f"vocabulary: {name}\nwords:\n{lines}")
    for page, text in PAGES.items():
        found.write(page, text)
    return found


@pytest.fixture
def broken(law: Law) -> Callable[[str, str, str], list[str]]:
    """Change one place of the law and return its faults."""

    def change(page: str, old: str, new: str) -> list[str]:
        law.change(page, old, new)
        return law.faults()

    return change
