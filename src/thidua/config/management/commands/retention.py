"""`thidua retention`: what is past its period; erased only when somebody says so and why."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from thidua.config.registry_commands._console import actor, add_actor, refuse, sentences, speak_utf_8
from thidua.contests.actions.forget_entrants import forget_entrants
from thidua.contributions.actions.forget_contacts import forget_contacts
from thidua.core.vietnamese.numbers import format_number
from thidua.movements.actions.forget_proposals import forget_proposals
from thidua.nominations.actions.forget_speakers import forget_speakers
from thidua.orgs.actions import erase_personal_data
from thidua.registry.retention.due import due_counts, due_for
from thidua.support.files.actions import delete_files
from thidua.support.files.queries import abandoned_files
from thidua.support.photos.actions import delete_photos
from thidua.support.photos.queries import abandoned_photos
from thidua.support.refusals import Refused
from thidua.web.workspace.privacy.sent_in import UNSENT_DAYS, sent_in


class Command(BaseCommand):
    """Lists, and with `--erase` erases personal data that are due, each with a row in the log."""

    help = "List what is past its period of retention; with --erase, erase the personal data that are due."

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare whether to erase, and why."""
        what = parser.add_mutually_exclusive_group()
        what.add_argument("--dry-run", action="store_true", help="list only; so it is without --erase, too")
        what.add_argument("--erase", action="store_true", help="erase personal data that are due")
        parser.add_argument("--reason", default="", help="why, for the log; needed with --erase")
        add_actor(parser)

    def handle(self, *_args: Any, **options: Any) -> None:
        """Print one line for each kind and each row of personal data, then erase if asked to."""
        speak_utf_8()
        with translation.override(options["lang"]):
            self._told(options)

    def _told(self, options: dict[str, Any]) -> None:
        day, by = timezone.localdate(), actor(self, options["account"])
        for each in due_counts(day):
            period = each.period
            years = _("for good") if period.years is None else _("%(n)s years") % {"n": period.years}
            doubt = "" if period.verified else f" [{_('not verified')}]"
            self.stdout.write(
                f"{period.kind.label}: {format_number(each.count)} ({years}){doubt} – {period.source}"
            )
        rows = due_for(by, day)
        for row in rows:
            self.stdout.write(f"  {row.person_id}  {row.person}")
        now = timezone.now()
        for sent in sent_in(now, by):
            kept = _("for good") if sent.days is None else _("%(n)s days") % {"n": format_number(sent.days)}
            self.stdout.write(f"{sent.label}: {format_number(sent.count)} ({kept}, {sent.since})")
        if not options["erase"]:
            self.stdout.write(_("Nothing was erased."))
            return
        try:
            for row in rows:
                erase_personal_data(person=row.person, reason=options["reason"], by=by)
            forget_proposals(reason=options["reason"], by=by)
            forget_contacts(reason=options["reason"], by=by)
            forget_entrants(reason=options["reason"], by=by)
            forget_speakers(reason=options["reason"], by=by)
        except Refused as refused:
            refuse(self, *sentences(refused))
        until = now - timedelta(days=UNSENT_DAYS)
        delete_photos(photos=abandoned_photos(until).values_list("pk", flat=True))
        delete_files(files=abandoned_files(until).values_list("pk", flat=True))
        self.stdout.write(_("Erased: %(count)s. The awards stay.") % {"count": format_number(len(rows))})
