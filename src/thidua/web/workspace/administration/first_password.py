"""A first password to hand over: easy to read out on the telephone, hard to guess."""

from __future__ import annotations

import secrets
from typing import Final

# fmt: off
_SYLLABLES: Final = (
    "ba", "be", "cao", "chi", "dong", "dao", "den", "giang", "hoa", "hong", "huong", "khe", "khuon", "lan", "lua",
    "mai", "mau", "may", "nang", "nui", "phai", "phong", "quan", "quy", "rung", "sao", "song", "suoi", "tam", "thac",
    "thong", "tien", "tinh", "tram", "truc", "van", "vuon", "xanh", "xuan", "yen",
)
# fmt: on
_WORDS: Final = 5


def suggested_password() -> str:
    """Return such as «nui-song-hoa-lan-mai-47»; another one each time."""
    words = [secrets.choice(_SYLLABLES) for _word in range(_WORDS)]
    return "-".join([*words, str(10 + secrets.randbelow(90))])
