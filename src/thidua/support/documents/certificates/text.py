"""What stands on one certificate, and the words of each of its lines."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from thidua.core.vietnamese.dates import format_document_date

NATION: Final = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO: Final = "Độc lập - Tự do - Hạnh phúc"

# The lines that a layout may place; field → what a person calls it.
FIELDS: Final = (
    "nation",
    "motto",
    "issuer_post",
    "verb",
    "title",
    "recipient",
    "description",
    "achievement",
    "decision",
    "golden_book",
    "place_date",
    "signer_post",
    "signer_name",
    "code",
)


@dataclass(frozen=True)
class CertificateText:
    """One certificate.

    `issuer_post`: who decides («Chủ tịch Ủy ban nhân dân tỉnh Lạng Sơn»); `description`: post and unit, or address;
    `golden_book`: the ordinal in the decision; `code`: what a person types to check; `proof`: the text of the QR;
    `title`: in place of the family's own («Chiến sĩ thi đua cơ sở»); `verb`: e.g. «Truy tặng».
    """

    issuer_post: str
    recipient: str
    description: str
    achievement: str
    decision_number: str
    decided_on: date
    golden_book: int
    place: str
    signer_post: str
    signer_name: str
    code: str = ""
    proof: str = ""
    title: str = ""
    verb: str = ""


def words_of(text: CertificateText, family: Mapping[str, str]) -> dict[str, str]:
    """Return field → words in NFC; `family` holds the words that all certificates of a family share."""
    day = format_document_date(text.decided_on)
    words = {
        "nation": NATION,
        "motto": MOTTO,
        "issuer_post": text.issuer_post,
        "verb": text.verb or family["verb"],
        "title": text.title or family["title"],
        "recipient": text.recipient,
        "description": text.description,
        "achievement": text.achievement,
        "decision": f"Quyết định số {text.decision_number}, {day}",
        "golden_book": f"Số sổ vàng: {text.golden_book}",
        "place_date": f"{text.place}, {day}",
        "signer_post": text.signer_post,
        "signer_name": text.signer_name,
        "code": f"Mã kiểm tra: {text.code}" if text.code else "",
    }
    return {field: " ".join(unicodedata.normalize("NFC", said).split()) for field, said in words.items()}
