"""Who signed a decision's file, when, and whether it changed since."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from thidua.decisions.models import Decision
from thidua.support.documents.signing.signer import current_signer
from thidua.support.documents.signing.test_certificate import HOLDER
from thidua.support.documents.signing.verifying import Verified, verify_pdf
from thidua.support.files.models import StoredFile
from thidua.support.refusals import Refused


@dataclass(frozen=True)
class SignatureCheck:
    """What the signed file says of itself when it is read again.

    `signatures`: in the order they were made; `is_as_kept`: the bytes are those that were kept on signing; `fault`: why
    it cannot be read, empty when it can.
    """

    signatures: tuple[Verified, ...]
    is_as_kept: bool
    fault: str = ""

    @property
    def is_intact(self) -> bool:
        """Whether nothing changed since the last signature."""
        return bool(self.signatures) and self.is_as_kept and all(one.is_intact for one in self.signatures)

    @property
    def is_trial(self) -> bool:
        """Whether a test certificate signed: it proves nothing to anybody outside."""
        return any(one.holder == HOLDER for one in self.signatures)


def check_signature(decision: Decision) -> SignatureCheck | None:
    """Read the signed file of a decision again; None where there is none yet."""
    if decision.signed_file is None:
        return None
    content, is_as_kept = _read(decision.signed_file)
    return check_bytes(content, is_as_kept)


def check_bytes(content: bytes, is_as_kept: bool = True) -> SignatureCheck:
    """Return what the signatures of a PDF say, with the certificates that this installation knows."""
    try:
        return SignatureCheck(tuple(verify_pdf(content, current_signer().trusted())), is_as_kept)
    except Refused as refused:
        return SignatureCheck((), is_as_kept, str(refused))


def _read(file: StoredFile) -> tuple[bytes, bool]:
    try:
        with file.content.open("rb") as opened:
            content = bytes(opened.read())
    except OSError:
        return b"", False
    return content, hashlib.sha256(content).hexdigest() == file.sha256
