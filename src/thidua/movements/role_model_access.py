"""Who may do what with proposed role models and their stories, and which rows they may see.

The office is whoever holds the right to publish on the whole province: a proposal belongs to no unit before one is
asked. The unit that is asked reads what was proposed, never who proposed it.
"""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.core.workflow.role_model_proposal import WITH_UNIT
from thidua.movements.enums import Consent, SubjectKind
from thidua.movements.models import RoleModel, RoleModelProposal, RoleModelStory
from thidua.orgs.access import Visitor, holds_everywhere, may, units_where
from thidua.orgs.enums import UnitKind
from thidua.support.refusals import NotAllowed

# Who agreed, or stands in an official publication already.
MAY_BE_NAMED = (Consent.GIVEN, Consent.PUBLISHED)


def may_be_named(role_model: RoleModel) -> bool:
    """Tell whether the public may read who this is; a collective is not asked."""
    return role_model.subject_kind == SubjectKind.COLLECTIVE or role_model.consent in MAY_BE_NAMED


def public_stories() -> QuerySet[RoleModelStory]:
    """Return the stories that everybody may read: published, not taken down, and of one who may be named."""
    named = Q(role_model__subject_kind=SubjectKind.COLLECTIVE) | Q(role_model__consent__in=MAY_BE_NAMED)
    return RoleModelStory.objects.filter(named, published_at__isnull=False, taken_down_at__isnull=True)


def is_public(story: RoleModelStory) -> bool:
    """Tell whether everybody may read `story`; the twin of `public_stories`."""
    stands = story.published_at is not None and story.taken_down_at is None
    return stands and may_be_named(story.role_model)


def is_office(user: Visitor | None) -> bool:
    """Tell whether `user` receives proposals and publishes stories for the whole province."""
    right = Right.PUBLISH_ROLE_MODELS
    return holds_everywhere(user, right) or units_where(user, right).filter(kind=UnitKind.PROVINCE).exists()


def may_verify(user: Visitor | None, proposal: RoleModelProposal) -> bool:
    """Tell whether `user` answers for the unit that was asked about `proposal`."""
    unit = proposal.asked_unit
    return proposal.state == WITH_UNIT and unit is not None and may(user, Right.KEEP_RECORDS, unit)


def may_see_proposal(user: Visitor | None, proposal: RoleModelProposal) -> bool:
    """Tell whether `user` may read `proposal`: the office, or who keeps the records of the unit asked about it."""
    unit = proposal.asked_unit
    return is_office(user) or (unit is not None and may(user, Right.KEEP_RECORDS, unit))


def proposals_visible_to(user: Visitor | None, on: date | None = None) -> QuerySet[RoleModelProposal]:
    """Return the proposals that `user` may read; the twin of `may_see_proposal`."""
    if is_office(user):
        return RoleModelProposal.objects.all()
    day = on or timezone.localdate()
    return RoleModelProposal.objects.filter(asked_unit__in=units_where(user, Right.KEEP_RECORDS, day))


def to_verify(user: Visitor | None, on: date | None = None) -> QuerySet[RoleModelProposal]:
    """Return the proposals that wait for an answer of `user`'s units; the twin of `may_verify`."""
    day = on or timezone.localdate()
    units = units_where(user, Right.KEEP_RECORDS, day)
    return RoleModelProposal.objects.filter(state=WITH_UNIT, asked_unit__in=units)


def require_office(by: User) -> None:
    """Raise NotAllowed unless `by` receives proposals and publishes stories."""
    if not is_office(by):
        raise NotAllowed(_("Only the office that publishes role models for the whole province may do this."))


def may_see_desk(user: Visitor | None, role_model: RoleModel) -> bool:
    """Tell whether `user` may read the consents and the story of `role_model` before it is public."""
    return is_office(user) or may(user, Right.KEEP_RECORDS, role_model.found_by)


def to_nominate(user: Visitor | None, on: date | None = None) -> QuerySet[RoleModel]:
    """Return the role models that units for which `user` prepares dossiers were invited to nominate."""
    units = units_where(user, Right.NOMINATE, on or timezone.localdate())
    return RoleModel.objects.filter(invited_unit__in=units)


def desks_visible_to(user: Visitor | None, on: date | None = None) -> QuerySet[RoleModel]:
    """Return the role models whose consents and stories `user` may read; the twin of `may_see_desk`."""
    if is_office(user):
        return RoleModel.objects.all()
    day = on or timezone.localdate()
    return RoleModel.objects.filter(found_by__in=units_where(user, Right.KEEP_RECORDS, day))
