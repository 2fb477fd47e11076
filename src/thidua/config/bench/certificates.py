"""Printing a decision's certificates: one PDF of 1,000 pages with codes, and what offices do now, mail merge.

Each runs in a process of its own, so that its memory is its own.
"""

from __future__ import annotations

import resource
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from datetime import date
from io import BytesIO
from multiprocessing import get_context
from pathlib import Path
from typing import Final

import django
import docx
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from docx.shared import Mm

from thidua.config.bench.measurement import Measurement
from thidua.support.documents.certificates.layout import layout
from thidua.support.documents.certificates.printing import print_certificates
from thidua.support.documents.certificates.text import CertificateText, words_of
from thidua.support.documents.proof.codes import new_code
from thidua.support.documents.proof.keys import PublicKey, SigningKey, raw_public
from thidua.support.documents.proof.payload import Proof, sign
from thidua.support.documents.qr import qr_png

PAGES: Final = 1000
MERGED: Final = 200  # mail merge is slow enough to be measured on fewer
NAMES: Final = ("Lò Thị Ưởng", "Hoàng Văn Thụ", "Nguyễn Thị Kim Ẩn", "Vi Đức Quỳnh", "Nông Thị Hậu")
LAYOUT: Final = ("bang_khen_tinh", "paper_a4")
FAMILY: Final = "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh"


def measure(database: str) -> Iterator[Measurement]:
    """Yield certificates a second and peak memory of our way, and of LibreOffice where it is installed."""
    seconds, megabytes = _apart(print_all)
    size = f"{PAGES} A4, QR"
    yield Measurement("certificates", round(PAGES / seconds, 1), "/s", size, database, at_least=100)
    yield Measurement("certificates memory", round(megabytes), "MB", size, database, limit=300)
    if shutil.which("soffice"):
        seconds, _megabytes = _apart(merge_all)
        name = "certificates by LibreOffice mail merge"
        yield Measurement(name, round(MERGED / seconds, 1), "/s", f"{MERGED} A4, QR", database)


def print_all() -> None:
    """Sign, check, fit and print all of them."""
    print_certificates(layout(*LAYOUT), list(_certificates(PAGES)))


def merge_all() -> None:
    """Write the same words and codes into one DOCX, a page each, and let LibreOffice make the PDF."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(297), Mm(210)
    words = layout(*LAYOUT).words
    for text in _certificates(MERGED):
        for line in words_of(text, words).values():
            document.add_paragraph(line).paragraph_format.space_after = 0
        document.add_picture(BytesIO(qr_png(text.proof)), width=Mm(20))
        document.add_page_break()  # type: ignore[no-untyped-call]
    with tempfile.TemporaryDirectory(prefix="thidua-bench-") as folder:
        path = Path(folder, "merged.docx")
        document.save(str(path))
        command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless"]
        command += ["--convert-to", "pdf", "--outdir", folder, str(path)]
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603  (our own file and folder)
        assert path.with_suffix(".pdf").exists()


def _certificates(count: int) -> Iterator[CertificateText]:
    private = Ed25519PrivateKey.generate()
    key = SigningKey(private, PublicKey(raw_public(private), since=date(2020, 1, 1)))
    decided = date(2020, 1, 5)
    common = CertificateText(
        issuer_post="Chủ tịch Ủy ban nhân dân tỉnh Lạng Sơn",
        recipient="",
        description="Trưởng thôn Nà Pò, xã Hồng Phong",
        achievement="Đã có thành tích xuất sắc trong phong trào thi đua cao điểm năm 2019",
        decision_number="163/QĐ-UBND",
        decided_on=decided,
        golden_book=1,
        place="Lạng Sơn",
        signer_post="Chủ tịch",
        signer_name="Người Ký Thử",
    )
    for number in range(1, count + 1):
        name = f"Ông/Bà {NAMES[number % len(NAMES)]} {number}"
        code = new_code()
        proof = sign(Proof(code, name, FAMILY, common.decision_number, decided), key)
        yield replace(common, recipient=name, golden_book=number, code=code, proof=proof)


def _apart(work: Callable[[], None]) -> tuple[float, float]:
    """Return seconds and peak megabytes of `work` in a fresh process."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn"), initializer=django.setup) as pool:
        return pool.submit(_timed, work).result()


def _timed(work: Callable[[], None]) -> tuple[float, float]:
    started = time.perf_counter()
    work()
    seconds = time.perf_counter() - started
    return seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
