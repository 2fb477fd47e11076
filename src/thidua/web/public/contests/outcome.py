"""What an entrant reads by the own code once the results are published: prize, place, decision and certificate."""

from __future__ import annotations

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from thidua.contests.models import Entry, Result
from thidua.contests.queries.own_work import own_place, own_totals
from thidua.core.jury import two_places
from thidua.decisions.queries import certificates_of_prize, public_prize_paper
from thidua.web.shell import formats
from thidua.web.shell.follow_up import Fact, Followed
from thidua.web.shell.tags import Tag, Tone


def outcome(entry: Entry, title: str, page: str) -> Followed:
    """Return what became of an entry of an edition whose results are published; `page`: where all of them stand."""
    won = Result.objects.filter(entry=entry).select_related("edition__rules", "entry__category").first()
    if won is None:
        return Followed(
            title,
            Tag(capfirst(pgettext("entry", "no prize this time"))),
            _(
                "The results are published, and this work is not among the prizes this time. Thank you for the care "
                "you put into it. You are warmly invited to enter again."
            ),
            url=page,
            url_label=_("All results"),
            facts=_marks(entry),
        )
    paper, granted = _paper(won), _certificates(won)
    return Followed(
        title,
        Tag(capfirst(pgettext("entry", "has won a prize")), Tone.SUCCESS),
        _sentence(won, is_decided=bool(paper)),
        url=page,
        url_label=_("All results"),
        facts=(*_place(won), *_marks(entry), *paper, *granted),
    )


def _sentence(won: Result, *, is_decided: bool) -> str:
    said = _("The results are published. This work has won: %(prize)s. Congratulations!") % {
        "prize": won.prize or _("a prize")
    }
    if is_decided:
        return said
    return f"{said} {_('The decision and the code of the certificate stand here as soon as it is signed.')}"


def _place(won: Result) -> tuple[Fact, ...]:
    place = own_place(won)
    if place is None or won.entry is None:
        return ()
    said = _("%(place)s in the category %(category)s")
    if place.shared_with:
        said = _("%(place)s in the category %(category)s, shared with another work of equal total")
    words = said % {"place": formats.number(place.place), "category": won.entry.category.name}
    return (Fact(pgettext("contest", "Place"), words),)


def _marks(entry: Entry) -> tuple[Fact, ...]:
    """Return the totals that the rules of the contest tell each entrant of the own work."""
    return tuple(
        Fact(
            _("Marks, %(round)s") % {"round": one.name},
            _("%(total)s of at most %(most)s")
            % {
                "total": formats.number(two_places(one.total), 2),
                "most": formats.number(two_places(one.most)),
            },
        )
        for one in own_totals(entry)
    )


def _paper(won: Result) -> tuple[Fact, ...]:
    paper = public_prize_paper(won.edition)
    if paper is None:
        return ()
    if paper.conferral is None:  # signed elsewhere: what is not known of it is left out
        on = formats.day(paper.decided_on) if paper.decided_on else ""
        told = ", ".join(part for part in (paper.number, on, paper.decided_by) if part)
        return (Fact(_("Decision on the prizes"), told),)
    said = _("Decision %(number)s of %(day)s, %(who)s") % {
        "number": paper.number,
        "day": formats.day(paper.decided_on),
        "who": paper.decided_by,
    }
    return (Fact(_("Decision on the prizes"), said, reverse("public-decision", args=[paper.conferral])),)


def _certificates(won: Result) -> tuple[Fact, ...]:
    rows = certificates_of_prize(won)
    return tuple(
        Fact(
            _("Certificate of %(name)s") % {"name": row.line.recipient_name}
            if len(rows) > 1
            else _("Code of the certificate"),
            row.code,
            reverse("certificate-checked", args=[row.code]),
        )
        for row in rows
    )
