"""A signer with a certificate of our own making, valid nowhere, marked «chứng thư thử nghiệm» on the page."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any, Final

from asn1crypto import keys as asn1_keys
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from django.utils.translation import gettext as _
from pyhanko.pdf_utils.content import ImportedPdfPage
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.sign import PdfSignatureMetadata, PdfSigner
from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.general import SigningError
from pyhanko.stamp import StaticStampStyle
from pyhanko_certvalidator.registry import SimpleCertificateStore

from thidua.core.vietnamese.dates import format_date_time
from thidua.support.documents.secret_files import key_folder, only_one, write_secret
from thidua.support.documents.signing.cached_signer import CachedSigner
from thidua.support.documents.signing.signer import FIELD, CertificateInfo
from thidua.support.documents.typesetting import typeset
from thidua.support.refusals import Refused

HOLDER: Final = "Chứng thư thử nghiệm"
ISSUER: Final = "thidua"
YEARS: Final = 5
KEY, CERTIFICATE = "signing-test.key.pem", "signing-test.pem"
STAMP: Final = Path(__file__).with_name("stamp.typ")
POINTS_PER_MM: Final = 72 / 25.4
WIDTH, HEIGHT, MARGIN = (
    80,
    12,
    5,
)  # millimetres: the stamp, and its distance from the paper's upper right corner


class TestCertificateSigner:
    """Signs with a P-256 key that is made on first use in THIDUA_VAR/keys."""

    __test__ = False  # no test, whatever its name begins with

    def describe(self) -> CertificateInfo:
        """Return the test certificate's holder and days."""
        certificate = test_certificate()
        return CertificateInfo(
            holder=HOLDER,
            issuer=ISSUER,
            ends_at=certificate.not_valid_after_utc,
            serial=f"{certificate.serial_number:X}",
            is_test=True,
        )

    def trusted(self) -> list[x509.Certificate]:
        """Return the test certificate itself: nobody issued it."""
        return [test_certificate()]

    def sign_pdf(self, pdf: bytes, *, reason: str, field: str = FIELD) -> bytes:
        """Return the file signed (PAdES-B-B), with a visible stamp on its first page that says it is a trial."""
        try:
            writer = IncrementalPdfFileWriter(BytesIO(pdf))
            box = _place(writer)
        except (PdfError, ValueError) as fault:
            raise Refused(
                _("This file is no PDF that can be signed. Make it again and sign then.")
            ) from fault
        about = PdfSignatureMetadata(
            field_name=field,
            reason=reason,
            name=HOLDER,
            subfilter=SigSeedSubFilter.PADES,
            md_algorithm="sha256",
        )
        with _stamp() as picture:
            signer = PdfSigner(
                about,
                signer=_signer(*_kept()),
                stamp_style=StaticStampStyle(background=picture, background_opacity=1, border_width=0),
                new_field_spec=SigFieldSpec(field, box=box),
            )
            try:
                signed = signer.sign_pdf(writer)
            except (PdfError, SigningError) as fault:
                raise Refused(_("This file is signed already. Sign the file as it was before.")) from fault
        return bytes(signed.getvalue())


def test_certificate() -> x509.Certificate:
    """Return the test certificate, made when there is none or the kept one has ended."""
    return x509.load_pem_x509_certificate(_kept()[1])


test_certificate.__test__ = False  # type: ignore[attr-defined]


def _kept() -> tuple[bytes, bytes]:
    """Return the PEM of key and certificate."""
    with only_one("signing-test"):
        key, certificate = key_folder() / KEY, key_folder() / CERTIFICATE
        if not (key.exists() and certificate.exists() and _lasts(certificate.read_bytes())):
            key.unlink(missing_ok=True)
            certificate.unlink(missing_ok=True)
            made_key, made_certificate = _made()
            write_secret(key, made_key)
            write_secret(certificate, made_certificate)
        return key.read_bytes(), certificate.read_bytes()


def _lasts(pem: bytes) -> bool:
    return x509.load_pem_x509_certificate(pem).not_valid_after_utc > datetime.now(UTC)


def _made() -> tuple[bytes, bytes]:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name(
        [
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, ISSUER),
            x509.NameAttribute(NameOID.COMMON_NAME, HOLDER),
        ]
    )
    now = datetime.now(UTC)
    usage = x509.KeyUsage(
        digital_signature=True,
        content_commitment=True,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(minutes=5))
        .not_valid_after(now + timedelta(days=365 * YEARS))
        .add_extension(usage, critical=True)
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return private, certificate.public_bytes(serialization.Encoding.PEM)


@cache
def _signer(key: bytes, certificate: bytes) -> CachedSigner:
    private = serialization.load_pem_private_key(key, password=None)
    der = private.private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    loaded = x509.load_pem_x509_certificate(certificate).public_bytes(serialization.Encoding.DER)
    return CachedSigner(
        signing_cert=asn1_x509.Certificate.load(loaded),
        signing_key=asn1_keys.PrivateKeyInfo.load(der),
        cert_registry=SimpleCertificateStore(),  # type: ignore[no-untyped-call]
    )


def _place(writer: IncrementalPdfFileWriter) -> tuple[int, int, int, int]:
    """Return the box of the stamp in points: the upper right corner of the first page, in its margin."""
    page: Any = writer.prev.root["/Pages"]
    while page["/Type"] != "/Page":
        page = page["/Kids"][0]
    node = page
    while "/MediaBox" not in node:
        node = node["/Parent"]
    right, top = (float(edge) for edge in list(node["/MediaBox"])[2:])
    margin, width, height = (round(length * POINTS_PER_MM) for length in (MARGIN, WIDTH, HEIGHT))
    return (
        round(right) - margin - width,
        round(top) - margin - height,
        round(right) - margin,
        round(top) - margin,
    )


@contextmanager
def _stamp() -> Iterator[ImportedPdfPage]:
    """Give the stamp's picture, with the day and hour of signing; pyHanko wants it as a file."""
    said = {"width": WIDTH, "height": HEIGHT, "holder": HOLDER, "at": format_date_time(datetime.now(UTC))}
    with NamedTemporaryFile(suffix=".pdf") as file:
        file.write(typeset(STAMP, said))
        file.flush()
        yield ImportedPdfPage(file.name)  # type: ignore[no-untyped-call]
