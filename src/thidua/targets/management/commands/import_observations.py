"""`thidua import-observations FILE`: import figures from an XLSX, XLS, ODS or CSV file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.support.refusals import Refused
from thidua.targets.actions import import_observations
from thidua.targets.importing.observations import preview_observations
from thidua.targets.importing.verdicts import Preview, RowVerdict, Verdict
from thidua.targets.wording import language, name_of

MOST_ROWS = 200


class Command(BaseCommand):
    """Print a verdict for every row, then keep all of the file or nothing."""

    help = "Import figures from an XLSX, XLS, ODS or CSV file: all rows, or none when one is refused."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "file", type=Path, help="the table; `Mã chỉ tiêu`, `Mã đơn vị`, `Kỳ`, `Giá trị` …"
        )
        parser.add_argument("--dry-run", action="store_true", help="only print what would happen")
        parser.add_argument(
            "--by", metavar="USERNAME", help="who imports; without it, the installation itself"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        path: Path = options["file"]
        by = self._actor(options["by"])
        try:
            data = path.read_bytes()
        except OSError as error:
            raise CommandError(f"{path}: {error.strerror}") from error
        preview = preview_observations(data, path.name, by)
        self._print(preview)
        if preview.faults or preview.refused:
            raise CommandError(_("Nothing was imported."))
        if options["dry_run"] or not preview.to_keep:
            self.stdout.write(_("Nothing was changed."))
            return
        try:
            batch = import_observations(data=data, file_name=path.name, by=by, expected=preview.fingerprint)
        except Refused as refused:
            raise CommandError(str(refused)) from refused
        done = _("%(count)s figures imported (import %(number)s).")
        self.stdout.write(done % {"count": batch.row_count, "number": batch.pk})

    def _actor(self, username: str | None) -> User | None:
        if username is None:
            return None
        try:
            return User.objects.get(username=username, is_active=True)
        except User.DoesNotExist as error:
            raise CommandError(_("There is no account “%(name)s”.") % {"name": username}) from error

    def _print(self, preview: Preview) -> None:
        for fault in preview.faults:
            self.stdout.write(f"{fault.cell}: {fault.sentence}" if fault.cell else fault.sentence)
        if preview.unknown_headings:
            self.stdout.write(
                _("Columns not read: %(names)s") % {"names": ", ".join(preview.unknown_headings)}
            )
        said = [row for row in preview.rows if row.verdict is not Verdict.BLANK]
        # What stops or changes something first; what stays the same is only counted when the table is long.
        shown = said if len(said) <= MOST_ROWS else [row for row in said if row.verdict is not Verdict.SAME]
        for row in shown[:MOST_ROWS]:
            self._print_row(row)
        if len(said) > MOST_ROWS:
            self.stdout.write(_("… %(count)s rows in all") % {"count": len(said)})
        counts = [
            f"{_words(verdict)} {preview.count(verdict)}" for verdict in Verdict if preview.count(verdict)
        ]
        self.stdout.write(", ".join(counts))

    def _print_row(self, row: RowVerdict) -> None:
        parts = [
            f"{row.number:>6}",
            f"{_words(row.verdict):<10}",
            row.unit.name if row.unit else "?",
            name_of(row.indicator) if row.indicator else "?",
            row.period.label(language()) if row.period else "?",
        ]
        if row.now:
            parts.append(f"{row.before} → {row.now}" if row.verdict is Verdict.CHANGES else row.now)
        self.stdout.write("  ".join(parts))
        for about in (*row.faults, *row.questions):
            self.stdout.write(f"{'':>8}{about.cell}: {about.sentence}")


def _words(verdict: Verdict) -> str:
    return {
        Verdict.NEW: _("new"),
        Verdict.SAME: _("as on record"),
        Verdict.CHANGES: _("changes"),
        Verdict.REFUSED: _("refused"),
        Verdict.BLANK: _("left empty"),
    }[verdict]
