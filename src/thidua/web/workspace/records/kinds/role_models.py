"""Role models: persons, collectives, households."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.movements.actions.withdraw_role_model import ACTION, restore_role_model, withdraw_role_model
from thidua.movements.models import RoleModel
from thidua.movements.record_access import role_models_seen_by
from thidua.web.workspace.records.facts import (
    Fact,
    fact,
    joined,
    known,
    movements_fact,
    origin_facts,
    placed,
    unit_fact,
)
from thidua.web.workspace.records.forms.role_models import RoleModelForm
from thidua.web.workspace.records.places import last_day_of, places_of, places_of_person
from thidua.web.workspace.records.record_kind import RecordKind, Removal, Words, own_unit
from thidua.web.workspace.records.tables.role_models import TABLE, consent_tag, subject_name


def _rows(user: User) -> QuerySet[RoleModel]:
    return (
        role_models_seen_by(user)
        .select_related("person", "household__head", "unit", "found_by")
        .prefetch_related("movements")
    )


def _facts(row: RoleModel, _user: User) -> list[Fact]:
    day = last_day_of(row.year)
    (place,) = places_of([(row.subject, day)])
    if row.person is not None:
        where = [*known(_("Posts"), place.then)]
        where += [fact(_("Address at the time"), joined(map(placed, places_of_person(row.person, day))))]
    else:
        where = [fact(_("Address at the time"), placed(place))]
    return [
        fact(_("Who"), subject_name(row)),
        *where,
        fact(_("Deed"), row.deed),
        fact(_("Field"), capfirst(row.get_field_display())),
        fact(_("Year"), str(row.year)),
        fact(_("Consent"), consent_tag(row)),
        unit_fact(_("Found by"), row.found_by),
        movements_fact(row.movements.all()),
        *origin_facts(row.source, row.provenance),
    ]


ROLE_MODELS = RecordKind(
    key="role-models",
    path="guong-dien-hinh",
    model=RoleModel,
    words=Words(
        plural=gettext_lazy("Role models"),
        add=gettext_lazy("Record a role model"),
        edit=gettext_lazy("Correct the role model"),
        lead=gettext_lazy(
            "Persons, collectives and households to be known, with what they did and whether they may be named."
        ),
        recorded=gettext_lazy("The role model has been saved."),
        remove=gettext_lazy("Remove this role model?"),
        removed=gettext_lazy("Removed role models"),
    ),
    right=Right.KEEP_RECORDS,
    rows=_rows,
    unit_of=lambda row: row.found_by,
    table=TABLE,
    form=RoleModelForm,
    facts=_facts,
    removal=Removal(
        withdraw=lambda row, **said: withdraw_role_model(role_model=row, **said),
        restore=restore_role_model,
        action=ACTION,
        units=own_unit("found_by"),
    ),
    title=subject_name,
    page_template="records/role_model.html",
)
