"""One of each document, for the tests of this folder, and a reader of what a PDF says."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory

import docx
import pytest
from docx.oxml.ns import qn
from pyhanko.pdf_utils.reader import PdfFileReader

from thidua.support.documents.certificates.text import CertificateText
from thidua.support.documents.letters.content import (
    AnnexGroup,
    AnnexList,
    AnnexRow,
    Article,
    CouncilMinutes,
    DecisionLetter,
    Member,
    Outcome,
    SubmissionLetter,
    TallySheet,
)
from thidua.support.documents.proof.payload import Proof

needs_pdftotext = pytest.mark.skipif(which("pdftotext") is None, reason="pdftotext is not installed")

CERTIFICATE = CertificateText(
    issuer_post="Chủ tịch Ủy ban nhân dân tỉnh Lạng Sơn",
    recipient="Ông Lò Văn Ưởng",
    description="Trưởng thôn Nà Pò, xã Hồng Phong",
    achievement="Đã có thành tích xuất sắc trong phong trào thi đua năm 2019",
    decision_number="163/QĐ-UBND",
    decided_on=date(2020, 1, 5),
    golden_book=12,
    place="Lạng Sơn",
    signer_post="Chủ tịch",
    signer_name="Nguyễn Thị Ẩn",
    code="7KQ4M-XW9HD",
)
PROOF = Proof(
    "7KQ4M-XW9HD", "Ông Lò Văn Ưởng", "Bằng khen của Chủ tịch UBND tỉnh", "163/QĐ-UBND", date(2020, 1, 5)
)
_HEAD = {
    "parent_body": "",
    "body": "ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN",
    "number": "163/QĐ-UBND",
    "place": "Lạng Sơn",
    "day": date(2020, 1, 5),
    "abstract": "Về việc tặng Bằng khen",
    "recipients": ("Như Điều 3;", "Lưu: VT."),
    "on_behalf": "",
    "signer_post": "CHỦ TỊCH",
    "signer_name": "Nguyễn Thị Ẩn",
}
_OUTCOMES = (
    Outcome(
        ordinal=1,
        name="Ông Ưởng",
        award="Bằng khen",
        in_favour="9/11",
        against=1,
        no_opinion=1,
        invalid=0,
        percent="81,8%",
        result="Đạt",
    ),
)
_MEMBER = Member(name="Bà Hoa", post="Ủy viên", remark="")
_ABSENT = Member(name="Ông Kim", post="", remark="đi công tác")
DECISION = DecisionLetter(
    **_HEAD,
    authority="CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN",
    bases=("Căn cứ Luật Thi đua, khen thưởng;",),
    articles=(Article(number=1, text="Tặng Bằng khen cho A & B <C>."), Article(number=2, text="Thi hành.")),
)
SUBMISSION = SubmissionLetter(
    **_HEAD,
    addressee="Chủ tịch Ủy ban nhân dân tỉnh",
    bases=(),
    paragraphs=("Kính đề nghị.",),
    attachments=("Biên bản;",),
)
ANNEX = AnnexList(
    annex="Phụ lục I",
    title="DANH SÁCH TẶNG BẰNG KHEN",
    reference="(Kèm theo Quyết định số 163/QĐ-UBND)",
    groups=(
        AnnexGroup(
            heading="I. CÁ NHÂN (1)",
            rows=(
                AnnexRow(
                    ordinal=1,
                    name="Ông Ưởng",
                    post_unit="Thôn Nà Pò",
                    achievement="Xuất sắc",
                    bonus="1.490.000",
                ),
            ),
        ),
    ),
    total="Tổng cộng: 1.490.000 đồng",
)
MINUTES = CouncilMinutes(
    **_HEAD,
    started="8 giờ",
    ended="11 giờ",
    venue="Phòng họp",
    chair="Ông An",
    secretary="Bà Bình",
    quorum="9/11",
    present=(_MEMBER,),
    absent=(_ABSENT,),
    agenda=("Xét khen thưởng",),
    discussion=("Nhất trí",),
    outcomes=_OUTCOMES,
    conclusion=("Đề nghị tặng",),
)
TALLY = TallySheet(
    **_HEAD,
    counted_at="10 giờ",
    tellers=(_MEMBER,),
    second_teller="Ông Kim",
    members=11,
    issued=9,
    returned=9,
    valid=9,
    invalid=0,
    outcomes=_OUTCOMES,
)
LETTERS = {
    "submission": SUBMISSION,
    "decision": DECISION,
    "annex": ANNEX,
    "minutes": MINUTES,
    "tally": TALLY,
}


def certificate(**changes: object) -> CertificateText:
    return replace(CERTIFICATE, **changes)


def words_of_pdf(pdf: bytes) -> list[str]:
    """Return the lines of a PDF, from top to bottom, without empty ones."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "document.pdf")
        path.write_bytes(pdf)
        done = subprocess.run(
            ["pdftotext", "-raw", str(path), "-"], capture_output=True, text=True, check=True
        )
    return [line.strip() for line in done.stdout.replace("\f", "\n").splitlines() if line.strip()]


def pages_of_pdf(pdf: bytes) -> int:
    return int(PdfFileReader(BytesIO(pdf)).root["/Pages"]["/Count"])


def words_of_docx(content: bytes) -> list[str]:
    """Return the paragraphs of a DOCX and of its tables, without empty ones."""
    document = docx.Document(BytesIO(content))
    paragraphs = document.element.body.iter(qn("w:p"))
    texts = ["".join(node.text or "" for node in each.iter(qn("w:t"))) for each in paragraphs]
    return [text for text in texts if text]
