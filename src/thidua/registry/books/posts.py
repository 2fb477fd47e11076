"""Post and unit behind a name: where one ends and the other begins.

What follows the first comma behind a post is the unit: «Trưởng phòng Tổ chức cán bộ, Sở Nội vụ». Without a comma the
post ends where an organisation or a place begins: «Giám đốc Sở Y tế» → «Giám đốc» + «Sở Y tế». Where only a place
follows the comma, an institution goes with it («Hiệu trưởng Trường THPT A, huyện B» → «Trường THPT A, huyện B»), a
body that is led stays with the post («Chủ tịch UBND xã Hiệp Hạ, huyện Lộc Bình» → «Chủ tịch UBND xã Hiệp Hạ»).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from thidua.registry.books.people_words import people_lexicon
from thidua.registry.books.phrases import Token, tokens
from thidua.registry.books.words import tidy, trimmed

_CUTS: Final = re.compile(
    r"\s*[,;\n|\t]\s*|\s+-\s+|\s*:\s*(?=(?:ông|bà|anh|chị|đ/c|đồng chí)\s)", re.IGNORECASE
)
_AT: Final = re.compile(
    r"^(?:hiện\s+)?(?:đang\s+)?(?:công tác tại|làm việc tại|trú tại|thường trú tại|tạm trú tại|cư trú tại|sinh sống tại"
    r"|ở tại|trú|ở|thuộc|trực thuộc|tại|cùng trú tại)\s*:?\s+",
    re.IGNORECASE,
)
_AT_WITHIN: Final = re.compile(
    r"\s+(?:công tác tại|làm việc tại|trú tại|thường trú tại|trực thuộc|thuộc|tại)\s+", re.IGNORECASE
)


_OF_PLACES: Final = frozenset({"thôn", "xóm", "bản", "làng", "ấp", "khu", "khối", "tiểu khu", "phố"})
# Units only where they have a capital.
_MAYBE: Final = frozenset(
    {"tổ", "đội", "nhóm", "khối", "báo", "bộ", "y", "ban", "vụ", "kho", "quỹ", "bản", "nước", "đường"}
)


@lru_cache(maxsize=32768)
def split_post_unit(text: str) -> tuple[str, str]:
    """Return (post, unit) of a cell «chức vụ, đơn vị»; "" for what it does not say."""
    return of_parts(cut(text))


def cut(text: str) -> list[str]:
    """Return the parts of a text between commas, lines and dashes; a dash inside a name of two words stays."""
    parts: list[str] = []
    last = 0
    line = tidy(text)
    for found in _CUTS.finditer(line):
        if "-" in found.group() and not _dash_cuts(line[last : found.start()], line[found.end() :]):
            continue
        parts.append(line[last : found.start()])
        last = found.end()
    parts.append(line[last:])
    return [part for part in map(trimmed, parts) if part]


def of_parts(parts: Sequence[str]) -> tuple[str, str]:
    """Return (post, unit) of the parts that stand behind a name."""
    posts: list[str] = []
    units: list[str] = []
    for at, part in enumerate(parts):
        if part.lower().startswith(("dân tộc", "dan toc")):
            continue
        bare = _AT.sub("", part)
        if bare != part:
            units.append(bare)
        elif people_lexicon().post_at(tokens(part)):
            post, unit = _post_part(part, parts[at + 1 :])
            if units and not posts and unit:
                unit = ""
                post = part
            posts.append(post)
            units.extend([unit] if unit else [])
        elif begins_unit(part) or posts:
            units.append(part)
        else:
            (units if _is_proper(part) or units else posts).append(part)
    return ", ".join(posts), ", ".join(units)


def begins_unit(text: str) -> bool:
    """Tell whether a text begins with an organisation or a place."""
    return people_lexicon().organisation_at(tokens(text)) > 0


def begins_post(text: str) -> bool:
    """Tell whether a text begins with a post."""
    return people_lexicon().post_at(tokens(text)) > 0


def _post_part(part: str, behind: Sequence[str]) -> tuple[str, str]:
    """Return the post of one part, and the unit that begins inside it."""
    if found := _AT_WITHIN.search(part):
        return part[: found.start()].strip(), part[found.end() :].strip()
    words = tokens(part)
    at = _unit_within(words)
    if at is None:
        return part, ""
    post, unit = part[: words[at].start].strip(" ,-"), part[words[at].start :]
    known = people_lexicon()
    if not behind:
        return (part, "") if _is_any_body(tokens(unit)) else (post, unit)
    following = tokens(behind[0])
    if known.post_at(following):
        return part, ""
    inner = tokens(unit)
    stays = known.bodies.length_at(inner) > 0 or not known.is_place(following)
    return (part, "") if stays and not _is_address(inner) else (post, unit)


def _is_address(words: Sequence[Token]) -> bool:
    """Tell whether somebody lives there («thôn Nà Pái», «khối 3»); a «Đội Cảnh sát» belongs to the post."""
    known = people_lexicon()
    if not known.is_place(words):
        return False
    numbered = len(words) > 1 and words[1].text.isdigit()
    return numbered or known.places.length_at(words) > known.organisations.length_at(words)


def _is_any_body(words: Sequence[Token]) -> bool:
    """Tell whether a body is said without the place it leads («UBND tỉnh»): then it belongs to the post."""
    size = people_lexicon().bodies.length_at(words)
    return size > 0 and len(words) > size and all(word.text.islower() for word in words[size:])


def _unit_within(words: Sequence[Token]) -> int | None:
    """Return where an organisation or a place begins behind the words of the post."""
    known = people_lexicon()
    at = known.post_at(words)
    while at < len(words):
        if at + 1 == len(words):
            return None  # «Giám đốc Sở»: which one is said elsewhere
        skip = known.fields.length_at(words, at)
        if skip and skip >= known.organisation_at(words, at):
            at += skip
            continue
        if (size := known.post_at(words, at)) > 1:
            at += size
        elif known.organisation_at(words, at) and _begins_here(words, at):
            return at
        else:
            at += 1
    return None


def _begins_here(words: Sequence[Token], at: int) -> bool:
    """Tell whether a unit begins at a word that might be part of the post's field («Trưởng phòng Tổ chức»)."""
    known = people_lexicon()
    if words[at - 1].low in _OF_PLACES:
        return False  # «Trưởng thôn Bản Lầy»
    if max(known.organisations.length_at(words, at), known.places.length_at(words, at)) > 1:
        return True
    if known.organisation_at(words, at) == 1 and words[at].low in _MAYBE:
        return at + 1 < len(words) and words[at].is_capital
    return not (words[at].low == "khoa" and at + 1 < len(words) and words[at + 1].low == "học")


def _dash_cuts(before: str, behind: str) -> bool:
    """Tell whether a dash between blanks parts two things, not the words of one name («Tài chính - Kế hoạch»)."""
    left, right = tokens(before.rpartition(",")[2]), tokens(behind)
    known = people_lexicon()
    if known.organisation_at(left) or known.post_at(left):
        if known.post_at(right) > 1 or known.honorifics.length_at(right):
            return True
        return (known.post_at(left) > 0 and known.organisations.length_at(right) > 0) or known.is_place(right)
    return True


def _is_proper(text: str) -> bool:
    return all(word.is_capital for word in tokens(text))
