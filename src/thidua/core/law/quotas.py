"""How many may be granted an award at most, by award and day."""

from dataclasses import dataclass
from datetime import date

from thidua.core.law.book import LawBook
from thidua.core.law.stated import Source, Stated, Unknown, stated_for

NO_QUOTA = "none"
_ADDED_BEFORE_CUTTING = {"floor": 0, "nearest": 50, "ceil": 99}


@dataclass(frozen=True)
class Quota:
    """A cap in percent of a head count. `percent` None: the law sets no cap on that day.

    `of`: whose head count (words/quota_bases). `enforce`: block | warn | none. `rounding`: floor | ceil |
    nearest (halves up): the national texts name none, a local regulation may.
    """

    percent: int | None
    of: str
    enforce: str
    source: Source
    rounding: str = "floor"

    def cap(self, base: int) -> int | None:
        """Return the most that may be granted; None without a cap. Raises ValueError below 0."""
        if base < 0:
            raise ValueError(f"a head count is not negative: {base}")
        if self.percent is None:
            return None
        return (base * self.percent + _ADDED_BEFORE_CUTTING.get(self.rounding, 0)) // 100

    def is_exceeded(self, granted: int, base: int) -> bool:
        """Tell whether more are granted than the cap allows."""
        cap = self.cap(base)
        return cap is not None and granted > cap


def quota(book: LawBook, award: str, day: date) -> Quota | Unknown:
    """Return the cap on an award. `day`: the last of the counting year, or the receipt of the dossier."""
    found = stated_for(book, "quotas", award, day)
    if isinstance(found, Unknown):
        return found
    percent = found.whole("pct")
    enforce = _enforcement(book, found)
    if percent is None or enforce == NO_QUOTA:
        return Quota(None, "", NO_QUOTA, found.source)
    return Quota(percent, found.word("of"), enforce, found.source, found.word("rounding", "floor"))


def _enforcement(book: LawBook, found: Stated) -> str:
    """What the Board chose, else what the data say; the mildest where the Board left it open."""
    setting = found.word("enforce_setting")
    if setting not in book.readings:
        return found.word("enforce", NO_QUOTA)
    values = book.values_of(setting, "")
    return str(values[0]) if len(values) == 1 else found.word("enforce", NO_QUOTA)
