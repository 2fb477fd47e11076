"""A possible duplicate as a sentence for the officer."""

from __future__ import annotations

from django.utils.translation import gettext as _

from thidua.nominations.queries import Duplicate, Sureness, Where


def twin_sentence(found: Duplicate) -> str:
    """Return where the same recipient, or one who looks the same, stands, and what is the same."""
    facts = {
        "name": ", ".join(part for part in (found.name, found.unit) if part),
        "year": found.year or "",
        "reference": found.reference,
    }
    if found.where is Where.REGISTER:
        text = _("In the register: %(name)s, %(year)s, %(reference)s.") % facts
    elif found.where is Where.PENDING:
        text = _("Nominated in another dossier: %(name)s, %(year)s, %(reference)s.") % facts
    else:
        text = _("Twice in this dossier: %(name)s.") % facts
    same = [
        words
        for holds, words in (
            (found.same_award, _("same award")),
            (found.same_year, _("same year")),
            (found.same_deed, _("same achievement")),
        )
        if holds
    ]
    sure = {
        Sureness.CERTAIN: _("It is the same recipient"),
        Sureness.LIKELY: _("It is probably the same recipient"),
        Sureness.POSSIBLE: _("It may be the same recipient"),
    }[found.sureness]
    return f"{text} {sure}: {', '.join(same)}."
