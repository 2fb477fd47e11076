"""What people are told of decisions; written in the transaction of what happened."""

from __future__ import annotations

from collections import defaultdict

from django.utils.translation import gettext as _

from thidua.accounts.rights import Right
from thidua.decisions.models import Certificate, Decision, DecisionLine, Submission
from thidua.nominations.models import Dossier, Nomination
from thidua.nominations.telling import about, people_of
from thidua.orgs.access import accounts_with
from thidua.support.notices.actions import About, tell
from thidua.support.notices.enums import NoticeKind
from thidua.support.notices.wording import in_house_language


@in_house_language
def tell_waiting(row: Decision) -> None:
    """Tell who decides that a decision waits."""
    tell(
        users=accounts_with(Right.DECIDE, row.unit),
        subject=_("Waiting for your signature: %(title)s") % {"title": row.title},
        text=_("A decision waits for your signature: %(title)s. %(count)s recipients.")
        % {"title": row.title, "count": row.lines.filter(refusal="").count()},
        key=f"decision/{row.pk}/waiting/{row.version}",
        kind=NoticeKind.DECISION,
        about=About("decision", str(row.pk)),
        office=row.unit_id,
    )


@in_house_language
def tell_returned(row: Decision) -> None:
    """Tell who drafted the decision why it came back."""
    drafter = [row.drafted_by] if row.drafted_by else list(accounts_with(Right.PROPOSE, row.unit))
    tell(
        users=drafter,
        subject=_("Returned unsigned: %(title)s") % {"title": row.title},
        text=_("The decision was returned with this reason: %(reason)s") % {"reason": row.return_reason},
        key=f"decision/{row.pk}/returned/{row.version}",
        kind=NoticeKind.DECISION,
        about=About("decision", str(row.pk)),
        office=row.unit_id,
    )


@in_house_language
def tell_sent_back(row: Submission) -> None:
    """Tell who proposed why the proposal came back."""
    proposer = [row.proposed_by] if row.proposed_by else list(accounts_with(Right.PROPOSE, row.unit))
    tell(
        users=proposer,
        subject=_("Proposal sent back: %(number)s") % {"number": row.full_number},
        text=_("The proposal was sent back with this reason: %(reason)s") % {"reason": row.sent_back_reason},
        key=f"submission/{row.pk}/sent-back",
        kind=NoticeKind.DECISION,
        about=About("submission", str(row.pk)),
        office=row.unit_id,
    )


@in_house_language
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
            kind=NoticeKind.DECISION,
            about=about(dossier),
            office=dossier.deciding_unit_id,
            read_first=True,
        )


@in_house_language
def tell_cancelled(line: DecisionLine, reason: str) -> None:
    """Tell the unit that an award was cancelled; who won a prize has no account here."""
    if line.nomination is None:
        return
    tell(
        users=people_of(line.nomination.dossier),
        subject=_("Award cancelled: %(name)s") % {"name": line.recipient_name},
        text=_("%(award)s of %(name)s was cancelled: %(reason)s. Give certificate and money back.")
        % {"award": line.award_name, "name": line.recipient_name, "reason": reason},
        key=f"line/{line.pk}/cancelled",
        kind=NoticeKind.DECISION,
        about=about(line.nomination.dossier),
        office=line.decision.unit_id,
        read_first=True,
    )


@in_house_language
def tell_replaced(old: Certificate, new: Certificate) -> None:
    """Tell the unit that another certificate takes the place of one it has, and that the old one counts no more."""
    line = old.line
    if line.nomination is None:
        return
    tell(
        users=people_of(line.nomination.dossier),
        subject=_("Another certificate for %(name)s") % {"name": line.recipient_name},
        text=_(
            "The certificate %(old)s of %(name)s does not count any more (%(state)s). "
            "The certificate %(new)s takes its place."
        )
        % {"old": old.code, "new": new.code, "name": line.recipient_name, "state": old.get_state_display()},
        key=f"certificate/{old.pk}/replaced",
        kind=NoticeKind.DECISION,
        about=about(line.nomination.dossier),
        office=line.decision.unit_id,
    )
