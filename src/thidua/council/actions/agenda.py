"""Put nominations on the agenda of a session, and take them off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.core.law.stated import Unknown
from thidua.core.law.votes import VoteRule
from thidua.core.vietnamese.hygiene import clean_line
from thidua.council.access import nothing_here, require_keeping
from thidua.council.actions.attempts import logs_refusals
from thidua.council.actions.locking import locked, require_planned
from thidua.council.enums import STRICTNESS, BallotKind, SessionState
from thidua.council.models import AgendaItem, CouncilRegulation, Session
from thidua.council.queries.law import needs_ground, places, votes_for
from thidua.council.queries.regulations import ground_of, percent_of, regulation_on
from thidua.lawbook.spoken import said
from thidua.nominations.enums import DossierState, Outcome
from thidua.nominations.models import Nomination
from thidua.support.audit.actions.record import record
from thidua.support.edits import Faults, misfits
from thidua.support.refusals import Refused


@dataclass(frozen=True)
class _Terms:
    """What is asked beyond the law book: None and empty leave it as the law has it."""

    ballot: str | None
    percent: int | None
    ground: str


@logs_refusals
def add_to_agenda(
    *,
    session: Session,
    nominations: Sequence[Nomination],
    by: User,
    ballot: str | None = None,
    percent: int | None = None,
    ground: str = "",
) -> list[AgendaItem]:
    """Put nominations at the end of the agenda and return their items.

    Way of voting and share come from the law book. Where it does not know them, or is not sure and nobody has
    checked it, `ground` says on what the council relies; left empty, it is the regulation recorded for the council,
    whose share then holds too unless the law surely asks for more. A stricter way needs no ground.
    Raises NotAllowed, also for a nominee of another unit's council; Refused.
    """
    require_keeping(by, session.unit)
    if any(nomination.dossier.deciding_unit_id != session.unit_id for nomination in nominations):
        raise nothing_here()
    terms = _Terms(ballot, percent, clean_line(ground))
    faults = misfits(AgendaItem, {"ground": terms.ground, "percent": percent})
    if ballot is not None and ballot not in BallotKind.values:
        faults["ballot"] = _("Choose a way of voting from the list.")
    if percent is not None and not 1 <= percent <= 100:
        faults["percent"] = _("Write a share from 1 to 100.")
    if faults:
        raise Refused(faults)
    with transaction.atomic():
        row = locked(session)
        require_planned(row)
        last = row.items.aggregate(last=Max("ordinal"))["last"] or 0
        regulation = regulation_on(row.unit, timezone.localdate(row.opens_at))
        made = []
        for ordinal, nomination in enumerate(nominations, start=last + 1):
            _require_ripe(nomination)
            item = _item(row, nomination, terms, regulation)
            item.ordinal = ordinal
            item.save(force_insert=True)
            made.append(item)
        details = {"items": [str(item) for item in made], "ground": terms.ground}
        record(by=by, action="council.agenda_extended", subject=row, details=details)
    return made


@logs_refusals
def remove_from_agenda(*, item: AgendaItem, by: User) -> None:
    """Take an item off the agenda of a session that is not open yet. Raises NotAllowed, Refused."""
    require_keeping(by, item.session.unit)
    with transaction.atomic():
        row = locked(item.session_id)
        require_planned(row)
        record(by=by, action="council.agenda_shortened", subject=row, details={"item": str(item)})
        AgendaItem.objects.filter(pk=item.pk).delete()


def faults_of(nomination: Nomination) -> str | None:
    """Return why the council may not vote on a nomination now, or None."""
    name = {"name": nomination.recipient_name}
    if nomination.suspended or nomination.dossier.suspended:
        return _("“%(name)s” is suspended; lift the suspension first.") % name
    if nomination.dossier.state != DossierState.COUNCIL:
        return _("The dossier of “%(name)s” is not before the council. Move it there first.") % name
    if nomination.outcome != Outcome.ELIGIBLE:
        return _("“%(name)s” is not before the council: %(outcome)s.") % {
            **name,
            "outcome": nomination.get_outcome_display(),
        }
    return None


def _require_ripe(nomination: Nomination) -> None:
    fault = faults_of(nomination)
    waiting = AgendaItem.objects.filter(
        nomination=nomination, session__state__in=(SessionState.PLANNED, SessionState.OPEN)
    )
    taken = waiting.select_related("session").first()
    if fault is None and taken is not None:
        fault = _("“%(name)s” is already on the agenda of session %(session)s.") % {
            "name": nomination.recipient_name,
            "session": taken.session,
        }
    if fault is not None:
        raise Refused({"nominations": fault})


def _item(
    session: Session, nomination: Nomination, terms: _Terms, regulation: CouncilRegulation | None
) -> AgendaItem:
    rule = votes_for(nomination, timezone.localdate(session.opens_at))
    terms = _by_regulation(terms, rule, regulation, nomination.award_code)
    faults = _faults_of_terms(rule, terms)
    if faults:
        raise Refused(faults)
    item = AgendaItem(session=session, nomination=nomination, ground=terms.ground)
    if isinstance(rule, VoteRule):
        item.ballot, item.percent, item.strictly = rule.ballot, rule.percent, rule.strictly
        item.provision, item.cites = rule.source.provision, places(rule.source)
        item.unverified = needs_ground(rule.source)
    if terms.ballot is not None:
        item.ballot = terms.ballot
    if terms.percent is not None and terms.percent != item.percent:
        item.percent, item.strictly = terms.percent, False
    return item


def _by_regulation(
    terms: _Terms, rule: VoteRule | Unknown, regulation: CouncilRegulation | None, award: str
) -> _Terms:
    """Return the terms with what the council's regulation says of an award, where they leave it open."""
    if regulation is None:
        return terms
    unsure = isinstance(rule, Unknown) or needs_ground(rule.source)
    own = percent_of(regulation, award) if terms.percent is None else None
    if own is not None and isinstance(rule, VoteRule):
        own = own if unsure or own > rule.percent else None
    ground = terms.ground or (ground_of(regulation) if unsure or own is not None else "")
    return replace(terms, percent=terms.percent if own is None else own, ground=ground)


def _faults_of_terms(rule: VoteRule | Unknown, terms: _Terms) -> Faults:
    if isinstance(rule, Unknown):
        missing: Faults = {}
        if terms.percent is None:
            missing["percent"] = said(rule.why)
        if terms.ballot is None:
            missing["ballot"] = said(rule.why)
        if not terms.ground:
            missing["ground"] = _ask_for_ground()
        return missing
    if needs_ground(rule.source) and not terms.ground:
        return {"ground": _ask_for_ground()}
    faults: Faults = {}
    weaker = {"percent": rule.percent, "ballot": BallotKind(rule.ballot).label, "places": places(rule.source)}
    if not needs_ground(rule.source) and terms.percent is not None and terms.percent < rule.percent:
        faults["percent"] = (
            _("The law asks for %(percent)s %% (%(places)s); a council may ask for more, not less.") % weaker
        )
    if (
        terms.ballot is not None
        and STRICTNESS[BallotKind(terms.ballot)] < STRICTNESS[BallotKind(rule.ballot)]
    ):
        faults["ballot"] = (
            _("The law asks for: %(ballot)s (%(places)s). Choose this or a stricter way.") % weaker
        )
    return faults


def _ask_for_ground() -> str:
    return _(
        "The law book is not sure of this rule. Write on what the council relies, or record its regulation once "
        "under “Regulation of the council”."
    )
