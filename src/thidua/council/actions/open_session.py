"""Open a session for voting."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.core.law.stated import Unknown
from thidua.core.vietnamese.hygiene import clean_line
from thidua.council.access import members_for, require_keeping
from thidua.council.actions.agenda import faults_of
from thidua.council.actions.attempts import logs_refusals
from thidua.council.actions.locking import locked, moment_of, require_planned
from thidua.council.actions.recusals import propose
from thidua.council.enums import RecusalState, SessionState
from thidua.council.envelopes import key_mark
from thidua.council.models import Attendance, CouncilRegulation, Recusal, Session
from thidua.council.queries.law import needs_ground, places, quorum_for
from thidua.council.queries.regulations import ground_of, regulation_on
from thidua.council.sealing import new_box
from thidua.council.telling import OPENED, tell_members
from thidua.council.thresholds import is_share
from thidua.lawbook.spoken import said
from thidua.support.audit.actions.record import record
from thidua.support.edits import Faults, misfits
from thidua.support.refusals import Refused


@logs_refusals
def open_session(
    *,
    session: Session,
    by: User,
    quorum_share: str = "",
    quorum_ground: str = "",
    recused_counted: bool | None = None,
    recused_ground: str = "",
    at: datetime | None = None,
    entered_later: bool = False,
) -> Session:
    """Settle the roll, the rules and the recusals, make the ballot box, and let members vote; return the session.

    `quorum_share` («4/5») replaces what the law book says and then needs a ground, as does a rule that the law book
    is not sure of. Recused members count among all members (clause 7, article 30, decree 98/2023) unless the
    council's own regulation, named in `recused_ground`, leaves them out. What is left empty is taken from the
    regulation recorded for the council. `at`: when it was opened, where that is recorded later. `entered_later`: it met
    on paper and its time is over, so that it is opened only to be keyed in. Raises NotAllowed, Refused.
    """
    require_keeping(by, session.unit)
    with transaction.atomic():
        row = locked(session)
        require_planned(row)
        moment = _opening_of(row, at, entered_later)
        items = list(row.items.select_related("nomination__dossier"))
        members = list(members_for(row))
        faults = _faults_of_readiness(
            row, [faults_of(item.nomination) for item in items], len(members), moment
        )
        regulation = regulation_on(row.unit, timezone.localdate(row.opens_at))
        _settle_recusals(row, regulation, recused_counted, clean_line(recused_ground))
        if not row.recused_counted and not row.recused_ground:
            faults["recused_ground"] = _("Name the regulation that leaves recused members out of the count.")
        awards = [item.nomination.award_code for item in items]
        ground = clean_line(quorum_ground)
        faults |= _settle_quorum(row, awards, quorum_share.strip(), ground, regulation)
        fields = ("quorum_ground", "recused_ground")
        faults |= misfits(Session, {name: getattr(row, name) for name in fields})
        if faults:
            raise Refused(faults)
        propose(row, by)
        Recusal.objects.filter(item__session=row, state=RecusalState.PROPOSED).update(
            state=RecusalState.IN_FORCE, decided_by=by, decided_at=timezone.now()
        )
        Attendance.objects.bulk_create([Attendance(session=row, member=member) for member in members])
        row.members_total, row.state = len(members), SessionState.OPEN
        row.box, row.box_key = new_box()
        row.box_mark = key_mark(row.box_key, row.box)
        row.opened_at, row.opened_by, row.version = moment, by, row.version + 1
        row.entered_later = entered_later
        row.save()
        details = {
            "members_total": row.members_total,
            "quorum_share": row.quorum_share,
            "items": len(items),
            "entered_later": entered_later,
        }
        record(by=by, action="council.session_opened", subject=row, details=details)
        if not entered_later:
            tell_members(row, OPENED)
    return row


def _opening_of(session: Session, at: datetime | None, entered_later: bool) -> datetime:
    if not entered_later:
        return moment_of(at)
    if timezone.now() < session.closes_at:
        raise Refused(
            _("Only a session whose time is over is entered afterwards. Open it for voting instead.")
        )
    return session.opens_at


def _faults_of_readiness(session: Session, items: list[str | None], members: int, moment: datetime) -> Faults:
    faults: Faults = {}
    if not items:
        faults["items"] = _("The agenda is empty. Put nominations on it first.")
    blocked = [fault for fault in items if fault is not None]
    if blocked:
        faults["items"] = list(blocked)
    if members == 0:
        faults["members"] = _(
            "Nobody sits in the council on the day of the session. Enter its members first."
        )
    if moment >= session.closes_at:
        faults["closes_at"] = _("The closing time has passed. Plan the session anew.")
    return faults


def _settle_recusals(
    session: Session, regulation: CouncilRegulation | None, counted: bool | None, ground: str
) -> None:
    own = True if regulation is None else regulation.recused_counted
    session.recused_counted = own if counted is None else counted
    session.recused_ground = ground
    if not session.recused_counted and not own and not ground:
        session.recused_ground = ground_of(regulation)


def _settle_quorum(
    session: Session, awards: list[str], share: str, ground: str, regulation: CouncilRegulation | None
) -> Faults:
    rule = quorum_for(session, awards, timezone.localdate(session.opens_at))
    if not share and regulation is not None and regulation.quorum_share:
        share = regulation.quorum_share
    unsure = isinstance(rule, Unknown) or needs_ground(rule.source)
    if not ground and (share or unsure):
        ground = ground_of(regulation)
    session.quorum_ground = ground
    if share:
        session.quorum_share = share
        if not is_share(share):
            return {"quorum_share": _("Write a share such as 2/3 or 4/5.")}
        return {} if ground else {"quorum_ground": _ask_for_ground()}
    if isinstance(rule, Unknown):
        return {"quorum_share": said(rule.why)}
    session.quorum_share = str(rule.share)
    session.quorum_provision, session.quorum_cites = rule.source.provision, places(rule.source)
    session.quorum_unverified = needs_ground(rule.source)
    if needs_ground(rule.source) and not ground:
        return {"quorum_ground": _ask_for_ground()}
    return {}


def _ask_for_ground() -> str:
    return _(
        "The law book is not sure of the quorum. Write on what the council relies, or record its regulation once "
        "under “Regulation of the council”."
    )
