"""A text on which somebody tries the signature."""

from __future__ import annotations

from datetime import date
from typing import Final

from thidua.support.documents.letters.content import Article, DecisionLetter
from thidua.support.documents.letters.pdf import write_decision_pdf
from thidua.support.documents.signing.signer import current_signer

BODY: Final = "VĂN BẢN KÝ THỬ"


def signed_sample(signer_name: str, day: date) -> bytes:
    """Return a signed PDF that says of itself that it decides nothing. Raises Refused when it cannot be signed."""
    letter = DecisionLetter(
        parent_body="",
        body=BODY,
        number="(không có số)",
        place="…",
        day=day,
        abstract="Ký thử để kiểm tra chứng thư và thiết bị",
        authority=BODY,
        bases=(),
        articles=(
            Article(number=1, text="Văn bản này không quyết định điều gì và không có giá trị pháp lý."),
        ),
        recipients=("Người ký thử",),
        on_behalf="",
        signer_post="NGƯỜI KÝ THỬ",
        signer_name=signer_name,
    )
    return current_signer().sign_pdf(write_decision_pdf(letter), reason="Ký thử")
