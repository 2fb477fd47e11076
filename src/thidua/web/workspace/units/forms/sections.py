"""A form arranged in parts, drawn by one template."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from django.forms import BoundField, Field
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.orgs.enums import Certainty
from thidua.web.shell.forms import DateField, Form, LineField
from thidua.web.shell.lookups import sources
from thidua.web.shell.lookups.fields import LookupField

TYPE_A_PART = _("Type a part of the name, old or new, then choose from the list.")


@dataclass(frozen=True)
class Section:
    """A part of a form: its heading, its fields, a hint; a folded one opens when it holds something."""

    legend: Promise | str
    names: Sequence[str]
    hint: Promise | str = ""
    folded: bool = False


@dataclass(frozen=True)
class ShownSection:
    """A section ready to be drawn."""

    legend: str
    hint: str
    fields: list[BoundField]
    folded: bool


class SectionedForm(Form):
    """The base of this area's forms; every lookup of a unit finds those on which `user` has `right`."""

    sections: ClassVar[tuple[Section, ...]] = ()
    widths: ClassVar[dict[str, str]] = {}
    right: ClassVar[Right] = Right.MANAGE_UNITS

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        self.user = user
        super().__init__(*args, **kwargs)
        self.fields.update(self.further_fields())
        for name, field in self.fields.items():
            field.width = self.widths.get(name, "")  # type: ignore[attr-defined]
            if isinstance(field, LookupField) and not hasattr(field.widget, "source"):
                field.source = sources.units(user, self.right)

    def further_fields(self) -> dict[str, Field]:
        """Return the fields that are numbered, or depend on the unit."""
        return {}

    @property
    def shown_sections(self) -> list[ShownSection]:
        """The parts with those fields that this form has."""
        shown = []
        for section in self.all_sections():
            fields = [self[name] for name in section.names if name in self.fields]
            filled = any(field.errors or (self.is_bound and field.data) for field in fields)
            if fields:
                folded = section.folded and not filled
                shown.append(ShownSection(str(section.legend), str(section.hint), fields, folded))
        return shown

    def all_sections(self) -> Iterable[Section]:
        """Return the parts; a form whose fields depend on the unit adds its own."""
        return self.sections


def capitalised(choices: Iterable[tuple[str, Any]]) -> list[tuple[str, Any]]:
    """Return choices as sentences begin."""
    return [(value, capfirst(label)) for value, label in choices]


def day_field(label: Any, **more: Any) -> DateField:
    """Return a field for the first day of a change."""
    more.setdefault("help_text", _("The first day of the new state. For example: 01/07/2025"))
    return DateField(label=label, **more)


def act_field() -> LineField:
    """Return a field for the act that a change rests on."""
    return LineField(
        label=_("Act"),
        max_length=200,
        required=False,
        help_text=_("Number and kind of the document. For example: Nghị quyết 1672/NQ-UBTVQH15"),
    )


def note_field() -> LineField:
    """Return a field for a remark."""
    return LineField(label=_("Note"), max_length=500, required=False)


def sure_choices() -> list[tuple[str, Any]]:
    """Return how sure a link may be said to be."""
    return capitalised((value, label) for value, label in Certainty.choices if value != Certainty.UNKNOWN)
