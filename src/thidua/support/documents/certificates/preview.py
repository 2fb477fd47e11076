"""A certificate as a picture, to be looked at before it is printed."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from thidua.support.documents.certificates.layout import Layout
from thidua.support.documents.certificates.printing import PrintMode, print_certificates
from thidua.support.documents.certificates.text import CertificateText
from thidua.support.documents.typesetting import typeset_png

TEMPLATE: Final = Path(__file__).with_name("preview.typ")
WIDTH: Final = 900  # dots; enough to read every line on a screen
MM_PER_INCH: Final = 25.4


def preview_png(layout: Layout, text: CertificateText, *, mode: PrintMode = PrintMode.FULL) -> bytes:
    """Return the page of one certificate as a PNG about 900 dots wide. Raises Refused when it cannot be printed."""
    page = print_certificates(layout, [text], mode=mode)
    data = {"width": layout.width, "height": layout.height}
    ppi = WIDTH / (layout.width / MM_PER_INCH)
    return typeset_png(TEMPLATE, data, ppi=ppi, pictures={"page.pdf": page})
