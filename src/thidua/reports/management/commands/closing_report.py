"""`thidua closing-report SLUG --format txt|html|docx|pdf|csv [--out FILE] [--version N] [--language vi|en]`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from thidua.core.language import Language
from thidua.reports.content.draft import Draft
from thidua.reports.export import FORMATS
from thidua.reports.models import ClosingReport
from thidua.reports.queries.draft import assemble
from thidua.reports.queries.versions import is_intact, read_version


class Command(BaseCommand):
    """Print or export a closing report."""

    help = "Print or export a closing report as it reads now, or one of its frozen versions."

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        """Return a parser in which `--version` is ours, not Django's."""
        return super().create_parser(prog_name, subcommand, conflict_handler="resolve", **kwargs)

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("slug", nargs="?", help="the report's name, such as lang-son-2019")
        parser.add_argument("--list", action="store_true", help="list the reports there are")
        parser.add_argument("--format", choices=tuple(FORMATS), default="txt")
        parser.add_argument("--out", metavar="FILE", help="write to FILE instead of the terminal")
        parser.add_argument(
            "--version", type=int, metavar="N", help="frozen version N instead of the present draft"
        )
        parser.add_argument("--language", choices=("vi", "en"), default="vi")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["list"]:
            self._list()
            return
        report = _report(options["slug"])
        draft = _draft(report, options["version"], options["language"])
        content = FORMATS[options["format"]].write(draft)
        if options["out"]:
            path = Path(options["out"])
            path.write_bytes(content)
            self.stderr.write(_("Written: %(path)s") % {"path": path}, self.style.SUCCESS)
        else:
            self._print(content, options["format"])

    def _list(self) -> None:
        reports = ClosingReport.objects.prefetch_related("versions").order_by("-year", "slug")
        for report in reports:
            state, versions = report.get_state_display(), len(report.versions.all())
            told = _("%(state)s, frozen versions: %(versions)s") % {"state": state, "versions": versions}
            self.stdout.write(f"{report.slug}\t{report.year}\t{told}\t{report.title}")

    def _print(self, content: bytes, form: str) -> None:
        if form in {"docx", "pdf"}:
            if sys.stdout.isatty():
                raise CommandError(
                    _("This format is no text. Name a file: --out report.%(form)s") % {"form": form}
                )
            sys.stdout.buffer.write(content)
            return
        self.stdout.write(content.decode("utf-8-sig"), ending="")


def _report(slug: str | None) -> ClosingReport:
    known = ClosingReport.objects.select_related("unit", "issuer")
    found = known.filter(slug=slug).first() if slug else None
    if found is None:
        names = ", ".join(known.values_list("slug", flat=True)) or _("none yet")
        raise CommandError(
            _("There is no report “%(slug)s”. Reports: %(names)s.") % {"slug": slug or "", "names": names}
        )
    return found


def _draft(report: ClosingReport, number: int | None, language: Language) -> Draft:
    if number is None:
        return assemble(report, language, with_checks=False)
    version = report.versions.filter(number=number).first()
    if version is None:
        numbers = ", ".join(
            str(each) for each in report.versions.order_by("number").values_list("number", flat=True)
        )
        raise CommandError(
            _("There is no frozen version %(number)s. Frozen versions: %(numbers)s.")
            % {"number": number, "numbers": numbers or _("none yet")}
        )
    if not is_intact(version):
        raise CommandError(
            _("The frozen version %(number)s was changed in the database.") % {"number": number}
        )
    return read_version(version, language)
