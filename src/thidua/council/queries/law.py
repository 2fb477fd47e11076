"""What the law book says of votes and quorum."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from django.utils.translation import gettext as _

from thidua.core.law.book import LawBook
from thidua.core.law.cases.clauses import written_out
from thidua.core.law.citations import Citation
from thidua.core.law.provisions import Certainty
from thidua.core.law.stated import Source, Stated, Unknown, stated
from thidua.core.law.votes import QuorumRule, VoteRule, quorum_rule, vote_rule
from thidua.council.models import Session
from thidua.lawbook.queries import current_book, regulations
from thidua.lawbook.spoken import language
from thidua.nominations.models import Nomination
from thidua.orgs.enums import UnitKind

COUNTED_OVER: Final = "votes/counted_over"


def votes_for(nomination: Nomination, day: date) -> VoteRule | Unknown:
    """Return the votes that the nomination's award needs: by the day its dossier was received, else by `day`."""
    return vote_rule(current_book(), nomination.award_code, nomination.dossier.received_on or day)


def quorum_for(session: Session, awards: Iterable[str], day: date) -> QuorumRule | Unknown:
    """Return the strictest quorum among those of the awards on the agenda, or that none is known."""
    council = "province" if session.unit.kind == UnitKind.PROVINCE else str(session.unit.kind)
    book = current_book()
    rules = [quorum_rule(book, council, award, day) for award in sorted(set(awards)) or [""]]
    unknown = next((rule for rule in rules if isinstance(rule, Unknown)), None)
    if unknown is not None:
        return unknown
    return max((rule for rule in rules if isinstance(rule, QuorumRule)), key=lambda rule: rule.share)


def needs_ground(source: Source) -> bool:
    """Tell whether somebody must say on what the council relies: the rule is unsure, or another province's.

    What the Board checked, or loaded as its own regulation, needs no more words.
    """
    if source.needs_person or source.check is not None:
        return source.needs_person
    own = set(regulations().filter(withdrawn_at__isnull=True).values_list("code", flat=True))
    return source.certainty is Certainty.LOCAL and not own.intersection(cited.text for cited in source.cites)


def counted_over(day: date) -> str:
    """Return the places that say over whom the share is counted («khoản 7 Điều 30 Nghị định 98/2023/NĐ-CP»)."""
    book = current_book()
    found = stated(book, COUNTED_OVER, day)
    if not isinstance(found, Stated):
        return ""
    return marked(places(found.source, book), found.source.needs_person)


def marked(cites: str, unverified: bool) -> str:
    """Return places of the law with the mark that nobody has compared them with the text in force."""
    return _("%(places)s [not verified]") % {"places": cites} if cites and unverified else cites


def places(source: Source, book: LawBook | None = None) -> str:
    """Return the places of a rule that bind here, as they are printed in minutes: in Vietnamese."""
    known = book or current_book()
    models = _models(source, known)
    return written_out([cited for cited in source.cites if cited not in models], known, "vi")


def reference(source: Source, book: LawBook | None = None) -> str:
    """Return that the rule is also another province's, which binds nobody here; empty where it is not."""
    known = book or current_book()
    models = _models(source, known)
    if not models:
        return ""
    return _("For reference only: %(places)s; it is not a regulation of this province.") % {
        "places": written_out(models, known, language())
    }


def _models(source: Source, book: LawBook) -> list[Citation]:
    """Return the places in another province's regulation; one that the Board loaded as its own is no model."""
    return [cited for cited in source.cites if cited.text in book.texts and book.texts[cited.text].model]
