"""What people are told of decisions; written in the transaction of what happened."""

from __future__ import annotations

from collections import defaultdict

from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.decisions.models import Decision, DecisionLine
from thidua.nominations.models import Dossier, Nomination
from thidua.orgs.access import accounts_with
from thidua.support.notices.actions import tell


def tell_waiting(row: Decision) -> None:
    """Tell who decides that a decision waits."""
    tell(
        users=accounts_with(Right.DECIDE, row.unit),
        subject=_("Waiting for your signature: %(title)s") % {"title": row.title},
        text=_("A decision waits for your signature: %(title)s. %(count)s recipients.")
        % {"title": row.title, "count": row.lines.filter(refusal="").count()},
        key=f"decision/{row.pk}/waiting/{row.version}",
    )


def tell_returned(row: Decision) -> None:
    """Tell who drafted the decision why it came back."""
    drafter = [row.drafted_by] if row.drafted_by else list(accounts_with(Right.PROPOSE, row.unit))
    tell(
        users=drafter,
        subject=_("Returned unsigned: %(title)s") % {"title": row.title},
        text=_("The decision was returned with this reason: %(reason)s") % {"reason": row.return_reason},
        key=f"decision/{row.pk}/returned/{row.version}",
    )


def tell_decided(paper: str, key: str, granted: list[Nomination], refused: dict[int, str]) -> None:
    """Tell the people of each dossier what was granted and what was refused, and why.

    `paper`: the decision as written; `key` names the occasion; `refused`: nomination id → reason.
    """
    everyone = {one.pk: one for one in granted}
    everyone |= {one.pk: one for one in Nomination.objects.filter(pk__in=refused).select_related("dossier")}
    by_dossier: dict[Dossier, list[Nomination]] = defaultdict(list)
    for one in everyone.values():
        by_dossier[one.dossier].append(one)
    for dossier, own in by_dossier.items():
        lines = [_("%(paper)s, dossier %(code)s:") % {"paper": paper, "code": dossier.code}]
        for one in own:
            lines.append(
                _("– %(name)s: not granted. %(reason)s")
                % {"name": one.recipient_name, "reason": refused[one.pk]}
                if one.pk in refused
                else _("– %(name)s: granted.") % {"name": one.recipient_name}
            )
        tell(
            users=people_of(dossier),
            subject=_("Decided: dossier %(code)s") % {"code": dossier.code},
            text="\n".join(lines),
            key=f"{key}/dossier/{dossier.pk}",
            read_first=True,
        )


def people_of(dossier: Dossier) -> list[User]:
    """Return who opened the dossier and who declared it."""
    return [user for user in (dossier.opened_by, dossier.declared_by) if user is not None]


def tell_cancelled(line: DecisionLine, reason: str) -> None:
    """Tell the unit that an award was cancelled."""
    tell(
        users=people_of(line.nomination.dossier),
        subject=_("Award cancelled: %(name)s") % {"name": line.recipient_name},
        text=_("%(award)s of %(name)s was cancelled: %(reason)s. Give certificate and money back.")
        % {"award": line.award_name, "name": line.recipient_name, "reason": reason},
        key=f"line/{line.pk}/cancelled",
        read_first=True,
    )
