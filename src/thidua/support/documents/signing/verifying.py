"""Reading back a signed PDF: who signed it, and whether a byte changed since."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import serialization
from django.utils.translation import gettext as _
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.general import SigningError
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from thidua.support.refusals import Refused


@dataclass(frozen=True)
class Verified:
    """One signature of a file.

    `is_intact`: the signed bytes are as they were, and nothing was added after; `is_trusted`: its certificate is one of
    those given, or issued by one.
    """

    field: str
    holder: str
    reason: str
    signed_at: datetime | None
    is_intact: bool
    is_trusted: bool


def verify_pdf(pdf: bytes, trusted: list[x509.Certificate]) -> list[Verified]:
    """Return every signature in the file, in the order they were made; none for a file that is not signed.

    No network is used: revocation is not asked. Raises Refused for a file that cannot be read.
    """
    roots = [asn1_x509.Certificate.load(each.public_bytes(serialization.Encoding.DER)) for each in trusted]
    context = ValidationContext(trust_roots=roots, allow_fetching=False)
    try:
        signatures = list(PdfFileReader(BytesIO(pdf)).embedded_signatures)
        return [
            _verified(signature, context, is_last=number == len(signatures))
            for number, signature in enumerate(signatures, start=1)
        ]
    except (PdfError, SignatureValidationError, SigningError, ValueError) as fault:
        raise Refused(_("This file cannot be read as a signed PDF: it was damaged or changed.")) from fault


def _verified(signature: EmbeddedPdfSignature, context: ValidationContext, *, is_last: bool) -> Verified:
    status = validate_pdf_signature(signature, context)
    whole = {SignatureCoverageLevel.ENTIRE_FILE}
    if not is_last:
        whole.add(SignatureCoverageLevel.ENTIRE_REVISION)  # a later signature stands behind it
    return Verified(
        field=signature.field_name,
        holder=str(status.signing_cert.subject.native.get("common_name", "")),
        reason=str(signature.sig_object.get("/Reason", "")),
        signed_at=status.signer_reported_dt,
        is_intact=status.intact
        and status.valid
        and status.coverage in whole
        and status.docmdp_ok is not False,
        is_trusted=status.trusted,
    )
