"""Forms that merge, split and dissolve units, and settle who follows one that ended."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.orgs.actions import dissolve_unit, merge_units, settle_succession, split_unit
from thidua.orgs.drafts import UnitDraft
from thidua.orgs.enums import Hierarchy, UnitKind
from thidua.orgs.models import Unit, UnitChange
from thidua.orgs.queries import children, parent_on
from thidua.web.shell.forms import LineField
from thidua.web.shell.lookups.fields import LookupField
from thidua.web.workspace.units.forms.making import name_field
from thidua.web.workspace.units.forms.sections import (
    TYPE_A_PART,
    Section,
    SectionedForm,
    act_field,
    capitalised,
    day_field,
    note_field,
    sure_choices,
)

MOST_MERGED: Final = 6  # besides the unit whose page it was begun on
MOST_PARTS: Final = 4
EXISTING, NEW = "da-co", "moi"
NOBODY, UNKNOWN, KNOWN = "khong-co", "chua-ro", "biet-ro"
_SINCE_WHEN: Final = Section(gettext_lazy("From when, by which act"), ("on", "act", "certainty", "note"))


def _certainty_field() -> forms.ChoiceField:
    return forms.ChoiceField(
        label=gettext_lazy("Certainty"), choices=sure_choices(), widget=forms.RadioSelect, initial="confirmed"
    )


class _OfUnit(SectionedForm):
    """A form about one unit."""

    widths = {"on": "short"}

    def __init__(self, *args: Any, unit: Unit, **kwargs: Any) -> None:
        self.unit = unit
        super().__init__(*args, **kwargs)

    def chosen(self, *names: str) -> list[Any]:
        """Return the units that were chosen in those fields, empty ones left out."""
        return [row for row in (self.cleaned_data.get(name) for name in names) if row is not None]


class MergeForm(_OfUnit):
    """This unit and others go over into one that is there or is made."""

    others = tuple(f"other_{number}" for number in range(1, MOST_MERGED + 1))
    sections = (
        Section(
            gettext_lazy("Which units end together with it"),
            others,
            hint=gettext_lazy("Leave the fields empty that you do not need."),
        ),
        Section(gettext_lazy("What they go over into"), ("target", "into")),
        Section(gettext_lazy("The new unit"), ("name", "kind", "parent")),
        _SINCE_WHEN,
    )

    target = forms.ChoiceField(
        label=gettext_lazy("Into what?"),
        choices=[
            (EXISTING, gettext_lazy("A unit that is there and goes on")),
            (NEW, gettext_lazy("A new unit, made by this act")),
        ],
        initial=NEW,
        widget=forms.RadioSelect,
    )
    into = LookupField(label=gettext_lazy("The unit that goes on"), required=False, help_text=TYPE_A_PART)
    name = name_field(label=gettext_lazy("Name of the new unit"), required=False)
    kind = forms.ChoiceField(
        label=gettext_lazy("Kind of the new unit"), choices=capitalised(UnitKind.choices), required=False
    )
    parent = LookupField(
        label=gettext_lazy("The new unit stands below"), required=False, help_text=TYPE_A_PART
    )
    on = day_field(gettext_lazy("From the day"))
    act = act_field()
    certainty = _certainty_field()
    note = note_field()

    def __init__(self, *args: Any, unit: Unit, **kwargs: Any) -> None:
        above = parent_on(unit, timezone.localdate())
        kwargs["initial"] = {"kind": unit.kind, "parent": above.pk if above else ""}
        super().__init__(*args, unit=unit, **kwargs)

    def further_fields(self) -> dict[str, forms.Field]:
        """The other units."""
        return {
            name: LookupField(label=_("Other unit %(number)s") % {"number": number}, required=False)
            for number, name in enumerate(self.others, start=1)
        }

    def clean(self) -> dict[str, Any]:
        """Ask for the unit that goes on, or for the new one's name and place."""
        said = super().clean() or {}
        if said.get("target") == EXISTING and not said.get("into") and "into" not in self.errors:
            self.add_error("into", _("Choose the unit that goes on."))
        if said.get("target") == NEW:
            for name in ("name", "parent"):
                if not said.get(name) and name not in self.errors:
                    self.add_error(name, _("Fill this in for the new unit."))
        return said

    def into_what(self) -> Unit | UnitDraft:
        """Return the unit that goes on, or what is known of the new one."""
        said = self.cleaned_data
        if said["target"] == EXISTING:
            existing: Unit = said["into"]
            return existing
        return UnitDraft(
            name=said["name"],
            kind=UnitKind(said["kind"] or self.unit.kind),
            hierarchy=Hierarchy(self.unit.hierarchy),
            parent=said["parent"],
        )

    def act_on(self) -> UnitChange:
        """Merge."""
        said = self.cleaned_data
        return merge_units(
            units=[self.unit, *self.chosen(*self.others)],
            into=self.into_what(),
            by=self.user,
            **{name: said[name] for name in ("on", "act", "certainty", "note")},
        )


class SplitForm(_OfUnit):
    """Parts of this unit go to units that are there or are made; each unit right below is told where it goes."""

    parts = tuple(range(1, MOST_PARTS + 1))

    goes_on = forms.BooleanField(
        label=gettext_lazy("The unit itself goes on; only parts leave it"), required=False
    )
    on = day_field(gettext_lazy("From the day"))
    act = act_field()
    certainty = _certainty_field()
    note = note_field()
    kind = forms.ChoiceField(
        label=gettext_lazy("Kind of new units"), choices=capitalised(UnitKind.choices), required=False
    )
    parent = LookupField(label=gettext_lazy("New units stand below"), required=False, help_text=TYPE_A_PART)

    def __init__(self, *args: Any, unit: Unit, **kwargs: Any) -> None:
        today = timezone.localdate()
        above = parent_on(unit, today)
        kwargs["initial"] = {"kind": unit.kind, "parent": above.pk if above else ""}
        self.below = list(children(unit, today))
        super().__init__(*args, unit=unit, **kwargs)

    def further_fields(self) -> dict[str, forms.Field]:
        """Two ways for each part, and for each unit right below the part that it goes to."""
        found: dict[str, forms.Field] = {}
        for number in self.parts:
            told = {"number": number}
            found[f"unit_{number}"] = LookupField(
                label=_("Part %(number)s goes to the unit") % told, required=False
            )
            found[f"name_{number}"] = LineField(
                label=_("Part %(number)s: or the name of a new unit") % told, required=False, max_length=200
            )
        ways = [("", _("stays, or not said"))]
        ways += [(str(number), _("part %(number)s") % {"number": number}) for number in self.parts]
        for child in self.below:
            found[f"below_{child.pk}"] = forms.ChoiceField(
                label=child.name_then, choices=ways, required=False
            )
        return found

    def all_sections(self) -> Iterable[Section]:
        """The parts, what is common to new units, and one line for each unit right below."""
        names = [name for number in self.parts for name in (f"unit_{number}", f"name_{number}")]
        yield Section(
            gettext_lazy("Where the parts go"),
            names,
            hint=gettext_lazy("For each part choose a unit that is there, or write the name of a new one."),
        )
        yield Section(gettext_lazy("The new units"), ("kind", "parent"), folded=True)
        yield Section(
            gettext_lazy("Where the units right below go"), [f"below_{child.pk}" for child in self.below]
        )
        yield Section(gettext_lazy("From when, by which act"), ("goes_on", "on", "act", "certainty", "note"))

    def clean(self) -> dict[str, Any]:
        """Each part has one way; a unit below goes to a part that is filled in."""
        said = super().clean() or {}
        for number in self.parts:
            if said.get(f"unit_{number}") and said.get(f"name_{number}"):
                self.add_error(f"name_{number}", _("Either choose a unit or name a new one, not both."))
        filled = {str(number) for number, _target in self.targets()}
        for child in self.below:
            way = said.get(f"below_{child.pk}")
            if way and way not in filled:
                self.add_error(f"below_{child.pk}", _("This part is empty. Choose another, or fill it in."))
        return said

    def targets(self) -> list[tuple[int, Unit | UnitDraft]]:
        """Return each part that is filled in with the unit, or the draft of the one, that it goes to."""
        said = self.cleaned_data
        found: list[tuple[int, Unit | UnitDraft]] = []
        for number in self.parts:
            if said.get(f"unit_{number}"):
                found.append((number, said[f"unit_{number}"]))
            elif said.get(f"name_{number}"):
                draft = UnitDraft(
                    name=said[f"name_{number}"],
                    kind=UnitKind(said.get("kind") or self.unit.kind),
                    hierarchy=Hierarchy(self.unit.hierarchy),
                    parent=said.get("parent"),
                )
                found.append((number, draft))
        return found

    def act_on(self) -> UnitChange:
        """Split."""
        targets = self.targets()
        places = {str(number): place for place, (number, _target) in enumerate(targets)}
        ways = {child.pk: self.cleaned_data.get(f"below_{child.pk}") for child in self.below}
        return split_unit(
            unit=self.unit,
            into=[target for _number, target in targets],
            below={pk: places[way] for pk, way in ways.items() if way},
            by=self.user,
            **{name: self.cleaned_data[name] for name in ("goes_on", "on", "act", "certainty", "note")},
        )


class DissolveForm(_OfUnit):
    """This unit ends; what follows it is known, not known, or nothing."""

    followers = tuple(f"successor_{number}" for number in range(1, MOST_PARTS + 1))
    sections = (
        Section(gettext_lazy("Who follows"), ("who", *followers)),
        Section(gettext_lazy("From when, by which act"), ("on", "act", "note")),
    )

    who = forms.ChoiceField(
        label=gettext_lazy("Who follows?"),
        choices=[
            (NOBODY, gettext_lazy("Nobody")),
            (UNKNOWN, gettext_lazy("It is not known, or not of all of it")),
            (KNOWN, gettext_lazy("The units named below")),
        ],
        widget=forms.RadioSelect,
    )
    on = day_field(gettext_lazy("From the day"))
    act = act_field()
    note = note_field()

    def further_fields(self) -> dict[str, forms.Field]:
        """The units that follow."""
        return {
            name: LookupField(label=_("Unit %(number)s that follows") % {"number": number}, required=False)
            for number, name in enumerate(self.followers, start=1)
        }

    def clean(self) -> dict[str, Any]:
        """Units are named exactly where they are said to follow."""
        said = super().clean() or {}
        named = self.chosen(*self.followers)
        if said.get("who") == KNOWN and not named:
            self.add_error(self.followers[0], _("Choose the unit that follows."))
        if said.get("who") == NOBODY and named:
            self.add_error("who", _("You named units that follow. Say so, or take them out."))
        return said

    def act_on(self) -> UnitChange:
        """Dissolve."""
        said = self.cleaned_data
        return dissolve_unit(
            unit=self.unit,
            successors=self.chosen(*self.followers),
            successors_unknown=said["who"] == UNKNOWN,
            by=self.user,
            **{name: said[name] for name in ("on", "act", "note")},
        )


class SettleForm(_OfUnit):
    """Who follows a unit that ended, once the act has been read."""

    parts = tuple(range(1, MOST_PARTS + 1))
    sections = (
        Section(
            gettext_lazy("Who follows"),
            [f"{what}_{number}" for number in range(1, MOST_PARTS + 1) for what in ("successor", "part")],
            hint=gettext_lazy("What is said here takes the place of what was known before."),
        ),
        Section(gettext_lazy("Where this is known from"), ("act", "certainty", "note")),
    )

    act = act_field()
    certainty = _certainty_field()
    note = note_field()

    def further_fields(self) -> dict[str, forms.Field]:
        """The units that follow, each with whether only a part went to it."""
        found: dict[str, forms.Field] = {}
        for number in self.parts:
            label = _("Unit %(number)s that follows") % {"number": number}
            found[f"successor_{number}"] = LookupField(label=label, required=False)
            found[f"part_{number}"] = forms.BooleanField(
                label=_("Only a part went to unit %(number)s") % {"number": number}, required=False
            )
        return found

    def named(self) -> list[tuple[Unit, bool]]:
        """Return each unit that follows, and whether only a part went to it."""
        said = self.cleaned_data
        return [
            (said[f"successor_{number}"], said[f"part_{number}"])
            for number in self.parts
            if said.get(f"successor_{number}")
        ]

    def act_on(self) -> UnitChange:
        """Settle it."""
        said = self.cleaned_data
        return settle_succession(
            unit=self.unit,
            successors=self.named(),
            by=self.user,
            **{name: said[name] for name in ("act", "certainty", "note")},
        )
