"""The letters of the two encodings in which Vietnamese was typed before Unicode, and the typefaces that show them.

TCVN3 (ABC): TCVN 5712:1993, one sign per letter, as `iconv -f TCVN` of the GNU C library reads it. VNI (VNI-Windows):
a base letter followed by a sign for its marks. Both stand in files as letters of Latin-1.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from itertools import product
from typing import Final


class Encoding(StrEnum):
    """An encoding of Vietnamese older than Unicode."""

    TCVN3 = "TCVN3"
    VNI = "VNI"


@dataclass(frozen=True)
class Typeface:
    """What the name of a font says of the text in it; `capitals`: small letters are shown as capitals."""

    encoding: Encoding
    capitals: bool = False


# From 0xA1 on. The five after «Ằ» are the tone marks by themselves: à hỏi on a capital follows its letter.
_TCVN3_FROM_A1: Final = (
    "Ă Â Ê Ô Ơ Ư Đ ă â ê ô ơ ư đ Ằ \u0300 \u0309 \u0303 \u0301 \u0323 à ả ã á ạ Ẳ ằ ẳ ẵ ắ Ẵ Ắ Ầ Ẩ Ẫ Ấ Ề ặ ầ ẩ ẫ ấ ậ "
    "è Ể ẻ ẽ é ẹ ề ể ễ ế ệ ì ỉ Ễ Ế Ồ ĩ í ị ò Ổ ỏ õ ó ọ ồ ổ ỗ ố ộ ờ ở ỡ ớ ợ ù Ỗ ủ ũ ú ụ ừ ử ữ ứ ự ỳ ỷ ỹ ý ỵ Ố"
)
TCVN3: Final[dict[str, str]] = {
    chr(0xA1 + place): letter for place, letter in enumerate(_TCVN3_FROM_A1.split(" "))
}

# The signs of huyền, hỏi, ngã, sắc, nặng (in the order of TONES) on letters without and with another mark.
TONES: Final = "\u0300\u0309\u0303\u0301\u0323"
_PLAIN, _HAT, _BREVE = "øûõùï", "àåãáä", "èúüéë"
_HAT_MARK, _BREVE_MARK = "â", "ê"


def _vni() -> dict[str, str]:
    """Return the letters by what is typed for them, in small letters."""
    typed = {"ñ": "đ", "ô": "ơ", "ö": "ư", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "í": "í", "ò": "ị", "î": "ỵ"}
    for vowel in "aeou":
        typed |= _toned(vowel, vowel, _PLAIN)
    typed |= _toned("y", "y", _PLAIN[:-1])
    typed |= _toned("ô", "ơ", _PLAIN) | _toned("ö", "ư", _PLAIN)
    for vowel, letter in ("aâ", "eê", "oô"):
        typed |= {vowel + _HAT_MARK: letter} | _toned(vowel, letter, _HAT)
    return typed | {"a" + _BREVE_MARK: "ă"} | _toned("a", "ă", _BREVE)


def _toned(typed: str, letter: str, signs: str) -> dict[str, str]:
    return {
        typed + sign: unicodedata.normalize("NFC", letter + tone)
        for sign, tone in zip(signs, TONES, strict=False)
    }


def _both_cases(typed: dict[str, str]) -> dict[str, str]:
    """Return the letters typed in either case: the first sign decides, the second is found in both."""
    cased: dict[str, str] = {}
    for signs, letter in typed.items():
        for variant in product(*((sign, sign.upper()) for sign in signs)):
            cased["".join(variant)] = letter.upper() if variant[0].isupper() else letter
    return cased


VNI: Final[dict[str, str]] = _both_cases(_vni())


def typeface_of(font: str) -> Typeface | None:
    """Return what a font's name tells: «.VnTime» → TCVN3, «.VnTimeH» → TCVN3 in capitals, «VNI-Times» → VNI."""
    name = font.strip().strip("'\"").casefold()
    if name.startswith(".vn"):
        return Typeface(Encoding.TCVN3, capitals=font.rstrip(" '\"").endswith("H"))
    return Typeface(Encoding.VNI) if name.startswith(("vni-", "vni ")) else None
