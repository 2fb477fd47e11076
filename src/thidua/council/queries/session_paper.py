"""The content of the minutes and the tally sheet, from a closed session."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal

from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.core.law.book import LawBook
from thidua.core.vietnamese.dates import format_document_date, format_document_time
from thidua.core.vietnamese.numbers import format_percent, round_half_up
from thidua.council.enums import BallotKind, MemberPost, Presence, RecusalState, VoteWay
from thidua.council.minutes import MemberLine, NomineeLine, OpenVotes, RecusalLine, SessionPaper
from thidua.council.models import AgendaItem, ItemResult, Recusal, Session
from thidua.council.queries.law import counted_over, marked
from thidua.council.queries.members import precedence
from thidua.council.queries.results import open_votes, results
from thidua.council.queries.turnout import turnout
from thidua.lawbook.queries import current_book
from thidua.lawbook.spoken import said
from thidua.orgs.enums import COMMUNE_LEVEL, UnitKind
from thidua.orgs.models import Unit


def session_paper(session: Session) -> SessionPaper:
    """Return what the minutes say, in the language in force. Raises NotClosedYet; fixed number of queries."""
    counts = list(results(session))
    present, absent = _roll(session)
    lines = _nominees(session, counts, open_votes(session))
    assert session.opened_at is not None
    assert session.closed_at is not None
    day = timezone.localtime(session.opened_at)
    tellers = (session.first_teller, session.second_teller)
    by_post = {line.post: line.name for line in reversed((*present, *absent))}
    return SessionPaper(
        council=_("Emulation and Commendation Council of %(unit)s") % {"unit": session.unit.name},
        parent=_parent(session.unit),
        body=session.get_body_display(),
        number=str(session),
        title=session.title,
        place=session.place,
        date=format_document_date(day),
        opened=format_document_time(day),
        closed=_closing(session),
        counted=_counted(session),
        chair=by_post.get(str(MemberPost.CHAIR.label), ""),
        secretary=by_post.get(str(MemberPost.SECRETARY.label), ""),
        tellers=tuple(str(teller) for teller in tellers if teller is not None),
        members=session.members_total or 0,
        present=present,
        absent=absent,
        quorum=_quorum(session),
        counted_over=base_in_words(session),
        nominees=lines,
        passed=sum(line.passed for line in lines),
        failed=sum(not line.passed for line in lines),
        seal=session.seal,
        conclusion=session.conclusion,
    )


def _parent(unit: Unit) -> str:
    if unit.kind in COMMUNE_LEVEL | {UnitKind.PROVINCE}:
        return _("People's Committee of %(unit)s") % {"unit": unit.name}
    return unit.name


def threshold_in_words(item: AgendaItem, needed: int, members: int) -> str:
    """Return «from 80 % of all members: 9 of 11 votes» with the place or ground of the rule."""
    words = {"percent": item.percent, "needed": needed, "members": members}
    if item.strictly:
        share = _("more than %(percent)s %% of all members: at least %(needed)s of %(members)s votes") % words
    else:
        share = _("%(percent)s %% of all members or more: at least %(needed)s of %(members)s votes") % words
    sources = "; ".join(source for source in (marked(item.cites, item.unverified), item.ground) if source)
    return f"{share} ({sources})" if sources else share


def base_in_words(session: Session) -> str:
    """Return over whom the share is counted, and by which clause."""
    clause = counted_over(timezone.localdate(session.opens_at))
    if session.recused_counted:
        said_so = _("Shares are counted over all members, those absent and those recused included")
        return f"{said_so} ({clause})." if clause else f"{said_so}."
    return _("Shares are counted over all members except those recused from the item (%(ground)s).") % {
        "ground": session.recused_ground
    }


def _closing(session: Session) -> str:
    assert session.opened_at is not None
    assert session.closed_at is not None
    begun, ended = timezone.localtime(session.opened_at), timezone.localtime(session.closed_at)
    clock = format_document_time(ended)
    if begun.date() == ended.date():
        return _("%(time)s of the same day") % {"time": clock}
    return f"{clock}, {format_document_date(ended)}"


def _counted(session: Session) -> str:
    assert session.closed_at is not None
    ended = timezone.localtime(session.closed_at)
    return f"{format_document_time(ended)}, {format_document_date(ended)}"


def _quorum(session: Session) -> str:
    found = turnout(session)
    words = {"present": found.present, "members": found.members, "needed": found.needed}
    told = _("%(present)s of %(members)s members take part; at least %(needed)s are needed") % words
    cites = marked(session.quorum_cites, session.quorum_unverified)
    sources = "; ".join(source for source in (cites, session.quorum_ground) if source)
    return f"{told} ({sources})." if sources else f"{told}."


def _roll(session: Session) -> tuple[tuple[MemberLine, ...], tuple[MemberLine, ...]]:
    ways = dict(session.voted.values_list("member_id", "way"))
    present: list[MemberLine] = []
    absent: list[MemberLine] = []
    roll = session.roll.select_related("member__user")
    for entry in sorted(roll, key=lambda entry: precedence(entry.member)):
        member, way = entry.member, ways.get(entry.member_id)
        line = MemberLine(
            name=str(member.user),
            post=member.get_post_display(),
            title=member.title,
            reason=entry.reason,
            wrote=way == VoteWay.WRITTEN,
        )
        came = entry.presence == Presence.PRESENT or (way is not None and not line.wrote)
        (present if came else absent).append(line)
    return tuple(present), tuple(absent)


def _nominees(
    session: Session, counts: list[ItemResult], by_name: dict[int, OpenVotes]
) -> tuple[NomineeLine, ...]:
    recused: dict[int, list[RecusalLine]] = defaultdict(list)
    holding = Recusal.objects.filter(item__session=session).exclude(state=RecusalState.DISMISSED)
    for row in holding.select_related("member__user").order_by("member_id"):
        line = RecusalLine(str(row.member), row.get_ground_display(), row.explanation)
        recused[row.item_id].append(line)
    book = current_book()
    return tuple(
        _nominee(count, tuple(recused[count.item_id]), book, by_name.get(count.item_id)) for count in counts
    )


def _nominee(
    count: ItemResult, recused: tuple[RecusalLine, ...], book: LawBook, by_name: OpenVotes | None
) -> NomineeLine:
    item, nomination = count.item, count.item.nomination
    award = book.awards.get(nomination.award_code)
    percent = Decimal(count.yes * 100) / max(count.members, 1)
    return NomineeLine(
        ordinal=item.ordinal,
        name=nomination.recipient_name,
        post=nomination.post_then,
        unit=nomination.unit_then,
        award=said(award.name) if award else nomination.award_code,
        ballot=item.get_ballot_display(),
        issued=count.issued,
        received=count.received,
        valid=count.valid,
        invalid=count.invalid,
        yes=count.yes,
        no=count.no,
        abstained=count.abstained,
        written=count.written,
        recused=recused,
        members=count.members,
        needed=count.needed,
        percent=format_percent(round_half_up(percent, 1)),
        by_ballot=item.ballot != BallotKind.SHOW,
        rule=threshold_in_words(item, count.needed, count.members),
        passed=count.passed,
        outcome=_("passed") if count.passed else _("not passed"),
        by_name=by_name,
    )
