"""Reading a stored appraisal: its single findings, and what it comes to with the officer's decisions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

NOT_MET: Final = 0
NEEDS_HUMAN: Final = 1
MET: Final = 2
_ANY: Final = "any_of"

Result = Mapping[str, Any]


@dataclass(frozen=True)
class StoredFinding:
    """One condition as the engine judged it. `text`, `outcome`, `lacks`: wordings in both languages, or None."""

    key: str  # «alternative/path»; a common rule «/path»
    alternative: str
    verdict: int
    text: Mapping[str, str]
    outcome: Mapping[str, str]
    lacks: Mapping[str, str] | None
    cites: tuple[Mapping[str, str], ...]
    evidence: Mapping[str, Any]
    condition: str = ""  # its kind

    @property
    def is_settled(self) -> bool:
        """Whether the engine itself said yes or no."""
        return self.verdict != NEEDS_HUMAN


def leaves(result: Result) -> Iterator[StoredFinding]:
    """Yield the single findings of every alternative that counts, then those of the common rules."""
    for alternative in result["alternatives"]:
        if alternative["counts"]:
            for finding in alternative["findings"]:
                yield from _leaves(finding)
    for rule in result["rules"]:
        yield from _leaves(rule)


def is_carried(result: Result, rulings: Mapping[str, bool]) -> bool:
    """Tell whether the award is met once the officer's `rulings` (finding → holds) replace the engine's verdicts.

    One alternative that counts must hold, and every common rule.
    """
    return verdict_with(result, rulings) == MET


def verdict_with(result: Result, rulings: Mapping[str, bool]) -> int:
    """Return what the award comes to with the officer's `rulings` (finding → holds): MET, NOT_MET or NEEDS_HUMAN.

    The best of the alternatives that count, and every common rule; what nobody ruled on stands as the engine said.
    """
    ways = [
        min((_came_to(one, rulings) for one in way["findings"]), default=MET)
        for way in result["alternatives"]
        if way["counts"]
    ]
    rules = (_came_to(rule, rulings) for rule in result["rules"])
    return min([max(ways, default=NEEDS_HUMAN), *rules])


def has_alternatives(result: Result) -> bool:
    """Tell whether the law says anything by which the award could be judged."""
    return any(one["counts"] for one in result["alternatives"])


def _came_to(finding: Mapping[str, Any], rulings: Mapping[str, bool]) -> int:
    if finding["findings"]:
        gathered = max if finding["condition"] == _ANY else min
        return gathered(_came_to(inner, rulings) for inner in finding["findings"])
    key = _key(finding)
    if key in rulings:
        return MET if rulings[key] else NOT_MET
    return int(finding["verdict"])


def _leaves(finding: Mapping[str, Any]) -> Iterator[StoredFinding]:
    if finding["findings"]:
        for inner in finding["findings"]:
            yield from _leaves(inner)
        return
    yield StoredFinding(
        key=_key(finding),
        alternative=finding["alternative"],
        verdict=finding["verdict"],
        text=finding["text"],
        outcome=finding["outcome"],
        lacks=finding["lacks"],
        cites=tuple(finding["cites"]),
        evidence=finding["evidence"],
        condition=finding.get("condition", ""),
    )


def _key(finding: Mapping[str, Any]) -> str:
    return f"{finding['alternative']}/{finding['path']}"
