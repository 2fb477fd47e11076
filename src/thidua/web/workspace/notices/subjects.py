"""Where a notice leads: what it speaks of, as the page of it that the reader works with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.council.access import sessions_seen_by
from thidua.decisions.access import decisions_seen_by, submissions_seen_by
from thidua.decisions.enums import DecisionState
from thidua.movements.role_model_access import proposals_visible_to, to_nominate
from thidua.nominations import access
from thidua.nominations.models import Dossier
from thidua.orgs.access import may, may_anywhere
from thidua.support.notices.models import Notice


@dataclass(frozen=True)
class Lead:
    """A link: its address and its words."""

    url: str
    text: str


def lead_of(row: Notice, user: User) -> Lead | None:
    """Return where the notice leads `user`; None where it leads nowhere, or the reader may not see it any more."""
    find = _KINDS.get(row.about_kind)
    return find(row.about_code, user) if find else None


def _dossier(code: str, user: User) -> Lead | None:
    dossier = Dossier.objects.select_related("unit", "deciding_unit").filter(code=code).first()
    if dossier is None or not access.may_see(user, dossier):
        return None
    appraises = access.office_may(user, Right.APPRAISE, dossier)
    name = "appraisal-dossier" if appraises and not access.may_write(user, dossier) else "my-dossier"
    return Lead(reverse(name, args=[code]), _("Open dossier %(code)s") % {"code": code})


def _session(code: str, user: User) -> Lead | None:
    session = sessions_seen_by(user).filter(pk=int(code)).first()
    return Lead(reverse("council-session", args=[session.pk]), _("Open the session")) if session else None


def _decision(code: str, user: User) -> Lead | None:
    row = decisions_seen_by(user).select_related("unit").filter(pk=int(code)).first()
    if row is None:
        return None
    if row.state == DecisionState.WAITING and may(user, Right.DECIDE, row.unit):
        return Lead(reverse("sign-decision", args=[row.pk]), _("Open the decision to sign"))
    return Lead(reverse("decision", args=[row.pk]), _("Open the decision"))


def _submission(code: str, user: User) -> Lead | None:
    row = submissions_seen_by(user).filter(pk=int(code)).first()
    return Lead(reverse("submission", args=[row.pk]), _("Open the proposal")) if row else None


def _article(code: str, user: User) -> Lead | None:
    if not may_anywhere(user, Right.WRITE_ARTICLES):
        return None
    return Lead(reverse("wagtailadmin_pages:edit", args=[int(code)]), _("Open it on the editor's desk"))


def _proposed_role_model(code: str, user: User) -> Lead | None:
    row = proposals_visible_to(user).filter(pk=int(code)).first()
    return Lead(reverse("role-model-proposal", args=[row.pk]), _("Open what was proposed")) if row else None


def _role_model(code: str, user: User) -> Lead | None:
    row = to_nominate(user).filter(pk=int(code)).first()
    return (
        Lead(reverse("nominate-role-model", args=[row.pk]), _("Nominate for commendation")) if row else None
    )


_KINDS: Final[dict[str, Callable[[str, User], Lead | None]]] = {
    "dossier": _dossier,
    "session": _session,
    "decision": _decision,
    "submission": _submission,
    "article": _article,
    "proposed_example": _proposed_role_model,
    "role_model": _role_model,
}
