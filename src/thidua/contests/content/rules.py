"""What the officer says when an edition is opened for entries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.utils.translation import gettext as _

from thidua.contests.models import Category, CategoryPrize
from thidua.core.vietnamese.hygiene import clean_line, clean_text
from thidua.support.edits import Faults, misfits
from thidua.support.refusals import Refused, Sentence

LONGEST_RULES: Final = 100_000
MOST_CATEGORIES: Final = 50


@dataclass(frozen=True, kw_only=True)
class CategoryContent:
    """A category and its prizes, highest first, each with how many there are."""

    name: str
    prizes: Sequence[tuple[str, int]]

    def faults(self) -> list[Sentence]:
        """Return what is wrong with the category, empty when it can be stored."""
        said: list[Sentence] = []
        name = clean_line(self.name)
        if not name:
            said.append(_("Write the name of each category."))
        said += [str(one) for one in misfits(Category, {"name": name}).values()]
        names = [clean_line(prize) for prize, _quota in self.prizes]
        if not names:
            said.append(_("Category “%(name)s” has no prize. Write at least one.") % {"name": name})
        if not all(names) or len(set(names)) != len(names):
            said.append(
                _("Each prize of category “%(name)s” needs a name of its own. Correct them.") % {"name": name}
            )
        for prize, quota in self.prizes:
            values = {"name": clean_line(prize), "quota": quota}
            said += [str(one) for one in misfits(CategoryPrize, values).values()]
            if quota < 1:
                said.append(
                    _("Write for each prize of category “%(name)s” how many there are, 1 or more.")
                    % {"name": name}
                )
        return said

    def told(self) -> str:
        """Return the category for the log: «Văn xuôi: Giải A × 1, Giải B × 2»."""
        prizes = ", ".join(f"{clean_line(name)} × {quota}" for name, quota in self.prizes)
        return f"{clean_line(self.name)}: {prizes}"


@dataclass(frozen=True, kw_only=True)
class RulesContent:
    """When, for whom and by which text an edition takes entries; both moments have a time zone."""

    opens_at: datetime
    closes_at: datetime
    text: str
    eligibility: str = ""
    takes_individuals: bool = True
    takes_collectives: bool = True
    tells_marks: bool = False

    def cleaned(self) -> dict[str, object]:
        """Return the values to store, moments to the second; raises Refused with a sentence per field."""
        values: dict[str, object] = {
            "opens_at": self.opens_at.replace(microsecond=0),
            "closes_at": self.closes_at.replace(microsecond=0),
            "text": clean_text(self.text),
            "eligibility": clean_text(self.eligibility),
            "takes_individuals": self.takes_individuals,
            "takes_collectives": self.takes_collectives,
            "tells_marks": self.tells_marks,
        }
        faults: Faults = {}
        if not values["text"]:
            faults["text"] = _("Write the rules that entrants read before they enter.")
        for name in ("text", "eligibility"):
            if len(str(values[name])) > LONGEST_RULES:
                faults[name] = _("This is longer than 100,000 characters. Shorten it.")
        if self.closes_at.replace(microsecond=0) <= self.opens_at.replace(microsecond=0):
            faults["closes_at"] = _("Entries must close after they open. Check both moments.")
        if not (self.takes_individuals or self.takes_collectives):
            faults["takes_individuals"] = _("Choose who may enter: individuals, collectives or both.")
        if faults:
            raise Refused(faults)
        return values


def category_faults(categories: Sequence[CategoryContent]) -> list[Sentence]:
    """Return what is wrong with the list of categories, empty when it can be stored."""
    if not categories:
        return [_("Write at least one category. A contest without categories has one that bears its name.")]
    if len(categories) > MOST_CATEGORIES:
        return [_("An edition has at most 50 categories. Join some of them.")]
    names = [clean_line(one.name) for one in categories]
    said = [sentence for one in categories for sentence in one.faults()]
    if len(set(names)) != len(names):
        said.append(_("Two categories bear the same name. Rename one of them."))
    return list(dict.fromkeys(said))
