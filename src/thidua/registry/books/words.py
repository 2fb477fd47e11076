"""Hygiene of a cell of an old book: what cannot be seen, or trails behind, must not make two cells differ."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from thidua.core.vietnamese.fold import fold
from thidua.core.vietnamese.hygiene import clean_text

# Damage of old PDF fonts (ƣ for ư), look-alikes of Đ, and quotation marks and dashes of every kind.
_REPAIRED = str.maketrans(
    {"ƣ": "ư", "Ƣ": "Ư", "Ð": "Đ", "Ɖ": "Đ", "ð": "đ", "ɖ": "đ", "–": "-", "—": "-", "−": "-"}
)
_TRAILING = " \t;,.:-–_*"
_DITTO = re.compile(
    r"(?:n\.? ?t\.?|như trên|như hàng trên|nhu tren|như dòng trên|ditto"
    r"|[\"“”″〃„]+|'+|[’´`]+|/{2,}|\.{2,}|-?[\"“”″〃]-?)",
    re.IGNORECASE,
)
_NOTHING = re.compile(
    r"[-–—_.…/*]*|\(?không(?: có)?\)?|#N/A|#REF!|#VALUE!|#NAME\?|#DIV/0!|N/A|n/a|NULL|null|None|nan",
    re.IGNORECASE,
)


@lru_cache(maxsize=65536)
def tidy(text: str) -> str:
    """Return the text in NFC, its lines cleaned, damaged letters repaired; what trails («;», «.») stays."""
    return clean_text(unicodedata.normalize("NFC", text).translate(_REPAIRED))


@lru_cache(maxsize=65536)
def one_line(text: str) -> str:
    """Return the tidied text on one line."""
    return " ".join(tidy(text).split())


@lru_cache(maxsize=65536)
def trimmed(text: str) -> str:
    """Return the text on one line without what trails a list entry: «;», «.», «-»."""
    line = one_line(text).lstrip(" ;,.:*•●+-_").rstrip(_TRAILING)
    return (
        line + "."
        if re.search(r"(?:^|\W)(?:TP|TX|TT|H|X|P|Q)$", line) and one_line(text).startswith(line + ".")
        else line
    )


@lru_cache(maxsize=65536)
def key(text: str) -> str:
    """Return what is left of a text for looking it up: folded, punctuation as blanks."""
    return " ".join(re.sub(r"[^\w]+|_", " ", fold(text)).split())


def squeezed(text: str) -> str:
    """Return the folded text without blanks and punctuation: «CSTĐ-CS» and «CSTD cs» both give «cstdcs»."""
    return key(text).replace(" ", "")


@lru_cache(maxsize=65536)
def is_ditto(text: str) -> bool:
    """Tell whether the cell says «as above» («nt», «như trên», «"», «//»); «-» does not: it may mean nothing."""
    return bool(_DITTO.fullmatch(one_line(text).strip("() ")))


@lru_cache(maxsize=65536)
def is_nothing(text: str) -> bool:
    """Tell whether the cell says that there is nothing: «», «-», «không», «(Không có)», «#N/A»."""
    return bool(_NOTHING.fullmatch(one_line(text)))
