"""What stands around the text of a report."""

from __future__ import annotations

from thidua.core.vietnamese.fold import fold
from thidua.orgs.enums import PLACES
from thidua.orgs.queries import names_as_of, parent_on
from thidua.reports.content.draft import Head
from thidua.reports.figures.scope import Scope
from thidua.reports.models import ClosingReport
from thidua.reports.wording import wording


def head_of(report: ClosingReport, scope: Scope) -> Head:
    """Return the head of a report, units as they were called then; two queries."""
    parent = parent_on(report.issuer, scope.as_of)
    units = {scope.unit.pk, scope.issuer.pk} | ({parent.pk} if parent else set())
    names = names_as_of(units, scope.as_of)
    worded = wording(scope.language)
    unit, issuer = names[scope.unit.pk], names[scope.issuer.pk]
    title = report.title
    if scope.language != "vi":
        title = worded.title.format(year=report.year, unit=scope.unit_text(unit))
    return Head(
        title=title,
        unit=scope.unit_text(unit),
        issuer=_with_place(issuer.name, unit.short_name) if issuer.kind not in PLACES else issuer.name,
        issuer_parent=_with_place(names[parent.pk].name, unit.short_name) if parent else "",
        place=unit.short_name,
        year=report.year,
        as_of=report.as_of,
        number=report.document_number,
        symbol=report.document_symbol or symbol_of(issuer.short_name),
        document_date=report.document_date,
        signer_post=report.signer_post or worded.document.say("signer"),
        signer_name=report.signer_name,
        recipients=tuple(line for line in report.recipients.splitlines() if line.strip())
        or worded.document.lines("recipients"),
        author=report.author_name,
    )


def _with_place(name: str, place: str) -> str:
    """Return «Ban Thi đua – Khen thưởng tỉnh Lạng Sơn» for a name that ends with «tỉnh»."""
    return name if fold(place) in fold(name) or not fold(name).endswith(" tinh") else f"{name} {place}"


def symbol_of(name: str) -> str:
    """Return the initials by which a document names its office: «Ban Thi đua – Khen thưởng» → BTĐKT."""
    return "".join(word[0].upper() for word in name.split() if word[0].isalpha())
