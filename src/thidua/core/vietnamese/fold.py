"""Text folded for search: what is left when nobody types the marks."""

import unicodedata

from thidua.core.vietnamese.hygiene import strip_invisible

# Đ does not decompose. Ð (eth) and Ɖ look the same and come from converted old files.
_D = str.maketrans("đĐðÐɖƉ", "dDdDdD")


def fold(text: str) -> str:
    """Return the text in lower case without marks (đ → d), invisible characters or doubled spaces.

    "LƯƠNG THỊ BÌNH" and "Lương\u00a0Thị Bình" both give "luong thi binh"; folding twice changes nothing.
    """
    decomposed = unicodedata.normalize("NFD", strip_invisible(text))
    bare = "".join(letter for letter in decomposed if unicodedata.category(letter) != "Mn")
    return " ".join(bare.translate(_D).lower().split())
