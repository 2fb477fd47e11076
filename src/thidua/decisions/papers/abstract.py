"""What a letter or a decision is about: which awards, for how many."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from thidua.decisions.models import DecisionLine
from thidua.decisions.papers.grouping import Listed, counted

LENGTH: Final = 300  # what the column takes


def prize_abstract(rows: Sequence[Listed], awards: Mapping[str, str]) -> str:
    """Return «Về việc đề nghị trao Giải A, Giải thưởng … cho 02 cá nhân»."""
    return _abstract("Về việc đề nghị trao", rows, awards)


def proposal_abstract(rows: Sequence[Listed], awards: Mapping[str, str]) -> str:
    """Return «Về việc đề nghị tặng Bằng khen của … cho 02 tập thể, 01 cá nhân». `awards`: code → name as printed."""
    return _abstract("Về việc đề nghị tặng", rows, awards)


def decision_abstract(lines: Sequence[DecisionLine]) -> str:
    """Return «Về việc tặng Bằng khen của … cho 01 hộ gia đình» of the granted lines, empty where there is none."""
    verb = "trao" if lines and lines[0].prize_result_id else "tặng"
    return _abstract(f"Về việc {verb}", lines, names_of(lines))


def what_for_whom(rows: Sequence[Listed], awards: Mapping[str, str]) -> str:
    """Return «Bằng khen của … cho 02 tập thể, 01 cá nhân; …» of the awards that somebody receives."""
    own = ((name, [row for row in rows if row.award_code == code]) for code, name in awards.items())
    return "; ".join(f"{name} cho {counted(those)}" for name, those in own if those)


def names_of(lines: Sequence[DecisionLine]) -> dict[str, str]:
    """Return the awards of the lines in their order: code → name as printed."""
    return {line.award_code: line.award_name for line in lines}


def _abstract(begins: str, rows: Sequence[Listed], awards: Mapping[str, str]) -> str:
    told = what_for_whom(rows, awards)
    whole = f"{begins} {told}"
    if not told or len(whole) <= LENGTH:
        return whole if told else ""
    what = "giải" if begins.endswith("trao") else "các hình thức khen thưởng"
    return f"{begins} {what} cho {counted(rows)}"[:LENGTH]
