"""Votes, quotas, deadlines and publicity that concern an award on a day."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from thidua.core.language import Wording
from thidua.core.law.book import LawBook
from thidua.core.law.provisions import Award, DatedValue, Parameter
from thidua.core.law.stated import code_for
from thidua.core.law.summaries.parameter_words import subject_of, value_in_words
from thidua.core.law.summaries.phrases import said
from thidua.core.law.summaries.places import places, standing
from thidua.core.law.summaries.shapes import Piece, Procedure, Topic

HEADINGS: Final[Mapping[Topic, Wording]] = {
    "votes": Wording("Biểu quyết của Hội đồng", "Vote of the council"),
    "quotas": Wording("Tỷ lệ khống chế", "Caps"),
    "deadlines": Wording("Thời hạn", "Time limits"),
    "publicity": Wording("Công khai", "Publicity"),
}
_STEPS: Final = "deadlines/steps"
_FAMILIES: Final[tuple[tuple[Topic, str], ...]] = (
    ("votes", "votes"),
    ("quotas", "quotas"),
    ("deadlines", "deadlines/cut_offs"),
    ("deadlines", _STEPS),
    ("publicity", "publicity"),
)
# Steps between the ministry, the Government and the province: only awards of the State pass them.
_STATE_STEPS: Final = frozenset(
    {"artefacts_from_centre", "central_after_consultation", "central_appraisal", "notice_from_ministry",
     "notice_of_refusal", "notice_to_recipients"}
)  # fmt: skip
_PROVINCIAL_STEPS: Final = frozenset({"before_event", "provincial_consultation", "return_ineligible"})
# Where the law names no limit, the office of the province sets its own: (the office's, the law's).
_FALLBACK: Final = (f"{_STEPS}/office_appraisal", f"{_STEPS}/appraisal")


def procedure_on(book: LawBook, award: Award, on: date) -> tuple[Procedure, ...]:
    """Return what the procedure asks, topic by topic; topics of which nothing is known are left out."""
    by_topic: dict[Topic, list[Piece]] = {}
    for (topic, _), (subject, value) in procedure_values(book, award, on).items():
        says = said("{subject}: {value}", "{subject}: {value}", subject=subject, value=value.says)
        by_topic.setdefault(topic, []).append(replace(value, says=says))
    return tuple(Procedure(topic, HEADINGS[topic], tuple(pieces)) for topic, pieces in by_topic.items())


def procedure_values(book: LawBook, award: Award, on: date) -> dict[tuple[Topic, str], tuple[Wording, Piece]]:
    """Return (what it is about, its value) by topic and subject («deadlines/steps/appraisal»), in reading order."""
    found: dict[tuple[Topic, str], tuple[Wording, Piece]] = {}
    for topic, family in _FAMILIES:
        for subject, parameter in _parameters(book, award, family):
            dated = parameter.at(on)
            if dated is not None and _concerns(award, dated.value, on):
                found[topic, subject] = (subject_of(parameter), _value(book, parameter, dated))
    own, by_law = _FALLBACK
    if ("deadlines", by_law) in found or award.level not in {"state", "province"}:
        found.pop(("deadlines", own), None)
    return found


def _concerns(award: Award, value: object, on: date) -> bool:
    """Whether a value is about this award: it may name the awards it is for, and who decides them."""
    if not isinstance(value, Mapping):
        return True
    awards, authority = value.get("awards"), value.get("authority")
    deciding = {code for one in award.decided_by if one.validity.covers(on) for code in one.authorities}
    return (not isinstance(awards, list | tuple) or award.code in awards) and (
        authority is None or authority in deciding
    )


def _value(book: LawBook, parameter: Parameter, dated: DatedValue) -> Piece:
    since = dated.validity.since
    return Piece(
        says=value_in_words(book, parameter, dated),
        places=places(book, dated.cites),
        standing=standing(book, f"parameter/{parameter.code}@{since.isoformat()}", dated.certainty),
        since=since,
        until=dated.validity.until,
        note=dated.note,
    )


def _parameters(book: LawBook, award: Award, family: str) -> Iterator[tuple[str, Parameter]]:
    """Yield (subject, parameter) of a family: the award's own value, else its kind's, its level's, all others'."""
    subjects = {family}
    if family == _STEPS:
        subjects = {f"{family}/{step}" for step in _steps(book, family) if _passes(award, step)}
    for subject in sorted(subjects):
        code = subject if subject in book.parameters else code_for(book, subject, award.code)
        if isinstance(code, str) and code in book.parameters:
            yield subject, book.parameters[code]


def _steps(book: LawBook, family: str) -> set[str]:
    return {code.split("/")[2] for code in book.parameters if code.startswith(f"{family}/")}


def _passes(award: Award, step: str) -> bool:
    if step in _STATE_STEPS:
        return award.level == "state"
    return award.level != "grassroots" or step not in _PROVINCIAL_STEPS
