"""Hygiene of typed and pasted text: what cannot be seen must not make two texts differ."""

import re
import unicodedata

from thidua.core.vietnamese.letters import put_tone, split_tone

# Pasted web pages and office files bring these along; none of them prints.
_ZERO_WIDTH = [0x00AD, 0x034F, 0x180E, *range(0x200B, 0x2010), *range(0x202A, 0x202F)]
_ZERO_WIDTH += [*range(0x2060, 0x2065), *range(0x2066, 0x206A), 0xFEFF]
# Control characters that are not white space: a DOCX or PostgreSQL refuses them.
_CONTROL = [*range(0x09), *range(0x0E, 0x1C), *range(0x7F, 0x85), *range(0x86, 0xA0)]
_INVISIBLE = dict.fromkeys([*_ZERO_WIDTH, *_CONTROL])

_LETTER = r"[^\W\d_]"
# A whole syllable that ends in oa, oe or uy with the tone on its last letter. The u of "qu" belongs to the
# consonant, so that "quý" keeps its tone on the y: q is not among the consonants.
_NEW_STYLE = re.compile(
    rf"(?<!{_LETTER})([bcdđghklmnprstvx]*)(o[àảãáạ]|o[èẻẽéẹ]|u[ỳỷỹýỵ])(?!{_LETTER})", re.IGNORECASE
)


def strip_invisible(text: str) -> str:
    """Return the text without zero-width and control characters; white space stays as it is."""
    return text.translate(_INVISIBLE)


def clean_line(text: str) -> str:
    """Return one line in NFC: no invisible characters, every run of white space (NBSP too) one space."""
    return " ".join(unicodedata.normalize("NFC", strip_invisible(text)).split())


def clean_text(text: str) -> str:
    """Return the text with each line cleaned as by `clean_line`; line breaks inside it stay, as \\n."""
    return "\n".join(clean_line(line) for line in text.splitlines()).strip("\n")


def unify_tone_placement(text: str) -> str:
    """Return the text in NFC with the older tone placement: hoà → hòa, khoẻ → khỏe, thuỷ → thủy.

    Only whole syllables ending in oa, oe, uy differ; Hoàng, hoài and quý are written alike in both styles.
    """
    return _NEW_STYLE.sub(_move_tone, unicodedata.normalize("NFC", text))


def same_text(first: str, second: str) -> bool:
    """Tell whether two texts read alike: they differ only by invisible characters, spaces or tone placement.

    Capital letters count as a difference.
    """
    return unify_tone_placement(clean_line(first)) == unify_tone_placement(clean_line(second))


def _move_tone(syllable: re.Match[str]) -> str:
    consonant, vowels = syllable.groups()
    last, tone = split_tone(vowels[1])
    return f"{consonant}{put_tone(vowels[0], tone)}{last}"
