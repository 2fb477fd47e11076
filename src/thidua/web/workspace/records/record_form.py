"""The base of every form of a record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Final

from django import forms
from django.db.models import Model, Q, QuerySet
from django.forms import BoundField
from django.utils import timezone
from django.utils.functional import Promise, lazy
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.movements.access import PUBLIC_STATES, visible_to
from thidua.movements.models import Movement
from thidua.orgs.access import holdings
from thidua.support.provenance import Provenance
from thidua.web.shell.fields import RowsField
from thidua.web.shell.forms import Form, NumberField, SeenField
from thidua.web.shell.lookups import sources
from thidua.web.shell.lookups.fields import LookupField
from thidua.web.shell.lookups.sources import Source

# Where a record stands in lists unless somebody says otherwise.
USUAL_ORDER: Final = 100
# What a person may say of a record's origin; invented and test data keep their mark when they are corrected.
SAID_OF_ORIGIN = (Provenance.RECORDED, Provenance.REPORTED)


@dataclass(frozen=True)
class Section:
    """A part of a form: its heading, its fields, and whether it stays closed until it is needed."""

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


class RecordForm(Form):
    """A form that creates a record, or edits the one it was given.

    Subclasses name their fields as the content classes do, so that a refusal finds its field; `sections` says how
    they are arranged. `unit_field` is the lookup of the unit that the record belongs to; it is fixed afterwards.
    """

    sections: ClassVar[tuple[Section, ...]] = ()
    widths: ClassVar[dict[str, str]] = {}  # field → short or medium
    suffixes: ClassVar[dict[str, Promise | str]] = {}  # field → the unit it is counted in
    unit_field: ClassVar[str] = "unit"
    right: ClassVar[Right] = Right.KEEP_RECORDS

    seen = SeenField(required=False)

    def __init__(self, *args: Any, user: User, row: Any = None, **kwargs: Any) -> None:
        self.user, self.row = user, row
        if row is not None:
            kwargs["initial"] = {
                "seen": getattr(row, "version", 0),
                **self.initial_of(row),
                **kwargs.get("initial", {}),
            }
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.width, field.suffix = self.widths.get(name, ""), self.suffixes.get(name, "")  # type: ignore[attr-defined]
        if row is not None:
            self.fields.pop(self.unit_field, None)
        elif self.unit_field in self.fields:
            self.offer_own()
        if "movements" in self.fields:
            self.fields["movements"].queryset = self._movements()  # type: ignore[attr-defined]
        if "provenance" in self.fields:
            self.fields["provenance"].choices = self._origins()  # type: ignore[attr-defined]

    def initial_of(self, row: Any) -> dict[str, Any]:
        """Return what the form starts with for `row`."""
        raise TypeError(f"{type(self).__name__} does not say what it starts with")

    def record(self) -> Model:
        """Carry out the action that records it."""
        raise TypeError(f"{type(self).__name__} does not say how it is recorded")

    def correct(self) -> Model:
        """Carry out the action that corrects it."""
        raise TypeError(f"{type(self).__name__} does not say how it is corrected")

    def send(self) -> Model:
        """Record or correct, whichever this form is for."""
        return self.record() if self.row is None else self.correct()

    @property
    def seen_version(self) -> int:
        """The version of the row that the person had before them; a form without one saw none."""
        return self.cleaned_data.get("seen") or 0

    @property
    def shown_sections(self) -> list[ShownSection]:
        """The sections with those fields that this form has; a folded one opens when it holds something."""
        shown = []
        for section in self.sections:
            fields = [self[name] for name in section.names if name in self.fields]
            filled = any(field.errors or field.data for field in fields)
            if fields:
                folded = section.folded and not filled
                shown.append(ShownSection(str(section.legend), str(section.hint), fields, folded))
        return shown

    def offer_own(self) -> None:
        """Offer the units whose records the user keeps; who keeps those of one alone starts with it."""
        field = self.fields[self.unit_field]
        assert isinstance(field, LookupField)
        field.source = sources.units(self.user, self.right)
        held = {holding.unit_id for holding in holdings(self.user)}
        own = list(field.source.rows().filter(pk__in=held)[:2])
        if len(own) == 1:
            self.initial.setdefault(self.unit_field, own[0])

    def offer(self, **found: Callable[[User], Source]) -> None:
        """Let the lookups named in `found` find what the user may see, and keep what the record names already."""
        for name, source_of in found.items():
            field = self.fields[name]
            assert isinstance(field, LookupField)
            present = getattr(self.row, name, None)
            field.source = source_of(self.user) if present is None else source_of(self.user).also(present)

    def _movements(self) -> QuerySet[Movement]:
        """Movements at the top, those of one's own units, and those chosen before."""
        held = {holding.unit_id for holding in holdings(self.user)}
        wanted = Q(parent__isnull=True, state__in=PUBLIC_STATES) | Q(launched_by__in=held)
        if self.row is not None:
            wanted |= Q(pk__in=[movement.pk for movement in self.row.movements.all()])
        return visible_to(self.user, timezone.localdate()).filter(wanted).order_by("-starts_on", "short_name")

    def _origins(self) -> list[tuple[str, str]]:
        present = [] if self.row is None else [Provenance(self.row.provenance)]
        return [
            (each.value, str(capfirst(each.label))) for each in dict.fromkeys((*SAID_OF_ORIGIN, *present))
        ]


def capitalised(choices: Iterable[tuple[str, Any]]) -> list[tuple[str, Any]]:
    """Return choices with a capital first letter, as they stand alone in a form."""
    return [(value, lazy(capfirst, str)(label)) for value, label in choices]


class YearField(NumberField):
    """A year: four digits without a dot, wherever it is shown."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(whole=True, percent=False, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        return str(value) if isinstance(value, int) else value


def whole(given: dict[str, Any], *names: str) -> dict[str, Any]:
    """Return the values with those of `names` as whole numbers; the field has checked that they are."""
    numbers = {name: int(given[name]) for name in names if given[name] is not None}
    return given | numbers


def movements_field() -> RowsField:
    """Return the field that links a record to movements."""
    return RowsField(
        label=_("Movements it belongs to"),
        queryset=Movement.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )


def origin_field() -> forms.ChoiceField:
    """Return the field that says where a record comes from."""
    return forms.ChoiceField(
        label=_("Origin"), widget=forms.RadioSelect, initial=Provenance.RECORDED, choices=[]
    )
