"""Names written in capitals, as the register prints them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_WORD: Final = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=65536)
def normal_case(name: str) -> str:
    """Return a person's name with one capital per syllable: «NGUYỄN VĂN A» → «Nguyễn Văn A», «H'HEN NIÊ» → «H'Hen Niê».

    Also «nguyễn văn a» and «Nguyễn văn A». Initials («N.V.H») and single letters stay capitals.
    """
    return " ".join(_WORD.sub(_syllable, word) for word in name.split())


def _syllable(found: re.Match[str]) -> str:
    word = found.group()
    if word.isupper() or word.islower():
        return word[:1].upper() + word[1:].lower()
    return word  # «McDonald»
