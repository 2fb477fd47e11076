"""contribution, sudden, movement_award …: achievements outside the yearly columns.

`true`, the value of its first field alone, a mapping, or a list of mappings with the fields of that kind.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import Final

from thidua.core.law.book import LawBook
from thidua.core.law.cases import vocabulary
from thidua.core.law.cases.optional import part
from thidua.core.law.cases.values import YES_OR_NO, flag, text, whole, year
from thidua.core.law.cases.written import Written
from thidua.core.law.facts import Feat

# field → how it is read: a vocabulary, or a plain value
_FIELDS: Final[Mapping[str, str]] = {
    "influence": "influences",
    "degree": "degrees",
    "launched_by": "launchers",
    "at": "reviews",
    "level": "invention_levels",
    "organised_by": "organisers",
    "post": "post",
    "period": "service_periods",
    "leader": "flag",
    "woman": "flag",
    "years": "whole",
    "value": "whole",
}
_ALSO: Final = {"min_years": "years", "min_value": "value", "table": "period", "female": "woman"}
_MOVEMENT: Final = ("launched_by", "years", "at", "leader")
KINDS: Final[Mapping[str, tuple[str, ...]]] = {
    "contribution": ("degree", "value", "influence"),
    "sudden": ("influence", "degree"),
    "movement_award": _MOVEMENT,
    "movement_result": _MOVEMENT,
    "invention": ("level", "influence"),
    "service": ("post", "period", "years", "woman"),
    "cluster_leader": ("organised_by",),
    "cluster_selected": ("organised_by",),
}


def read_feats(kind: str, written: Written, book: LawBook) -> tuple[Feat, ...]:
    """Return the achievements of one kind; `true` is one without details, `false` none."""
    read = (_read_feat(kind, item, book) for item in written.items())
    return tuple(one for feat in read if feat is not None for one in _one_each(feat))


def _one_each(feat: Feat) -> Iterator[Feat]:
    """Selected at the mid-term and at the final review: an achievement at each."""
    reviews = feat.qualities.get("at")
    for review in reviews if isinstance(reviews, tuple) else (reviews,):
        yield replace(feat, qualities={**feat.qualities, "at": review}) if review is not None else feat


def _read_feat(kind: str, item: Written, book: LawBook) -> Feat | None:
    allowed = KINDS[kind]
    if item.scalar is not None:
        if item.scalar.lower() in YES_OR_NO:
            return Feat(kind) if flag(item) else None
        quality = _quality(allowed[0], book)(item)
        return None if quality is None else Feat(kind, {allowed[0]: quality})
    spellings = [typed for typed, field in _ALSO.items() if field in allowed]
    fields = item.fields((*allowed, *spellings, "year", "commended", "name"))
    qualities: dict[str, object] = {}
    for typed, value in fields.items():
        name = _ALSO.get(typed, typed)
        if name in allowed:
            quality = _quality(name, book)(value)
            if quality is not None:
                qualities[name] = quality
    name_given = part(fields, "name", text)
    if name_given:
        qualities["name"] = name_given
    commended = part(fields, "commended", partial(vocabulary.award, book=book))
    return Feat(kind, qualities, part(fields, "year", year), commended or "")


def _quality(name: str, book: LawBook) -> Callable[[Written], object]:
    how = _FIELDS[name]
    if how == "flag":
        return flag
    if how == "whole":
        return whole
    if how == "post":
        return partial(_post, book=book)
    if name == "at":
        return partial(_reviews, book=book)
    return partial(_word_or_only_word, book=book, named=how)


def _post(written: Written, book: LawBook) -> str | None:
    """Return a post by its code or name, short or whole; a post outside the tables stays as written."""
    typed = text(written)
    if typed is None:
        return None
    names = {spelling.lower(): code for spelling, code in book.aliases.get("posts", {}).items()}
    for code, name in book.words.get("posts", {}).items():
        for said, equivalents in ((name.vi, " và tương đương"), (name.en, " or equivalent")):
            names |= {said.lower(): code, said.removesuffix(equivalents).lower(): code}
    return names.get(typed.lower(), typed)


def _reviews(written: Written, book: LawBook) -> tuple[str, ...] | None:
    """Return the codes of one or several reviews."""
    read = (vocabulary.word(item, book, "reviews") for item in written.items())
    return tuple(dict.fromkeys(code for code in read if code is not None)) or None


def _word_or_only_word(written: Written, book: LawBook, named: str) -> str | None:
    """Return a code; a list of one is that one."""
    items = written.items()
    return vocabulary.word(items[0] if len(items) == 1 else written, book, named)
