"""Whether a cell names a person, a collective or a household."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from thidua.registry.books.people_words import people_lexicon
from thidua.registry.books.phrases import Token, tokens
from thidua.registry.books.words import key, one_line, trimmed
from thidua.registry.enums import RecipientKind

_COLLECTIVE: Final = RecipientKind.COLLECTIVE.value
_INDIVIDUAL: Final = RecipientKind.INDIVIDUAL.value
_HOUSEHOLD: Final = RecipientKind.HOUSEHOLD.value
_AUTHOR: Final = RecipientKind.AUTHOR.value

# A cell that says the kind and nothing else.
_CODES: Final = {
    **dict.fromkeys(
        ("tt", "tapthe", "t the", "don vi", "dv", "doanh nghiep", "dn", "to chuc", "co quan"), _COLLECTIVE
    ),
    **dict.fromkeys(("cn", "canhan", "nguoi", "ong ba", "cong dan", "c nhan"), _INDIVIDUAL),
    **dict.fromkeys(("hgd", "hogiadinh", "ho", "ho gd", "gd", "gia dinh", "hộ"), _HOUSEHOLD),
    **dict.fromkeys(("collective", "unit", "tap the nho", "tap the lon"), _COLLECTIVE),
    **dict.fromkeys(("individual", "person"), _INDIVIDUAL),
    **dict.fromkeys(("household", "family"), _HOUSEHOLD),
    **dict.fromkeys(("author", "tac gia", "nhom tac gia", "dong tac gia"), _AUTHOR),
}
_SAID: Final = (
    (re.compile(r"\btap the\b"), _COLLECTIVE),
    (re.compile(r"\bca nhan\b"), _INDIVIDUAL),
    (re.compile(r"\bho gia dinh\b|\bgia dinh\b|\b(?:cac |\d+ )ho\b"), _HOUSEHOLD),
    (re.compile(r"\btac gia\b"), _AUTHOR),
)
_WOMEN: Final = {"nu", "f", "female", "ba", "chi", "co", "gai", "1 nu"}
_MEN: Final = {"nam", "m", "male", "ong", "anh", "trai"}
_MARK: Final = re.compile(r"[xX×✓✔vV+]|1|1\.0|true|TRUE|True|có|Có")
_MINORITY: Final = re.compile(r"^(?:[HKY][ '’ʼ`-]|Siu |Ksor |Rơ |Rcom |Kpă |Nay |A [A-ZĐ])")
_NOT_A_NAME: Final = re.compile(r"[\d/&%:;]")

_COUPLE: Final = re.compile(
    r"^\W*(ông|anh|bà|chị)\s(.+?)(?:\s(?:và|-|\+|cùng(?: với)?|vợ là|chồng là)|,)\s*"
    r"(?:và\s+)?(?:vợ là\s+)?(ông|anh|bà|chị)\s",
    re.IGNORECASE,
)


def read_kind(text: str) -> str:
    """Return the kind of recipient that a heading or a cell says («I. TẬP THỂ (27)», «Cá nhân: 05»); "" for none.

    A heading that names two kinds («tập thể, cá nhân») says none.
    """
    words = key(text)
    if words in _CODES:
        return _CODES[words]
    said = {kind for pattern, kind in _SAID if pattern.search(words)}
    return said.pop() if len(said) == 1 else ""


@lru_cache(maxsize=32768)
def kind_of_name(name: str) -> str:
    """Return the kind that the words of a name suggest; "" where they do not decide."""
    text = trimmed(name)
    words = tokens(text)
    known = people_lexicon()
    if not words:
        return ""
    if names_household(text):
        return _HOUSEHOLD
    if known.honorifics.length_at(words) and not _organisation_begins(words):
        return _INDIVIDUAL
    if _organisation_begins(words):
        return _COLLECTIVE
    if known.post_at(words):
        return _INDIVIDUAL
    return _INDIVIDUAL if looks_like_name(text) or _may_be_name(text, words) else ""


def names_household(text: str) -> bool:
    """Tell whether a name begins with «hộ», «gia đình», «vợ chồng», or joins a man and a woman by «và»."""
    words = tokens(one_line(text))
    known = people_lexicon()
    size = known.households.length_at(words)
    if size and size < len(words) and words[size].low not in ("văn", "hiệu", "tịch", "sinh", "lý", "chính"):
        return True
    return is_couple(text)


def is_couple(text: str) -> bool:
    """Tell whether «ông A và bà B» stands there (either order), without a post of their own."""
    found = _COUPLE.search(one_line(text))
    if found is None:
        return False
    first, between, second = found[1].lower(), found[2], found[3].lower()
    is_pair = (first in ("ông", "anh")) != (second in ("ông", "anh"))
    if not is_pair or "," in between or " - " in between:
        return False
    return people_lexicon().posts.first_in(tokens(between), 1, 2) is None


def looks_like_name(text: str) -> bool:
    """Tell whether a text is surely a person's name: a family name and one to five names, each with a capital."""
    if _NOT_A_NAME.search(text):
        return False
    words = tokens(text)
    if _MINORITY.match(text) and len(words) <= 5:
        return True
    if not 2 <= len(words) <= 6 or not _is_surname(words[0]):
        return False
    if _organisation_begins(words) or people_lexicon().post_at(words):
        return False
    return _written_as_name(words)


def _may_be_name(text: str, words: tuple[Token, ...]) -> bool:
    """Tell whether a text has the shape of a name, though its family name is not known."""
    if _NOT_A_NAME.search(text) or not 2 <= len(words) <= 5:
        return False
    return all(word.is_capital and len(word.text) > 1 for word in words) and not text.isupper()


def _written_as_name(words: tuple[Token, ...]) -> bool:
    """Tell whether all words have a capital, or none has one (a name typed in small letters)."""
    capitals = sum(word.is_capital for word in words)
    return capitals == len(words) or (capitals == 0 and len(words) <= 4)


def _is_surname(word: Token) -> bool:
    known = people_lexicon()
    return word.low in known.surnames or (word.low == word.bare and word.bare in known.bare_surnames)


def _organisation_begins(words: tuple[Token, ...]) -> bool:
    """Tell whether an organisation or place begins the words; «Đoàn Thị Lan», «Hội» alone do not."""
    known = people_lexicon()
    size = known.organisation_at(words)
    if size == 0 or known.post_at(words) > size:
        return False
    if known.honorifics.length_at(words) > size:
        return False
    is_person = size == 1 and len(words) > 2 and _is_surname(words[0]) and words[1].bare in known.middle_names
    return not (is_person and _written_as_name(words))


def read_woman(value: object, column_of_women: bool = False) -> bool | None:
    """Return whether a cell of a column «Giới tính» says a woman; None where it does not say.

    `column_of_women`: the column is headed «Nữ», so that a mark says yes.
    """
    text = one_line(str(value)) if value is not None else ""
    if column_of_women and _MARK.fullmatch(text):
        return True
    words = key(text)
    return True if words in _WOMEN else False if words in _MEN else None
