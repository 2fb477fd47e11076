"""What in a comment asks for a second look: links, telephone numbers, addresses of e-mail."""

from __future__ import annotations

import re
from typing import Final

from django.utils.translation import gettext as _

from thidua.portal.models import Comment
from thidua.web.shell.tags import Tag, Tone

_MAIL: Final = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_LINK: Final = re.compile(
    r"https?://|(?<!\w)www\.|(?<![\w.])[a-z0-9-]+(?:\.[a-z0-9-]+)*"
    r"\.(?:com|vn|net|org|info|biz|xyz|top|shop|site|online|link|ly|me|io|tv)(?![\w-])",
    re.IGNORECASE | re.ASCII,
)
# «0912 345 678», «(0205) 3812 345», «+84 912 345 678»; dates and amounts have other signs or fewer digits.
_PHONE: Final = re.compile(r"(?<![\w/.,])(?:\+84|84|0)\)?(?:[ .-]?\(?\d\)?){8,10}(?![\d/])")


def marked(rows: list[Comment]) -> list[tuple[Comment, list[Tag]]]:
    """Return each comment with the marks of what it carries, in its text or its sender's name."""
    return [
        (row, [Tag(words, Tone.WARNING) for words in _carries(f"{row.name}\n{row.text}")]) for row in rows
    ]


def _carries(text: str) -> list[str]:
    without_mail = _MAIL.sub(" ", text)
    carries = (
        (_LINK.search(without_mail), _("has a link")),
        (_PHONE.search(without_mail), _("has a telephone number")),
        (_MAIL.search(text), _("has an e-mail address")),
    )
    return [words for found, words in carries if found]
