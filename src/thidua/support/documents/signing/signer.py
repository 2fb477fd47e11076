"""The interface of a signer, and the one this installation uses (`THIDUA_SIGNER`)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final, Protocol

from cryptography import x509
from django.conf import settings
from django.utils.module_loading import import_string

FIELD: Final = "ChuKy"


@dataclass(frozen=True)
class CertificateInfo:
    """Whose certificate signs, who issued it, when it ends, and whether it is only for trying."""

    holder: str
    issuer: str
    ends_at: datetime
    serial: str
    is_test: bool


class Signer(Protocol):
    """Signs PDF files: an HSM, a token, a ministry's signing service, or the test certificate.

    A class of this form is made without arguments; it reads its own settings from the environment.
    """

    def describe(self) -> CertificateInfo:
        """Return what the page shows before somebody signs."""
        ...

    def trusted(self) -> list[x509.Certificate]:
        """Return the certificates by which its signatures are known: its own, or those that issued it."""
        ...

    def sign_pdf(self, pdf: bytes, *, reason: str, field: str = FIELD) -> bytes:
        """Return the file with a signature added in `field`; nothing else in it changes.

        Raises Refused with a sentence when it cannot be signed.
        """
        ...


def current_signer() -> Signer:
    """Return the signer that the installation names. Raises ImportError when there is no such class."""
    made: Signer = import_string(settings.SIGNER)()
    return made
