"""The report on paper and as data: plain text, HTML, DOCX, PDF, and a table of all figures."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from thidua.reports.content.draft import Draft
from thidua.reports.export.csv_figures import write_figures
from thidua.reports.export.docx import write_docx
from thidua.reports.export.html import write_html
from thidua.reports.export.pdf import write_pdf
from thidua.reports.export.text import write_text


@dataclass(frozen=True)
class Format:
    """A format: its file ending, its type on the web, and the function that writes a draft in it."""

    ending: str
    content_type: str
    write: Callable[[Draft], bytes]


FORMATS: Final[Mapping[str, Format]] = {
    form.ending: form
    for form in (
        Format("txt", "text/plain; charset=utf-8", write_text),
        Format("html", "text/html; charset=utf-8", write_html),
        Format("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", write_docx),
        Format("pdf", "application/pdf", write_pdf),
        Format("csv", "text/csv; charset=utf-8", write_figures),
    )
}
