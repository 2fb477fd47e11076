"""What the head of a column says: Vietnamese or English, with or without marks, misspelt, with a parent above it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from rapidfuzz import fuzz, process

from thidua.registry.books.heading_words import FIGURES, NAMES, OTHERS
from thidua.registry.books.rows import Field
from thidua.registry.books.words import key, one_line
from thidua.registry.enums import RecipientKind

SURE: Final = 0.8  # a head known word for word, or nearly
_LONGEST: Final = 90
_LIKENESS: Final = 86


@dataclass(frozen=True)
class Meaning:
    """What a column says. `field` None: nothing of an award. `kind`: what a column of names holds («Tên tập thể»).

    `part`: of a name («family», «given»), of a sex («male», «female»), of a post («post_unit»: both in one cell),
    of a unit («address»: asked last; «below»: a part of the unit), or «year_or_male» where marks are missing.
    """

    field: Field | None
    certainty: float
    kind: str = ""
    part: str = ""


_NAMED: Final = {word: said for said, words in NAMES.items() for word in words}
_KNOWN: Final = [word for word in (*_NAMED, *OTHERS) if len(word) > 4]
# Asked in this order of a head that is not known word for word; the more telling ones first.
_PATTERNS: Final[tuple[tuple[re.Pattern[str], Field | None], ...]] = tuple(
    (re.compile(pattern), said)
    for pattern, said in (
        (r"\b(to trinh|so tt ?r|cong van|ky nhan|chu ky|dien thoai|cccd|cmnd|tai khoan|ma so thue)\b", None),
        (r"^(ho va ten|ho ten|ten (ca nhan|tap the))\b", Field.NAME),
        (r"\b(ngay|thang|nam) (thang )?(nam )?sinh\b|\bsinh (ngay|nam)\b", Field.BORN),
        (r"\b(quyet dinh|qd)\b.*\bso\b|\bso\b.*\b(quyet dinh|qd)\b", Field.DECISION),
        (r"\bngay\b.*\b(quyet dinh|qd|ky|ban hanh|khen|cong nhan)\b", Field.DECIDED_ON),
        (r"\b(co quan|cap|nguoi|don vi)\b.*\b(ban hanh|ky|quyet dinh|khen)\b", Field.AUTHORITY),
        (r"\b(quyet dinh|decision)\b", Field.DECISION),
        (r"\bnam (khen|hoc|duoc|xet|cong nhan|quyet dinh)\b", Field.YEAR),
        (r"\b(muc|so|tien) (tien )?thuong\b|\bso tien\b", Field.AMOUNT),
        (r"\b(ho va ten|ho ten)\b|\bten (cua )?(ca nhan|tap the|ho gia dinh|nguoi)\b", Field.NAME),
        (r"\b(ca nhan|tap the|don vi|nguoi|ho gia dinh)\b.*\bduoc (de nghi )?(khen|tang)\b", Field.NAME),
        (r"\bloai (hinh )?khen\b|\btype of\b", Field.TYPE),
        (r"\b(doi tuong)\b", Field.KIND),
        (r"\b(danh hieu|hinh thuc)\b|\baward", Field.AWARD),
        (r"\bthanh tich\b|\bly do\b|\bnoi dung\b", Field.REASON),
        (r"\b(chuc vu|chuc danh|nghe nghiep|position)\b", Field.POST),
        (r"\b(don vi|noi cong tac|co quan|noi lam viec|cho o|dia chi|noi o|thuong tru)\b", Field.UNIT),
        (r"\b(phong ban|to cong tac|khoa phong|to chuyen mon)\b", Field.UNIT),
        (r"\bdan toc\b", Field.ETHNICITY),
        (r"\bghi chu\b", Field.NOTE),
    )
)
_COLLECTIVE: Final = re.compile(r"\b(tap the|don vi|to chuc|doanh nghiep|co quan)\b")
_PERSON: Final = re.compile(r"\b(ho va ten|ho ten|ca nhan|nguoi|tac gia|ong ba|full name)\b")
_HOUSEHOLD: Final = re.compile(r"\b(ho gia dinh|chu ho)\b")
_FAMILY: Final = frozenset(
    {"ho", "ho dem", "ho va ten dem", "ho va dem", "ho lot", "surname", "last name", "ten dem"}
)


def meaning_of(text: str, parent: str = "") -> Meaning | None:
    """Return what a head says, None where it is no head that is known. `parent`: the head merged above it."""
    if not text or len(text) > _LONGEST:
        return None
    return _under(parent, text) if parent else _alone(text)


def says_figures(text: str) -> bool:
    """Tell whether a column under this head holds points, ranks or counts."""
    return key(text) in FIGURES


@lru_cache(maxsize=4096)
def _under(parent: str, text: str) -> Meaning | None:
    above, below = key(parent), key(text)
    if re.search(r"\b(to trinh|cong van|ho so|phieu)\b", above):
        return Meaning(None, 1.0)
    if re.search(r"\b(gioi tinh|ngay sinh|nam sinh|sinh)\b", above) and below in ("nam", "nu"):
        return Meaning(Field.WOMAN, 1.0, part="male" if below == "nam" else "female")
    if re.search(r"\b(quyet dinh|qd)\b", above):
        if re.fullmatch(r"so( qd| quyet dinh| hieu| ky hieu| van ban)?|ky hieu", below):
            return Meaning(Field.DECISION, 1.0)
        if below == "nam":
            return Meaning(Field.YEAR, 1.0)
    alone = _alone(text)
    if alone is not None and alone.certainty >= SURE:
        return alone
    together = _alone(f"{parent} {text}")
    if together is not None and together.certainty >= SURE:
        return together
    return alone or _alone(parent) or together


@lru_cache(maxsize=4096)
def _alone(text: str) -> Meaning | None:
    line = one_line(text)
    if line.casefold() in ("năm", "nam"):
        return _nam(line)
    if line.casefold() in ("nữ", "nu"):
        return Meaning(Field.WOMAN, 1.0, part="female")
    whole = key(line)
    bare = key(re.sub(r"\([^)]*\)", " ", line))
    if whole != bare and "ong ba" in whole and "ho" not in bare.split():
        return Meaning(Field.HONORIFIC, 0.9)
    for words in (whole, bare):
        if words in OTHERS:
            return Meaning(None, 1.0)
        if words in _NAMED:
            return _told(_NAMED[words], whole, 1.0)
    if len(bare) > 4:
        best = process.extractOne(bare, _KNOWN, scorer=fuzz.ratio, score_cutoff=_LIKENESS)
        if best is not None:
            said = _NAMED.get(best[0])
            return _told(said, best[0] if said else whole, best[1] / 100) if said else Meaning(None, 0.9)
    return _by_pattern(whole)


def _nam(line: str) -> Meaning:
    folded = line.casefold()
    if folded == "năm":
        return Meaning(Field.YEAR, 1.0)
    return Meaning(Field.WOMAN, 0.9, part="year_or_male")


def _by_pattern(words: str) -> Meaning | None:
    for pattern, said in _PATTERNS:
        if pattern.search(words):
            return _told(said, words, 0.7) if said else Meaning(None, 0.8)
    return None


def _told(said: Field, words: str, certainty: float) -> Meaning:
    meaning = Meaning(said, certainty)
    if said is Field.NAME:
        return replace(meaning, kind=_kind(words), part=_part_of_name(words))
    if said is Field.POST and re.search(r"\b(don vi|co quan|noi cong tac|dia chi|phong)\b", words):
        return replace(meaning, part="post_unit")
    if said is Field.HONORIFIC and re.search(r"\b(cap bac|quan ham|cap ham|hoc vi|hoc ham|rank)\b", words):
        return replace(meaning, part="rank")
    if (
        said is Field.UNIT
        and re.search(r"\b(dia chi|noi o|cho o|thuong tru|cu tru|que quan|thon xom)\b", words)
        and not re.search(r"\b(don vi|co quan)\b", words)
    ):
        return replace(meaning, part="address")
    if said is Field.WOMAN and words in ("nu", "nam", "woman", "female", "male"):
        return replace(meaning, part="male" if words in ("nam", "male") else "female")
    return meaning


def _kind(words: str) -> str:
    found = [
        kind
        for kind, pattern in (
            (RecipientKind.COLLECTIVE, _COLLECTIVE),
            (RecipientKind.INDIVIDUAL, _PERSON),
            (RecipientKind.HOUSEHOLD, _HOUSEHOLD),
        )
        if pattern.search(words)
    ]
    if re.search(r"\bchuc vu\b", words):  # «Họ tên, chức vụ, đơn vị»: the unit is the person's
        return str(RecipientKind.INDIVIDUAL)
    return str(found[0]) if len(found) == 1 else ""


def _part_of_name(words: str) -> str:
    if words in _FAMILY:
        return "family"
    return "given" if words in ("ten", "given name", "first name") else ""


def is_known(text: str) -> bool:
    """Tell whether a text is a head known word for word."""
    return key(text) in _NAMED
