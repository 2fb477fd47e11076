"""What an entrant says of an entry."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from thidua.contests.enums import EntrantKind
from thidua.contests.models import EditionRules, Entry, EntryAuthor
from thidua.core.vietnamese.hygiene import clean_line
from thidua.orgs.models import Unit
from thidua.support.edits import Faults, misfits
from thidua.support.provenance import Provenance
from thidua.support.refusals import Refused, Sentence

MOST_AUTHORS: Final = 30
MOST_FILES: Final = 10


@dataclass(frozen=True, kw_only=True)
class AuthorLine:
    """An author and the share in the work, counted in parts."""

    name: str
    share: int = 1


@dataclass(frozen=True, kw_only=True)
class EntryContent:
    """A work, its authors in order, who enters it, and how to reach them."""

    title: str
    entrant_kind: str
    authors: Sequence[AuthorLine]
    collective_name: str = ""
    unit: Unit | None = None
    phone: str = ""
    email: str = ""
    provenance: str = Provenance.RECORDED

    def cleaned(self, rules: EditionRules) -> dict[str, object]:
        """Return the values to store; raises Refused with a sentence per field that `rules` or a column refuse."""
        values: dict[str, object] = {
            "title": clean_line(self.title),
            "entrant_kind": self.entrant_kind,
            "collective_name": clean_line(self.collective_name),
            "unit": self.unit,
            "phone": clean_line(self.phone),
            "email": clean_line(self.email),
            "provenance": self.provenance,
        }
        faults: Faults = misfits(Entry, values)
        if not values["title"]:
            faults["title"] = _("Write the title of the work.")
        if wrong := self._entrant_fault(rules):
            faults["entrant_kind"] = wrong
        elif self.entrant_kind == EntrantKind.COLLECTIVE and not values["collective_name"]:
            faults["collective_name"] = _("Write the name of the collective that enters.")
        if not (values["phone"] or values["email"]):
            faults.setdefault("phone", _("Write a phone number or an email, so that we can reach you."))
        if values["email"] and not _is_email(str(values["email"])):
            faults.setdefault("email", _("This is not an email address. Write it like ten@example.vn."))
        if said := self._author_faults():
            faults["authors"] = said
        if faults:
            raise Refused(faults)
        return values

    def _entrant_fault(self, rules: EditionRules) -> Sentence | None:
        if self.entrant_kind not in EntrantKind.values:
            return _("Choose who enters: individuals or a collective.")
        if self.entrant_kind == EntrantKind.INDIVIDUAL and not rules.takes_individuals:
            return _("By the rules only collectives may enter this contest.")
        if self.entrant_kind == EntrantKind.COLLECTIVE and not rules.takes_collectives:
            return _("By the rules only individuals may enter this contest.")
        return None

    def _author_faults(self) -> list[Sentence]:
        said: list[Sentence] = []
        if not self.authors and self.entrant_kind != EntrantKind.COLLECTIVE:
            said.append(_("Write at least one author."))
        if len(self.authors) > MOST_AUTHORS:
            said.append(_("A work has at most 30 authors here. Enter the others as a collective."))
        names = [clean_line(author.name) for author in self.authors]
        if not all(names):
            said.append(_("Write the name of each author, or take the empty line away."))
        for author, name in zip(self.authors, names, strict=True):
            said += [str(one) for one in misfits(EntryAuthor, {"name": name, "share": author.share}).values()]
            if author.share < 1:
                said.append(_("The share of “%(name)s” is counted in parts, 1 or more.") % {"name": name})
        return list(dict.fromkeys(said))


def _is_email(text: str) -> bool:
    try:
        validate_email(text)
    except ValidationError:
        return False
    return True
