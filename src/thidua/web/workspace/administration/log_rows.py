"""Entries of the log as its list and pages draw them, even where somebody has damaged them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from thidua.support.audit.describe import Detail, story
from thidua.support.audit.models import AuditEntry
from thidua.support.audit.words import action_words
from thidua.web.workspace.administration.kept_back import HIDDEN, UNNAMED, kept_back
from thidua.web.workspace.administration.subject_kinds import kind_words


@dataclass(frozen=True)
class LogRow:
    """An entry in words; `at` is None where what stands for the moment is not one any more."""

    entry: AuditEntry
    at: datetime | None
    action: str
    kind: str
    details: tuple[Detail, ...]
    subject: str
    is_kept_back: bool = False

    @property
    def who(self) -> str:
        """The name of the actor as it was then; the system in the reader's language."""
        return self.entry.actor_name if self.entry.actor_id else _("the system itself")


def rows_of(found: Iterable[AuditEntry], *, appraises: bool) -> Iterator[LogRow]:
    """Yield each entry in words; one that was changed behind the system's back is shown as it stands.

    `appraises`: whether the reader may know of discipline and pending matters.
    """
    for entry in found:
        kind = kind_words(entry.subject_type)
        subject = entry.subject_name if appraises or entry.subject_type not in UNNAMED else HIDDEN
        try:
            hidden = frozenset() if appraises else kept_back(entry)
            told = story(entry, hidden=hidden)
        except (ValueError, TypeError, AttributeError):
            text = entry.details if appraises or entry.subject_type not in UNNAMED else HIDDEN
            as_it_stands = (Detail(_("Time as stored"), entry.at), Detail(_("Text as stored"), text))
            yield LogRow(entry, None, action_words(entry.action), kind, as_it_stands, subject)
        else:
            yield LogRow(entry, told.at, told.action, kind, told.details, subject, bool(hidden))


def details_in_one_line(row: LogRow) -> str:
    """Return the details for a cell of a download."""
    return "; ".join(
        f"{detail.label}: {detail.value}"
        if detail.before is None
        else f"{detail.label}: {detail.before} → {detail.value}"
        for detail in row.details
    )
