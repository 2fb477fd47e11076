"""From the story of a role model to a nomination in one step."""

from __future__ import annotations

from datetime import date
from typing import Final

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.core.workflow.dossier import CANCELLED, WITHDRAWN
from thidua.movements.access import public
from thidua.movements.enums import SubjectKind
from thidua.movements.models import Movement, RoleModel
from thidua.nominations.actions.add_nominations import add_nomination
from thidua.nominations.actions.open_dossier import open_dossier
from thidua.nominations.content import DossierContent, NomineeLine
from thidua.nominations.enums import CommendationType, Route
from thidua.nominations.models import Nomination
from thidua.orgs.models import Position, Unit
from thidua.orgs.periods import valid_on
from thidua.orgs.queries import names_as_of
from thidua.registry.enums import RecipientKind
from thidua.support.audit.actions.record import record
from thidua.support.provenance import Provenance
from thidua.support.refusals import Refused

_KINDS: Final = {
    SubjectKind.PERSON: RecipientKind.INDIVIDUAL,
    SubjectKind.COLLECTIVE: RecipientKind.COLLECTIVE,
    SubjectKind.HOUSEHOLD: RecipientKind.HOUSEHOLD,
}
_ROUTES: Final = {
    CommendationType.MERIT: Route.MERIT,
    CommendationType.SUDDEN: Route.SUDDEN,
    CommendationType.MOVEMENT: Route.MOVEMENT,
}
_GONE: Final = (WITHDRAWN, CANCELLED)


def nominate_role_model(
    *,
    role_model: RoleModel,
    unit: Unit,
    award_code: str,
    commendation_type: str,
    level: str,
    by: User | None,
    provenance: str = Provenance.RECORDED,
) -> Nomination:
    """Begin a dossier of `unit` whose only nominee is `role_model`, its report the story, and return the nomination.

    The officer goes on writing it: nothing is sent in. Raises NotAllowed, or Refused per field at fault, also where a
    living dossier names the role model for the same award.
    """
    if commendation_type not in _ROUTES:
        raise Refused({"commendation_type": _("Choose the type of commendation.")})
    content = DossierContent(
        title=_title(role_model),
        route=_ROUTES[CommendationType(commendation_type)],
        level=level,
        counting_year=role_model.year,
        movement=_movement(role_model, commendation_type),
    )
    with transaction.atomic():
        RoleModel.objects.select_for_update(of=("self",)).get(pk=role_model.pk)
        _require_new(role_model, award_code)
        dossier = open_dossier(unit=unit, content=content, by=by, provenance=provenance)
        line = _line(role_model, unit, award_code, commendation_type, provenance)
        nomination = add_nomination(dossier=dossier, line=line, by=by)
        nomination.role_model = role_model
        nomination.save(update_fields=["role_model"])
        details = {"role_model": str(role_model)}
        record(by=by, action="nominations.role_model_nominated", subject=dossier, details=details)
    return nomination


def _require_new(role_model: RoleModel, award_code: str) -> None:
    same = Nomination.objects.filter(role_model=role_model, award_code=award_code)
    known = same.exclude(dossier__state__in=_GONE).select_related("dossier").first()
    if known is not None:
        raise Refused(
            {
                "award_code": _("Dossier %(code)s nominates this role model for the same award already.")
                % {"code": known.dossier.code}
            }
        )


def _title(role_model: RoleModel) -> str:
    told = _("Commendation proposal of %(year)s: %(name)s")
    return (told % {"year": role_model.year, "name": role_model})[:300]


def _movement(role_model: RoleModel, commendation_type: str) -> Movement | None:
    """Return the latest launched movement that the role model stands in, where it shall be commended in one."""
    if commendation_type != CommendationType.MOVEMENT:
        return None
    found = public().filter(role_models=role_model).order_by("-starts_on", "-pk").first()
    if found is None:
        raise Refused(
            {
                "commendation_type": _(
                    "This role model belongs to no movement yet. Link it to one, or choose another type."
                )
            }
        )
    return found


def _line(
    role_model: RoleModel, unit: Unit, award_code: str, commendation_type: str, provenance: str
) -> NomineeLine:
    story = getattr(role_model, "story", None)
    post, place = _post_and_place(role_model)
    return NomineeLine(
        kind=_KINDS[SubjectKind(role_model.subject_kind)],
        name=role_model.person.full_name if role_model.person else str(role_model.subject),
        award_code=award_code,
        commendation_type=commendation_type,
        counting_year=role_model.year,
        person=role_model.person,
        unit=role_model.unit,
        household=role_model.household,
        post_then=post,
        unit_then=place or ("" if role_model.unit else unit.name),
        achievement=" ".join((story.summary if story else role_model.deed).split())[:500],
        report=story.text if story else role_model.deed,
        provenance=provenance,
    )


def _post_and_place(role_model: RoleModel) -> tuple[str, str]:
    """Return the post that a person held at the end of the year and its unit, or where a household lives."""
    if role_model.household is not None:
        return "", role_model.household.address_text
    if role_model.person is None:
        return "", ""
    day = date(role_model.year, 12, 31)
    held = role_model.person.positions.filter(valid_on(day)).order_by("order", "pk").first()
    if not isinstance(held, Position):
        return "", ""
    names = names_as_of({held.unit_id}, day)
    return held.title, names[held.unit_id].name if held.unit_id in names else held.unit.name
