"""The texts of a submission letter as they are kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.core.vietnamese.hygiene import clean_line, clean_text
from thidua.decisions.models import Submission
from thidua.support.edits import misfits
from thidua.support.refusals import Refused

_LINES: Final = ("symbol", "title", "sender", "place", "signer_post", "signer_name", "on_behalf")


def letter_values(said: Mapping[str, str], by: User | None) -> dict[str, str]:
    """Return the texts, cleaned; without a name the actor signs. Raises Refused with a sentence per field at fault."""
    values = {name: clean_line(text) if name in _LINES else clean_text(text) for name, text in said.items()}
    values["signer_name"] = values["signer_name"] or (by.get_full_name() if by else "")
    faults = misfits(Submission, values)
    if not values["symbol"]:
        faults["symbol"] = _("Write the symbol of the letter, for example TTr-SNV.")
    for name in ("place", "signer_post"):
        if not values[name]:
            faults[name] = _("This cannot stay empty: the letter prints it.")
    if faults:
        raise Refused(faults)
    return values
