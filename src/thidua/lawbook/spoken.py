"""Words of the law data in the language of whoever reads."""

from __future__ import annotations

from django.utils.translation import get_language

from thidua.core.language import Language, Wording


def language() -> Language:
    """Return the language in force: Vietnamese unless English was asked for."""
    return "en" if (get_language() or "vi").startswith("en") else "vi"


def said(wording: Wording) -> str:
    """Return the words in the language in force."""
    return wording.say(language())
