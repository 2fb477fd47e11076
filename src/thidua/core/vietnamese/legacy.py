"""Vietnamese typed for old typefaces (TCVN3, VNI) turned into Unicode, and recognised without its typeface."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from thidua.core.vietnamese.legacy_syllables import is_syllable, rises_inside
from thidua.core.vietnamese.legacy_tables import TCVN3, VNI, Encoding, Typeface

_TCVN3_SIGNS: Final = str.maketrans(TCVN3)
_VNI_SIGNS = re.compile("|".join(sorted(map(re.escape, VNI), key=len, reverse=True)))
# What both encodings are made of; quotation marks and dashes of Windows stand in such texts too.
_POSSIBLE = re.compile("[\t\n\r -~\xa0-\xff‘’“”–—…•]*")
_BEYOND_ASCII = re.compile("[\xa1-\xff]")
_WORD = re.compile("[A-Za-z\xa1-\xff]+")
_CAPITAL_WORD = re.compile("[A-Z]{2}|[A-Z][\xa1-\xff]+[A-Z]")
# Marked capitals of TCVN3, which its typefaces lack: they stand in words of capitals only.
_TCVN3_CAPITALS = re.compile("[¯º¿-ÅÍÙ-Ûàðÿ]")
# Shortened forms in capitals («QĐ-UBND»), which are no syllables: TCVN3 has six marked capitals.
_SHORTENED: Final = {Encoding.TCVN3: re.compile("[A-Z¡-§]+"), Encoding.VNI: re.compile("[A-ZÑÖÔ]+")}
# Signs that are Vietnamese letters in TCVN3 and no letters, or rare ones, elsewhere.
_TCVN3_ONLY = re.compile("[¡-§¨-®µ-¹»-¾×÷ÞþÐðØ]")
# Two vowels of which the second carries a mark, but for those with a diaeresis or as in «Chloé», and đ at the start.
_VNI_ONLY = re.compile("[aeouyôö][øùûõ]|a[àáâãåêú]|[eo][àáâãå]|^ñ", re.IGNORECASE)
_LOOK_ALIKE: Final = str.maketrans("ƣƢÐÐƉðɖ", "ưƯĐĐĐđđ")


def convert(text: str, encoding: Encoding, *, capitals: bool = False) -> str:
    """Return the text in Unicode (NFC); with `capitals`, as a typeface shows it that has capitals only.

    A word whose other letters are capitals gets its marked letters as capitals too: TCVN3 has hardly any.
    """
    if encoding is Encoding.TCVN3:
        changed = unicodedata.normalize("NFC", text.translate(_TCVN3_SIGNS))
    else:
        changed = _VNI_SIGNS.sub(lambda found: VNI[found[0]], text)
    return changed.upper() if capitals or _is_in_capitals(text) else changed


def convert_typeface(text: str, typeface: Typeface) -> str | None:
    """Return the text in Unicode when a font's name is known; None when it was typed in Unicode all the same."""
    if not _POSSIBLE.fullmatch(text):
        return None
    if not _BEYOND_ASCII.search(text):
        return text.upper() if typeface.capitals else None
    gained, lost, _bad, _sure = _compared(text, typeface.encoding)
    changed = text if lost > gained else convert(text, typeface.encoding, capitals=typeface.capitals)
    return None if changed == text else changed


@lru_cache(maxsize=8192)
def recognise(text: str) -> Encoding | None:
    """Return the encoding that a text is surely written in, None for Unicode and wherever there is doubt.

    Compared word by word: which are Vietnamese syllables as they stand, which when converted. One word alone
    is believed only for signs that no other language writes so.
    """
    if not _BEYOND_ASCII.search(text) or not _POSSIBLE.fullmatch(text):
        return None
    best, best_score = None, 0
    for encoding in Encoding:
        gained, lost, bad, sure = _compared(text, encoding)
        believed = gained > lost and gained >= bad and (gained > 1 or sure)
        if believed and gained - bad > best_score - 1:
            best, best_score = encoding, gained - bad + 1
    return best


def could_be(text: str, encoding: Encoding) -> bool:
    """Tell whether a text that is Vietnamese either way is so in this encoding: its neighbours decide then."""
    if not _BEYOND_ASCII.search(text) or not _POSSIBLE.fullmatch(text):
        return False
    beyond = [word for word in _WORD.findall(text) if _BEYOND_ASCII.search(word)]
    if beyond and all(_SHORTENED[encoding].fullmatch(word) for word in beyond):
        return True
    gained, lost, bad, _sure = _compared(text, encoding)
    return (
        lost == 0
        and gained >= bad
        and any(
            is_syllable(convert(word, encoding)) for word in _WORD.findall(text) if _BEYOND_ASCII.search(word)
        )
    )


def is_unicode(text: str) -> bool:
    """Tell whether a text holds Vietnamese letters that only Unicode has."""
    return any("\u0100" <= letter <= "\u01b0" or "\u1ea0" <= letter <= "\u1ef9" for letter in text)


def mend(text: str) -> str:
    """Return the text in NFC, with the letters put right that old converters left: ƣ for ư, Ð and Ɖ for Đ."""
    return unicodedata.normalize("NFC", text).translate(_LOOK_ALIKE)


def _compared(text: str, encoding: Encoding) -> tuple[int, int, int, bool]:
    """Return how many words become Vietnamese, how many cease to be, how many are neither, and if one is telling."""
    gained = lost = bad = 0
    sure = False
    for word in _WORD.findall(text):
        if not _BEYOND_ASCII.search(word):
            continue
        before, after = _is_plain(word), _is_converted(word, encoding)
        gained += after and not before
        lost += before and not after
        bad += not before and not after
        sure = sure or (after and not before and _is_telling(word, encoding))
    return gained, lost, bad, sure


def _is_plain(word: str) -> bool:
    return is_syllable(word.strip("«»®©°²³·")) and not rises_inside(word)


def _is_converted(word: str, encoding: Encoding) -> bool:
    """Tell whether a word has letters beside its signs and is Vietnamese when converted."""
    if len(word) > 1 and not re.search("[A-Za-z]", word):
        return False
    changed = convert(word, encoding)
    if encoding is Encoding.TCVN3 and _TCVN3_CAPITALS.search(word) and _is_plain(word):
        return False
    return changed.isalpha() and is_syllable(changed) and not rises_inside(changed)


def _is_telling(word: str, encoding: Encoding) -> bool:
    if len(word) < 2:
        return False
    if encoding is Encoding.TCVN3:
        return _TCVN3_ONLY.search(word) is not None or rises_inside(word)
    return _VNI_ONLY.search(word) is not None


def _is_in_capitals(text: str) -> bool:
    return _CAPITAL_WORD.search(text) is not None and not re.search("[a-z]", text)
