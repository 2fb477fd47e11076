"""The fields of every kind of condition: one table.

Beside a field F a line may carry `F_note` (what the text says of it) and `F_setting` (the Board's reading of it).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from thidua.core.law.reading.codes import award, one_of, several, word, words
from thidua.core.law.reading.item import Item
from thidua.core.law.reading.tenure import tenure_table

Read = Callable[[Item], object]


@dataclass(frozen=True)
class Field:
    """How one field is read, whether it must be there, and whether null is a value of its own."""

    read: Read
    needed: bool = True
    null: bool = False


@dataclass(frozen=True)
class Form:
    """The fields of one kind; `either`: exactly one of these must be there; `settings` without a field."""

    fields: Mapping[str, Field]
    either: tuple[str, ...] = ()
    settings: tuple[str, ...] = ()


def _may(read: Read, *, null: bool = False) -> Field:
    return Field(read, needed=False, null=null)


_TITLE = {"title": _may(award), "titles": _may(several(award))}
_N = {"n": Field(Item.whole)}
_GRADE = {"grade": Field(word("grades"))}
_SPAN = {
    "span": _may(one_of("to_proposal", "after_award_to_proposal", "after_award", "next_years")),
    "consecutive": _may(Item.flag),
}
_WITHIN = {"within": _may(one_of("same_span", "year"))}
_TYPE = {"type": _may(word("commendation_types"))}
_ORGANISED = {"organised_by": Field(word("organisers"))}
_LAUNCHED = {"launched_by": Field(word("launchers"))}

FORMS: Mapping[str, Form] = {
    "title_run": Form(
        {
            **_TITLE, **_N, "consecutive": _may(Item.flag), "interval": _may(Item.whole),
            "ending": _may(one_of("proposal_year", "latest", "any")),
        },
        either=("title", "titles"), settings=("overlap",),
    ),
    "title_count": Form({**_TITLE, **_N, **_WITHIN, **_TYPE}, either=("title", "titles")),
    "recipient_is": Form({"kinds": Field(words("recipient_kinds"))}),
    "award_held": Form({"award": Field(award), **_TYPE}),
    "gap_years": Form({"award": Field(award), **_N}),
    "grade_run": Form({**_GRADE, **_N, **_SPAN}, settings=("starts_after_award",)),
    "grade_or_title_run": Form(
        {**_GRADE, "titles": Field(several(award)), **_N, **_SPAN}, settings=("mixed", "starts_after_award")
    ),
    "grade_count": Form({**_GRADE, **_N, **_WITHIN}),
    "initiative_count": Form(
        {
            **_N, "scope": Field(word("scopes")), "or_topic": _may(Item.flag), **_WITHIN,
            "effective": _may(Item.flag), "mixed": _may(Item.flag),
        }
    ),
    "unit_age": Form({"min_years": Field(Item.whole)}),
    "unit_not_eligible_for_flag": Form({}),
    "round_anniversary": Form({}),
    "attested": Form({}),
    "member_share": Form(
        {**_TITLE, "min_pct": Field(Item.whole), "strictly_more_than": _may(Item.flag)},
        either=("title", "titles"), settings=("strict",),
    ),
    "members_all": Form(_GRADE),
    "member_exists": Form(_TITLE, either=("title", "titles")),
    "no_member_discipline": Form({"level": Field(word("discipline_levels"))}),
    "cluster_leader": Form(_ORGANISED),
    "cluster_selected": Form(_ORGANISED),
    "movement_award": Form(
        {
            **_LAUNCHED, "min_years": Field(Item.whole, null=True), "at": _may(words("reviews")),
            "leader": _may(Item.flag),
        }
    ),
    "movement_result": Form(_LAUNCHED),
    "sudden": Form({"influence": Field(word("influences")), "degree": _may(word("degrees"), null=True)}),
    "contribution": Form(
        {
            "degree": _may(word("degrees"), null=True), "min_value": _may(Item.whole),
            "of": _may(one_of("development_and_defence", "development", "local_development")),
        }
    ),
    "invention": Form({"level": Field(word("invention_levels"))}),
    "service_tenure": Form({"table": Field(tenure_table)}),
    "qualitative": Form({"setting_from": _may(Item.day)}),
    "recognised_by": Form({"authority": Field(word("authorities"))}),
    "ref": Form({"ref": Field(Item.text)}),
}  # fmt: skip

# Who cannot be considered at all: these stand under `exclusions` only.
EXCLUSIONS: Mapping[str, Form] = {
    "newly_recruited_months_less_than": Form(_N),
    "discipline_at_least": Form({"level": Field(word("discipline_levels")), **_WITHIN}),
    "not_registered_for_emulation": Form({}),
}

# Lines that a person judges by their text.
WITH_TEXT = frozenset({"attested", "qualitative"})
