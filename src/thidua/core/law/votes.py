"""How many votes an award needs, by award and day; and how many members must be there."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from thidua.core.language import Wording
from thidua.core.law.book import LawBook
from thidua.core.law.stated import Source, Stated, Unknown, stated, stated_for


class CountRefused(ValueError):
    """Votes or members that cannot be: negative, none at all, or more votes than members."""


@dataclass(frozen=True)
class VoteRule:
    """The share of yes votes among ALL members, those absent included; never among those present.

    `strictly`: more than the share, not the share itself. `ballot`: secret | ballot | show.
    """

    percent: int
    strictly: bool
    ballot: str
    source: Source

    def is_reached(self, yes: int, members: int) -> bool:
        """Tell whether the yes votes suffice. Raises CountRefused."""
        _check(yes, members)
        cast, asked = yes * 100, self.percent * members
        return cast > asked if self.strictly else cast >= asked

    def votes_needed(self, members: int) -> int:
        """Return the least number of yes votes that suffices. Raises CountRefused."""
        _check(0, members)
        asked = self.percent * members
        return asked // 100 + 1 if self.strictly else -(-asked // 100)


@dataclass(frozen=True)
class QuorumRule:
    """The share of members without whom a session does not hold."""

    share: Fraction
    source: Source

    def is_reached(self, present: int, members: int) -> bool:
        """Tell whether enough members are there. Raises CountRefused."""
        _check(present, members)
        return present * self.share.denominator >= self.share.numerator * members

    def members_needed(self, members: int) -> int:
        """Return the least number of members. Raises CountRefused."""
        _check(0, members)
        return -(-self.share.numerator * members // self.share.denominator)


def vote_rule(book: LawBook, award: str, day: date) -> VoteRule | Unknown:
    """Return the votes an award needs.

    `day` is that of the session, or the receipt of a dossier that is finished under the older decree.
    """
    found = stated_for(book, "votes", award, day)
    if isinstance(found, Unknown):
        return found
    at_least, more_than = found.whole("min_pct"), found.whole("more_than_pct")
    percent = at_least if at_least is not None else more_than
    if percent is None:
        return _no_share(found)
    return VoteRule(percent, at_least is None, found.word("ballot", "show"), found.source)


def quorum_rule(book: LawBook, council: str, award: str, day: date) -> QuorumRule | Unknown:
    """Return the quorum of a council (province | central) for a session on an award; "" for any session."""
    found = stated(book, f"quorum/{council}", day)
    if isinstance(found, Unknown):
        return found
    shares = [found.word(key) for key in (award, "on_awards" if award else "", "any_session") if key]
    share = next((share for share in shares if share), "")
    return QuorumRule(Fraction(share), found.source) if share else _no_share(found)


def _no_share(found: Stated) -> Unknown:
    return Unknown(
        Wording(
            f"Dữ liệu «{found.source.provision}» không nêu tỷ lệ; cần người có thẩm quyền quyết định.",
            f"“{found.source.provision}” names no share: a person decides.",
        )
    )


def _check(some: int, members: int) -> None:
    if members < 1 or not 0 <= some <= members:
        raise CountRefused(f"{some} of {members} members cannot be")
