"""The report as one HTML file that needs nothing else: no script, no foreign host, its own content policy."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import override

from thidua.core.vietnamese.dates import format_date, format_date_time, format_range
from thidua.reports.content.document import Block, Document, Run, document_of
from thidua.reports.content.draft import Draft
from thidua.reports.figures.bound import BoundFigure


def write_html(draft: Draft) -> bytes:
    """Return the whole page in UTF-8; each figure leads to what stands behind it, further down the page."""
    with override(draft.language):
        return _page(document_of(draft)).encode("utf-8")


@cache
def _style() -> str:
    return Path(__file__).with_name("report.css").read_text(encoding="utf-8")


@cache
def _policy() -> str:
    """Return the content policy: nothing is loaded, and only this very style sheet counts."""
    digest = base64.b64encode(hashlib.sha256(_style().encode("utf-8")).digest()).decode("ascii")
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def _page(document: Document) -> str:
    return format_html(
        '<!doctype html>\n<html lang="{}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta http-equiv="Content-Security-Policy" content="{}">\n<title>{}</title>\n<style>{}</style>\n'
        "</head>\n<body>\n{}\n</body>\n</html>\n",
        document.language,
        _policy(),
        document.title,
        SafeString(_style()),
        _body(document),
    )


def _body(document: Document) -> SafeString:
    parts = (_header(document), _main(document), _footer(document), _annex(document))
    return SafeString("\n".join(parts))


def _header(document: Document) -> SafeString:
    lines = (
        ("parent", document.issuer_parent),
        ("body", document.issuer),
        ("number", document.number),
    )
    shown = ((name, line) for name, line in lines if line)
    return format_html(
        '<header><div class="issuer">{}</div>'
        '<div class="state"><p>{}</p><p>{}</p><p class="date">{}</p></div></header>',
        format_html_join("", '<p class="{}">{}</p>', shown),
        document.nation,
        document.motto,
        document.place_date,
    )


def _main(document: Document) -> SafeString:
    said = [line for line in (document.translation, document.correction) if line]
    notes = SafeString("")
    if document.notes:
        notes = format_html(
            '<section class="notes"><h2>{}</h2>{}</section>',
            document.notes_heading,
            format_html_join("", '<p id="ghi-chu-{}">{}</p>', enumerate(document.notes, start=1)),
        )
    numbers = {figure.place: number for number, figure in enumerate(document.figures, start=1)}
    return format_html(
        '<main><h1><span class="type">{}</span> <span>{}</span></h1>{}{}{}</main>',
        document.type,
        document.title,
        format_html_join("", '<p class="said">{}</p>', ((line,) for line in said)),
        SafeString("\n".join(_block(block, numbers) for block in document.blocks)),
        notes,
    )


def _block(block: Block, numbers: dict[str, int]) -> SafeString:
    if block.level:
        tag = SafeString(f"h{block.level + 1}")
        return format_html("<{}>{}</{}>", tag, block.text, tag)
    return format_html("<p>{}</p>", SafeString("".join(_run(run, numbers) for run in block.runs)))


def _run(run: Run, numbers: dict[str, int]) -> SafeString:
    if run.is_mark:
        return format_html('<sup><a href="#ghi-chu-{}">{}</a></sup>', run.text.strip("()"), run.text)
    if run.figure is None:
        return format_html("{}", run.text)
    return format_html(
        '<a class="{}" href="#so-lieu-{}" title="{}">{}</a>',
        "figure marked" if run.figure.needs_mark else "figure",
        numbers[run.figure.place],
        run.figure.basis or run.figure.label,
        run.text,
    )


def _footer(document: Document) -> SafeString:
    return format_html(
        '<footer><div class="recipients"><p>{}</p>{}</div><div class="signature"><p>{}</p><p>{}</p></div>'
        '<div class="status">{}</div></footer>',
        document.recipients_heading,
        format_html_join("", "<p>{}</p>", ((line,) for line in document.recipients)),
        document.signer_post,
        document.signer_name,
        format_html_join("", "<p>{}</p>", ((line,) for line in (document.author, document.status) if line)),
    )


def _annex(document: Document) -> SafeString:
    entries = (_entry(number, figure) for number, figure in enumerate(document.figures, start=1))
    return format_html(
        '<section class="annex"><h2>{}</h2>{}</section>',
        document.figures_heading,
        SafeString("\n".join(entries)),
    )


def _entry(number: int, figure: BoundFigure) -> SafeString:
    return format_html(
        '<article id="so-lieu-{}"><h3>{}</h3><p class="value">{}</p><dl>{}</dl>{}</article>',
        number,
        figure.label,
        figure.text,
        format_html_join("", "<dt>{}</dt><dd>{}</dd>", _facts(figure)),
        _rows(figure),
    )


def _facts(figure: BoundFigure) -> Iterator[tuple[str, str]]:
    """Yield what is known of a figure, name and content."""
    period = figure.period
    known = {
        _("Basis"): figure.basis,
        _("Period"): format_range(period.start, period.end) if period else "",
        _("As of"): format_date(figure.as_of) if figure.as_of else "",
        _("Source"): figure.source,
        _("Accepted by"): figure.accepted_by,
        _("Accepted at"): format_date_time(figure.accepted_at) if figure.accepted_at else "",
        _("Origin"): str(figure.provenance.label),
        _("Remark"): figure.remark,
    }
    yield from ((name, content) for name, content in known.items() if content)
    for part in figure.parts:
        mark = f" ({part.provenance.label})" if part.provenance.needs_mark else ""
        yield part.label, f"{part.text}{mark}"


def _rows(figure: BoundFigure) -> SafeString:
    lines = (
        (
            row.label,
            f" – {row.detail}" if row.detail else "",
            f" ({row.provenance.label})" if row.provenance.needs_mark else "",
        )
        for row in figure.rows
    )
    items = format_html_join("", "<li>{}{}{}</li>", lines)
    return format_html("<ul>{}</ul>", items) if items else SafeString("")
