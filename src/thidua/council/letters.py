"""The minutes and the tally sheet as letters, for the office's templates."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from thidua.council.enums import Choice
from thidua.council.minutes import MemberLine, NomineeLine, OpenVotes, SessionPaper
from thidua.support.documents.letters.content import CouncilMinutes, Member, Outcome, TallySheet

# The office puts the number in when the minutes are signed.
_UNNUMBERED: Final = "……/BB-HĐTĐKT"


def minutes_letter(paper: SessionPaper, *, day: date, place: str) -> CouncilMinutes:
    """Return the minutes; the chair signs them."""
    return CouncilMinutes(
        parent_body=paper.parent.upper(),
        body=_("Emulation and Commendation Council").upper(),
        number=_UNNUMBERED,
        place=place,
        day=day,
        abstract=_about(paper),
        recipients=(_("Members of the council;"), _("Kept: office.")),
        on_behalf="",
        signer_post=_("CHAIR OF THE SESSION"),
        signer_name=paper.chair,
        started=f"{paper.opened}, {paper.date}",
        ended=paper.closed,
        venue=paper.place,
        chair=paper.chair,
        secretary=paper.secretary,
        quorum=f"{len(paper.present)}/{paper.members}",
        present=tuple(_member(line) for line in paper.present),
        absent=tuple(_member(line) for line in paper.absent),
        agenda=_agenda(paper),
        discussion=_rules(paper),
        outcomes=tuple(_outcome(line) for line in paper.nominees),
        conclusion=_conclusion(paper),
    )


def tally_letter(paper: SessionPaper, *, day: date, place: str) -> TallySheet | None:
    """Return the tally sheet of what was voted on by ballot; None where hands were shown for everything.

    The numbers on top are those of the fullest item; a nominee with others, for a recusal or an invalid ballot, has
    them beside the result.
    """
    lines = [line for line in paper.nominees if line.by_ballot]
    if not lines:
        return None
    returned, valid = max(line.received for line in lines), max(line.valid for line in lines)
    top = (max(line.issued for line in lines), returned, valid, returned - valid)
    tellers = paper.tellers or ((paper.secretary,) if paper.secretary else ())
    return TallySheet(
        parent_body=paper.parent.upper(),
        body=_("Emulation and Commendation Council").upper(),
        number=_UNNUMBERED,
        place=place,
        day=day,
        abstract=_about(paper),
        recipients=(_("Members of the council;"), _("Kept: office.")),
        on_behalf="",
        signer_post=_("FOR THE TELLERS") if paper.tellers else _("SECRETARY OF THE COUNCIL"),
        signer_name=tellers[0] if tellers else "",
        counted_at=paper.counted,
        tellers=tuple(Member(name=name, post=_role(paper), remark="") for name in tellers),
        second_teller=tellers[1] if len(tellers) > 1 else "",
        members=paper.members,
        issued=top[0],
        returned=top[1],
        valid=top[2],
        invalid=top[3],
        outcomes=tuple(_outcome(line, top) for line in lines),
    )


def _role(paper: SessionPaper) -> str:
    """Return why the secretary stands where the tellers do: votes cast in the system count themselves."""
    return "" if paper.tellers else _("secretary; ballots cast in the system were counted by it on closing")


def _about(paper: SessionPaper) -> str:
    words = {"number": paper.number, "body": paper.body, "title": paper.title}
    return _("Session %(number)s of %(body)s: %(title)s") % words


def _member(line: MemberLine) -> Member:
    post = ", ".join(part for part in dict.fromkeys((line.title, line.post)) if part and part != line.name)
    wrote = _("voted in writing") if line.wrote else ""
    return Member(name=line.name, post=post, remark="; ".join(part for part in (line.reason, wrote) if part))


def _agenda(paper: SessionPaper) -> tuple[str, ...]:
    counted: dict[str, int] = {}
    for line in paper.nominees:
        counted[line.award] = counted.get(line.award, 0) + 1
    return tuple(
        ngettext("%(award)s: %(count)s nomination", "%(award)s: %(count)s nominations", count)
        % {"award": award, "count": count}
        for award, count in counted.items()
    )


def _rules(paper: SessionPaper) -> tuple[str, ...]:
    rules = dict.fromkeys(f"{line.award} – {line.ballot}, {line.rule}." for line in paper.nominees)
    recused = (
        _("%(member)s did not vote on “%(nominee)s”: %(ground)s.")
        % {"member": one.name, "nominee": line.name, "ground": one.ground}
        for line in paper.nominees
        for one in line.recused
    )
    return (paper.quorum, paper.counted_over, *rules, *recused, *_by_name(paper))


def _by_name(paper: SessionPaper) -> Iterator[str]:
    """Yield who said what where the vote was open; nominees on whom everybody said the same share a sentence."""
    alike: dict[OpenVotes, list[str]] = {}
    for line in paper.nominees:
        if line.by_name is not None:
            alike.setdefault(line.by_name, []).append(line.name)
    for votes, names in alike.items():
        said = (
            (Choice.YES.label, votes.yes),
            (Choice.NO.label, votes.no),
            (Choice.ABSTAIN.label, votes.abstained),
        )
        yield _("Open vote on %(nominees)s: %(votes)s.") % {
            "nominees": ", ".join(f"“{name}”" for name in names),
            "votes": "; ".join(
                f"{choice} ({len(members)}): {', '.join(members)}" for choice, members in said if members
            ),
        }


def _outcome(line: NomineeLine, top: tuple[int, ...] = ()) -> Outcome:
    own = (line.issued, line.received, line.valid, line.invalid)
    result = line.outcome
    if top and own != top:
        names = ("issued", "received", "valid", "invalid")
        result += _(
            " (issued %(issued)s, received %(received)s, valid %(valid)s, invalid %(invalid)s)"
        ) % dict(zip(names, own, strict=True))
    return Outcome(
        ordinal=line.ordinal,
        name=line.name,
        award=line.award,
        in_favour=f"{line.yes}/{line.members}",
        against=line.no,
        no_opinion=line.abstained,
        invalid=line.invalid,
        percent=line.percent,
        result=result,
    )


def _conclusion(paper: SessionPaper) -> tuple[str, ...]:
    counted = _("The council passed %(passed)s of %(all)s nominations.") % {
        "passed": paper.passed,
        "all": len(paper.nominees),
    }
    return (counted, *(row for row in paper.conclusion.splitlines() if row.strip()))
