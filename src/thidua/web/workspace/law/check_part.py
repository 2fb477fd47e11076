"""The part of a page that says whether a provision was checked, and lets the Board say so."""

from __future__ import annotations

import re
from dataclasses import dataclass

from thidua.core.law.book import LawBook
from thidua.lawbook.provisions import name_of, rests_on_a_person
from thidua.lawbook.queries import CheckMade
from thidua.web.workspace.law.forms.checking import CheckForm

PREFIX = "doi-chieu"


@dataclass(frozen=True)
class CheckPart:
    """One provision's check: who, when, note.

    `needed`: nothing may rest on the provision yet. `form` is there for those who may check it while no check
    holds; `opened` when it comes back with faults.
    """

    id: str
    provision: str
    name: str
    check: CheckMade | None
    needed: bool
    form: CheckForm | None
    may_undo: bool
    back: str
    opened: bool = False


def part_id(provision: str) -> str:
    """Return the id of the part on the page, the same for the same provision."""
    return f"{PREFIX}-{re.sub(r'[^a-zA-Z0-9]+', '-', provision)}"


def check_part(
    book: LawBook,
    provision: str,
    *,
    check: CheckMade | None,
    may_keep: bool,
    back: str,
    form: CheckForm | None = None,
) -> CheckPart:
    """Return the part for `provision`; `form` is one with faults, to be shown again open."""
    holds = check is not None and not check.stale
    blank = CheckForm(auto_id=f"{part_id(provision)}-%s", initial=CheckForm.blank())
    return CheckPart(
        id=part_id(provision),
        provision=provision,
        name=name_of(book, provision),
        check=check,
        needed=not holds and rests_on_a_person(book, provision),
        form=(form or blank) if may_keep and not holds else None,
        may_undo=may_keep and holds,
        back=back,
        opened=form is not None,
    )
