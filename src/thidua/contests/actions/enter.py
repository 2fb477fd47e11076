"""Take an entry: online from anybody, on paper by an officer with the moment of the stamp."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.contests.access import require_keeping_contests
from thidua.contests.actions.bare_file import bare_file
from thidua.contests.content.entry import MOST_FILES, EntryContent
from thidua.contests.enums import FOLLOW_UP, EntryChannel
from thidua.contests.models import Category, EditionRules, Entry, EntryAuthor, EntryFile
from thidua.core.follow_up import new_code
from thidua.core.vietnamese.dates import VIETNAM_TIME, format_date
from thidua.core.vietnamese.hygiene import clean_line
from thidua.support.audit.actions.record import record
from thidua.support.files.models import StoredFile
from thidua.support.refusals import Refused


def enter_online(
    *, category: Category, content: EntryContent, files: Sequence[StoredFile], by: User | None
) -> Entry:
    """Take an entry at this moment and return it with its `follow_up_code`; `by` is None for a visitor.

    Raises Refused per field at fault, before the opening, or from the second after the closing on.
    """
    return _taken(category, content, files, EntryChannel.ONLINE, timezone.now(), by)


def check_entry(*, category: Category, content: EntryContent) -> None:
    """Refuse what would be refused whatever the files: nothing of somebody's is stored for a closed contest.

    Raises Refused as `enter_online`.
    """
    rules = _rules_of(category)
    _require_open(rules, timezone.now().replace(microsecond=0), "")
    content.cleaned(rules)


def enter_on_paper(
    *,
    category: Category,
    content: EntryContent,
    files: Sequence[StoredFile] = (),
    stamped_at: datetime,
    by: User,
) -> Entry:
    """Record an entry that came on paper, at the moment of its stamp, and return it; so also after the closing.

    Raises NotAllowed, or Refused as `enter_online` and for a stamp that lies in the future.
    """
    require_keeping_contests(by, category.edition.competition.organiser)
    if stamped_at > timezone.now():
        raise Refused({"stamped_at": _("The stamp cannot be later than now. Check the day and the time.")})
    return _taken(category, content, files, EntryChannel.PAPER, stamped_at, by)


def _rules_of(category: Category) -> EditionRules:
    rules = EditionRules.objects.filter(edition=category.edition_id).first()
    if rules is None:
        raise Refused(_("This edition does not take entries. Look for the rules of the contest."))
    return rules


def _taken(
    category: Category,
    content: EntryContent,
    files: Sequence[StoredFile],
    channel: EntryChannel,
    moment: datetime,
    by: User | None,
) -> Entry:
    field = "stamped_at" if channel == EntryChannel.PAPER else ""
    received_at = moment.replace(microsecond=0)
    rules = _rules_of(category)
    _require_open(rules, received_at, field)
    values = content.cleaned(rules)
    _require_files(files, channel)
    copies = [bare_file(file) for file in files]  # takes its time, so nobody waits for it at the lock
    with transaction.atomic():
        rules = EditionRules.objects.select_for_update(of=("self",)).get(pk=rules.pk)
        _require_open(rules, received_at, field)
        entry = Entry.objects.create(
            category=category,
            channel=channel,
            received_at=received_at,
            entered_by=by,
            follow_up_code=new_code(FOLLOW_UP),
            **values,
        )
        EntryAuthor.objects.bulk_create(
            EntryAuthor(entry=entry, ordinal=ordinal, name=clean_line(author.name), share=author.share)
            for ordinal, author in enumerate(content.authors, start=1)
        )
        EntryFile.objects.bulk_create(
            EntryFile(entry=entry, ordinal=ordinal, file=file, bare=copy)
            for ordinal, (file, copy) in enumerate(zip(files, copies, strict=True), start=1)
        )
        # The log names no author: whoever reads it must not learn whose work a code stands for.
        details = {"category": category, "channel": channel, "received_at": received_at, "files": len(files)}
        record(by=by, action="contests.entered", subject=entry, details=details)
    return entry


def _require_open(rules: EditionRules, moment: datetime, field: str) -> None:
    if moment < rules.opens_at:
        said = _("Entries open at %(opens)s; this one came at %(came)s. Send it again from then on.")
        raise Refused(
            {field: said % {"opens": _to_the_second(rules.opens_at), "came": _to_the_second(moment)}}
        )
    if moment > rules.closes_at:
        said = _("Entries closed at %(closed)s; this one came at %(came)s and cannot be taken any more.")
        raise Refused(
            {field: said % {"closed": _to_the_second(rules.closes_at), "came": _to_the_second(moment)}}
        )
    if rules.codes_assigned_at is not None:
        raise Refused({field: _("The codes have been drawn: no more entries can be taken.")})


def _require_files(files: Sequence[StoredFile], channel: EntryChannel) -> None:
    if not files and channel == EntryChannel.ONLINE:
        raise Refused({"files": _("Choose the file of your work.")})
    if len(files) > MOST_FILES:
        raise Refused({"files": _("An entry has at most 10 files. Put some of them into one.")})


def _to_the_second(moment: datetime) -> str:
    """Return «17:00:01 30/11/2026», the time in Vietnam."""
    return f"{moment.astimezone(VIETNAM_TIME):%H:%M:%S} {format_date(moment)}"
