"""Work by when it is due: the filters over the list, and the words for each date."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from thidua.web.shell import formats
from thidua.web.shell.tags import Tag, Tone
from thidua.web.shell.worklist import WorkItem

Fits = Callable[[WorkItem, date], bool]

# Value in the address → label, and which work fits it.
SPANS: Final[dict[str, tuple[Promise, Fits]]] = {
    "": (gettext_lazy("Everything"), lambda item, today: True),
    "qua-han": (gettext_lazy("Overdue"), lambda item, today: item.due is not None and item.due < today),
    "hom-nay": (gettext_lazy("Today"), lambda item, today: item.due == today),
    "tuan-nay": (
        gettext_lazy("Within 7 days"),
        lambda item, today: item.due is not None and today <= item.due <= today + timedelta(days=7),
    ),
}


@dataclass(frozen=True)
class SpanLink:
    """One filter over the list, with the number of things it would show."""

    label: str
    url: str
    count: int
    current: bool


@dataclass(frozen=True)
class WorkGroup:
    """The work under one heading, soonest first."""

    heading: str
    items: tuple[WorkItem, ...]


def span_links(items: Sequence[WorkItem], chosen: str, today: date) -> list[SpanLink]:
    """Return the filters with their counts."""
    return [
        SpanLink(
            label=str(label),
            url=f"?han={value}" if value else "?",
            count=sum(fits(item, today) for item in items),
            current=value == chosen,
        )
        for value, (label, fits) in SPANS.items()
    ]


def grouped(items: Sequence[WorkItem], chosen: str, today: date) -> list[WorkGroup]:
    """Return the work that fits the chosen span, by heading; the heading with the soonest work first."""
    fits = SPANS[chosen][1]
    groups: dict[str, list[WorkItem]] = {}
    for item in items:
        if fits(item, today):
            groups.setdefault(item.group, []).append(item)
    return [WorkGroup(heading, tuple(found)) for heading, found in groups.items()]


def due_tag(due: date | None, today: date) -> Tag | None:
    """Return how long is left in words, where it is a week or less; None otherwise."""
    if due is None or due > today + timedelta(days=7):
        return None
    days = (due - today).days
    if days < 0:
        count = formats.number(-days)
        words = ngettext("%(days)s day overdue", "%(days)s days overdue", -days) % {"days": count}
        return Tag(words, Tone.ERROR)
    if days == 0:
        return Tag(_("due today"), Tone.WARNING)
    return Tag(ngettext("%(days)d day left", "%(days)d days left", days) % {"days": days}, Tone.WARNING)
