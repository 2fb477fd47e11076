"""What is told of an entry to the person whom it concerns."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext as _

from thidua.contests.enums import EditionStage
from thidua.contests.models import Entry, EntryAuthor
from thidua.contests.queries.entrants import FoundEntry
from thidua.contests.queries.stages import stage_of
from thidua.registry.extract import ExtractRow
from thidua.registry.extract.rows import row_of, told_fields

# The jury's code would tell the office whose a work is; how to reach an entrant may be a co-author's own.
_NEVER_TOLD: Final = {"code", "entered_by"}
_REACHING: Final = {"phone", "email"}


def told_entry(found: FoundEntry) -> ExtractRow:
    """Return label → value of what is held: contest, work, the own share in it, files and, once published, the prize.

    Telephone and e-mail only where the person knew them, or the code of the receipt. Co-authors are not told.
    """
    entry = found.entry
    kept_back = _NEVER_TOLD if found.is_reached else _NEVER_TOLD | _REACHING
    fields = [field for field in told_fields(Entry, "") if field.name not in kept_back]
    edition = entry.category.edition
    return {
        _("Contest"): f"{edition.competition.name} {edition.year}",
        **row_of(entry, fields),
        **_authors(found.authors),
        **_files(entry),
        **_prize(entry),
    }


def _authors(authors: tuple[EntryAuthor, ...]) -> ExtractRow:
    if not authors:
        return {}
    told = [
        _("%(name)s, author number %(place)s, share in parts: %(share)s")
        % {"name": one.name, "place": one.ordinal, "share": one.share}
        for one in authors
    ]
    return {_("Own part in the work"): "; ".join(told)}


def _files(entry: Entry) -> ExtractRow:
    names = [one.file.original_name for one in entry.files.select_related("file").order_by("ordinal")]
    return {_("Files of the work"): "; ".join(names)} if names else {}


def _prize(entry: Entry) -> ExtractRow:
    result = getattr(entry, "result", None)
    if result is None or stage_of(entry.category.edition) != EditionStage.PUBLISHED:
        return {}
    return {_("Prize won"): result.prize or _("a prize")}
