"""The demonstration province: the closing report's draft and exports, and the pages people open most."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Final

from django.utils import translation

from thidua.accounts.models import User
from thidua.config.bench.measurement import Measurement, median_ms
from thidua.config.bench.pages import page
from thidua.config.bench.throwaway import gather_statistics
from thidua.demo.load import load
from thidua.demo.reported.closing_report import SLUG
from thidua.reports.export import docx, html, pdf, text
from thidua.reports.models import ClosingReport
from thidua.reports.queries.draft import assemble

SIZE: Final = "Lạng Sơn 2019"
EXPORTS: Final[dict[str, Callable[..., bytes]]] = {
    "txt": text.write_text,
    "html": html.write_html,
    "docx": docx.write_docx,
    "pdf": pdf.write_pdf,
}


@dataclass(frozen=True)
class Page:
    """A page, who opens it ("" is everybody), and its budget: compressed HTML in KB, server time in ms."""

    path: str
    who: str
    kilobytes: float
    milliseconds: float


PAGES: Final = (
    Page("/", "", 14, 150),
    Page("/phong-trao", "", 14, 150),
    Page("/phong-trao/cao-diem-2019", "", 14, 150),
    Page("/phong-trao/cao-diem-2019/ket-qua", "", 14, 150),
    Page("/viec-cua-toi", "don-vi", 10, 200),
    Page("/viec-cua-toi", "chuyen-vien", 24, 250),
    Page("/lam-viec/phong-trao", "chuyen-vien", 24, 100),
    Page("/lam-viec/phong-trao/cao-diem-2019/cac-dang-ky", "chuyen-vien", 24, 100),
    Page("/lam-viec/bang-chi-tieu", "chuyen-vien", 30, 300),
)


def measure(database: str) -> Iterator[Measurement]:
    """Yield the closing report's times, then weight and server time of each page."""
    load(lambda step: None)
    gather_statistics()
    with translation.override("vi"):
        report = ClosingReport.objects.get(slug=SLUG)
        yield Measurement(
            "closing report draft", median_ms(lambda: assemble(report)), "ms", SIZE, database, limit=1000
        )
        for name, write in EXPORTS.items():
            draft = assemble(report)
            yield Measurement(
                f"closing report {name}", median_ms(partial(write, draft)), "ms", SIZE, database
            )
    for visited in PAGES:
        user = User.objects.get(username=visited.who) if visited.who else None
        yield from page(
            visited.path,
            user,
            size=SIZE,
            database=database,
            milliseconds=visited.milliseconds,
            kilobytes=visited.kilobytes,
        )
