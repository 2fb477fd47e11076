"""Awards as a list of hits shows them: who, what and where then, and where that is today."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from thidua.core.vietnamese.fold import fold
from thidua.orgs.queries import AddressToday, addresses_today
from thidua.registry.enums import AwardStatus, CommendationType, RecipientKind
from thidua.registry.models import Award, Conferral
from thidua.registry.search import Hit, Rank
from thidua.web.shell import formats
from thidua.web.shell.tags import Tag, Tone
from thidua.web.workspace.register.highlighting import highlighted

_TONES = {
    AwardStatus.ACTIVE: Tone.SUCCESS,
    AwardStatus.CANCELLED: Tone.ERROR,
    AwardStatus.STRIPPED: Tone.ERROR,
}


@dataclass(frozen=True)
class ShownAward:
    """An award in words. `life_url`: the page of who received it, "" where that is not known."""

    award: Award
    name: SafeString
    life_url: str
    kind: str
    post: str
    unit_then: SafeString
    unit_now: str
    type: str
    paper: str
    status: Tag


@dataclass(frozen=True)
class HitGroup:
    """Hits that fit in the same way; `title` "" where no name was asked for."""

    title: str
    rows: tuple[ShownAward, ...]


def groups_of(hits: Sequence[Hit], words: Collection[str]) -> tuple[HitGroup, ...]:
    """Return the hits in groups, the very name first; six queries."""
    shown = shown_awards([hit.award for hit in hits], words)
    groups: dict[str, list[ShownAward]] = {}
    for hit, row in zip(hits, shown, strict=True):
        groups.setdefault(_title(hit.rank), []).append(row)
    return tuple(HitGroup(title, tuple(rows)) for title, rows in groups.items())


def shown_awards(awards: Sequence[Award], words: Collection[str] = ()) -> list[ShownAward]:
    """Return awards (with their conferrals) in words; five queries, whatever their number."""
    today = where_today(awards)
    said = _Said()
    return [_shown(one, words, today.get(_place(one) or 0), said) for one in awards]


def where_today(awards: Iterable[Award]) -> dict[int, AddressToday]:
    """Return for the units in which recipients worked or lived where each stands today; five queries, or none."""
    places = {place for one in awards if (place := _place(one)) is not None}
    return addresses_today(places, timezone.localdate()) if places else {}


def _place(award: Award) -> int | None:
    return award.place_id or award.unit_id


class _Said:
    """What many rows of a list say alike, each put into words once."""

    def __init__(self) -> None:
        self.kind = cache(lambda value: str(capfirst(RecipientKind(value).label)))
        self.type = cache(lambda value: str(CommendationType(value).label) if value else "")
        self.status = cache(_status)
        self.paper = cache(paper_of)
        self.became = cache(became)
        self.life = cache(lambda column: reverse(f"{column}-history", args=[0]).removesuffix("0"))


def _status(value: str) -> Tag:
    status = AwardStatus(value)
    return Tag(str(capfirst(status.label)), _TONES[status])


def _shown(award: Award, words: Collection[str], today: AddressToday | None, said: _Said) -> ShownAward:
    recipient = _recipient(award)
    return ShownAward(
        award=award,
        name=highlighted(award.recipient_name, words),
        life_url=f"{said.life(recipient[0])}{recipient[1]}" if recipient else "",
        kind=said.kind(award.recipient_kind),
        post=award.post_then,
        unit_then=highlighted(award.unit_then, words),
        unit_now=said.became(award.unit_then, today),
        type=said.type(award.commendation_type),
        paper=said.paper(award.conferral),
        status=said.status(award.status),
    )


def became(then: str, today: AddressToday | None) -> str:
    """Return «nay: …» where the place of an award is called otherwise today, "" where nothing changed."""
    if today is None:
        return ""
    if not today.unchanged:
        return today.sentence
    address = today.places[0].address
    is_same = not address or fold(address) in fold(then) or (then and fold(then) in fold(address))
    return "" if is_same else _("now: %(places)s") % {"places": address}


def _recipient(award: Award) -> tuple[str, int] | None:
    """Return what the recipient is on record as, and its id."""
    for column in ("person", "unit", "household"):
        if (pk := getattr(award, f"{column}_id")) is not None:
            return column, pk
    return None


def paper_of(conferral: Conferral) -> str:
    """Return number and date of a decision as far as they are known."""
    number, day = conferral.decision_number, conferral.decision_date
    if day is None and conferral.decided_year:
        return decision_of_year(number, conferral.decided_year)
    if number and day:
        return _("%(number)s of %(date)s") % {"number": number, "date": formats.day(day)}
    if day:
        return _("of %(date)s, number not known yet") % {"date": formats.day(day)}
    return number or _("number and date of the decision not known yet")


def decision_of_year(number: str, year: int) -> str:
    """Return what is known of a decision without a date: «163/QĐ-UBND năm 2015», «năm 2015, chưa rõ số»."""
    if number:
        return _("%(number)s of the year %(year)s") % {"number": number, "year": year}
    return _("of the year %(year)s, number and date not known yet") % {"year": year}


def _title(rank: Rank | None) -> str:
    if rank is None:
        return ""
    if rank in (Rank.VERY, Rank.FOLDED):
        return _("The very name")
    if rank is Rank.TOGETHER:
        return _("The words together in name, post, unit or award")
    return _("Names that begin so or have these words")
