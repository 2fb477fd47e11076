"""A signed decision: it validates, breaks when a byte changes, and says that its certificate is for trying."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from tests.support.documents.samples import DECISION, needs_pdftotext, words_of_pdf
from thidua.support.documents.letters.pdf import write_decision_pdf
from thidua.support.documents.signing.signer import current_signer
from thidua.support.documents.signing.test_certificate import test_certificate as trial_certificate
from thidua.support.documents.signing.verifying import verify_pdf
from thidua.support.refusals import Refused


@pytest.fixture(autouse=True)
def folder(settings, tmp_path: Path) -> Path:
    settings.VAR = tmp_path
    return tmp_path / "keys"


@pytest.fixture
def signed() -> bytes:
    return current_signer().sign_pdf(
        write_decision_pdf(DECISION), reason="Ký ban hành Quyết định 163/QĐ-UBND"
    )


def test_a_signed_decision_validates(signed: bytes) -> None:
    [found] = verify_pdf(signed, [trial_certificate()])
    assert (found.field, found.holder, found.reason) == (
        "ChuKy",
        "Chứng thư thử nghiệm",
        "Ký ban hành Quyết định 163/QĐ-UBND",
    )
    assert (found.is_intact, found.is_trusted) == (True, True)


def test_a_decision_that_is_not_signed_has_no_signature() -> None:
    assert verify_pdf(write_decision_pdf(DECISION), [trial_certificate()]) == []


def test_the_signature_breaks_when_a_byte_changes(signed: bytes) -> None:
    place = signed.index(b"stream") + 20
    changed = signed[:place] + bytes([signed[place] ^ 1]) + signed[place + 1 :]
    assert [found.is_intact for found in verify_pdf(changed, [trial_certificate()])] == [False]


def test_the_signature_breaks_when_something_is_added(signed: bytes) -> None:
    assert [found.is_intact for found in verify_pdf(signed + b"\n% more", [trial_certificate()])] == [False]


def test_a_certificate_that_is_not_known_is_not_trusted(signed: bytes, caplog) -> None:
    caplog.set_level("CRITICAL", logger="pyhanko")
    [found] = verify_pdf(signed, [])
    assert (found.is_intact, found.is_trusted) == (True, False)


@needs_pdftotext
def test_the_page_says_that_the_certificate_is_for_trying(signed: bytes) -> None:
    assert "CHỨNG THƯ THỬ NGHIỆM" in words_of_pdf(signed)
    assert "CHỨNG THƯ THỬ NGHIỆM" not in words_of_pdf(write_decision_pdf(DECISION))


def test_the_signer_says_whose_certificate_it_is() -> None:
    about = current_signer().describe()
    assert (about.holder, about.is_test) == ("Chứng thư thử nghiệm", True)


def test_the_test_key_is_kept_for_its_owner_only(folder: Path, signed: bytes) -> None:
    first = trial_certificate().serial_number
    assert stat.S_IMODE((folder / "signing-test.key.pem").stat().st_mode) == 0o600
    assert trial_certificate().serial_number == first


@pytest.mark.parametrize("file", [b"", b"no pdf", b"%PDF-1.7\n%%EOF"])
def test_a_file_that_is_no_pdf_is_refused(file: bytes) -> None:
    with pytest.raises(Refused):
        current_signer().sign_pdf(file, reason="")
    with pytest.raises(Refused):
        verify_pdf(file, [])


def test_a_signed_file_is_not_signed_in_the_same_place_again(signed: bytes) -> None:
    with pytest.raises(Refused):
        current_signer().sign_pdf(signed, reason="again")
