"""The Vietnamese alphabet and its tone marks: what sorting, folding and spelling have in common."""

import unicodedata

# Alphabetical order of the base letters; f, j, w and z occur in foreign and minority names.
ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"

# Combining marks in dictionary order after "no mark": huyền, hỏi, ngã, sắc, nặng (CLDR, vi).
TONE_MARKS = "\u0300\u0309\u0303\u0301\u0323"


def split_tone(letter: str) -> tuple[str, int]:
    """Return the letter without its tone mark, and the tone: 0 for none, 1 to 5 in dictionary order.

    The letter keeps the mark that makes it another letter (â, ă, ê, ô, ơ, ư).
    """
    marks = unicodedata.normalize("NFD", letter)
    tone = next((TONE_MARKS.index(mark) + 1 for mark in marks if mark in TONE_MARKS), 0)
    base = "".join(mark for mark in marks if mark not in TONE_MARKS)
    return unicodedata.normalize("NFC", base), tone


def put_tone(letter: str, tone: int) -> str:
    """Return the letter carrying the tone 1 to 5: the reverse of `split_tone`."""
    return unicodedata.normalize("NFC", letter + TONE_MARKS[tone - 1])
