"""What became of something a visitor sent, told by its code; each area tells of its own kind of code."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext as _

from thidua.core.follow_up import CodeFault, CodeRefused, kind_of, read_code
from thidua.support.refusals import Refused
from thidua.web.shell.tags import Tag


@dataclass(frozen=True)
class Fact:
    """A fact beside the sentence: its label, its words, and where more of it stands."""

    label: str
    text: str
    url: str = ""


@dataclass(frozen=True)
class Followed:
    """What the page says: what was sent, its state as a tag and in a sentence, the answer, and where to read on.

    `carries_code`: `url` takes the code as `ma` by POST, so that it is not typed again and stands in no address.
    """

    title: str
    tag: Tag
    sentence: str
    answer: str = ""
    url: str = ""
    url_label: str = ""
    facts: tuple[Fact, ...] = ()
    carries_code: bool = False


Teller = Callable[[str], Followed | None]
_tellers: Final[dict[str, list[Teller]]] = {}


def register(kind: str, teller: Teller) -> None:
    """Let `teller` answer codes of `kind`, two letters; several may share one. It returns None for a strange code."""
    known = _tellers.setdefault(kind, [])
    if teller not in known:
        known.append(teller)


def followed(typed: str) -> Followed | None:
    """Return what became of what has the code, however it was typed; None when nothing has it. Raises Refused."""
    code = read(typed)
    return next((told for teller in _tellers.get(kind_of(code), ()) if (told := teller(code))), None)


def read(typed: str) -> str:
    """Return the code as it is kept. Raises Refused with a sentence for the field `ma`."""
    try:
        return read_code(typed)
    except CodeRefused as refused:
        raise Refused({"ma": _sentence(refused)}) from refused


def _sentence(refused: CodeRefused) -> str:
    if refused.fault is CodeFault.LENGTH:
        return _(
            "A code has two letters and ten signs, like YK-7K0RM-XW9HD. Type all of it, as on the receipt."
        )
    if refused.fault is CodeFault.SIGN:
        signs = ", ".join(f"«{sign}»" for sign in refused.signs)
        return _("A code never has %(signs)s here. Compare it with the receipt.") % {"signs": signs}
    return _("One sign of the code is wrong. Compare it with the receipt.")
