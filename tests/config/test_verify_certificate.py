"""A certificate is proved with the public keys alone: by our command, and by the standard tools of the guide."""

from __future__ import annotations

import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.utils import translation

from thidua.support.documents.proof.keyring import (
    public_keys,
    public_keys_json,
    public_keys_pem,
    read_public_keys,
    signing_key,
)
from thidua.support.documents.proof.payload import Proof, sign, verify

PROOF = Proof("7KQ4M-XW9HD", "Lương Thị Bình", "Bằng khen", "12/QĐ-UBND", date(2026, 2, 5))
GUIDE = Path(__file__).parents[2] / "docs" / "certificates.md"


@pytest.fixture(autouse=True)
def in_vietnamese():
    with translation.override("vi"):
        yield


@pytest.fixture(params=["json", "pem"])
def keys(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / f"khoa-cong-khai.{request.param}"
    text = public_keys_json() if request.param == "json" else public_keys_pem()
    path.write_text(text, encoding="utf-8")
    return path


def forged(text: str) -> str:
    letter = "B" if text[60] == "A" else "A"
    return text[:60] + letter + text[61:]


def test_the_keys_are_read_from_either_file_with_their_days() -> None:
    assert read_public_keys(public_keys_pem()) == read_public_keys(public_keys_json()) == public_keys()


def test_a_real_text_is_proved_with_its_words(keys: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("verify_certificate", sign(PROOF, signing_key()), keys=keys)
    assert capsys.readouterr().out.splitlines() == [
        "Đã xác thực: cơ quan đã ký chính nội dung này.",
        "  Mã: 7KQ4M-XW9HD",
        "  Người, tập thể được khen: Lương Thị Bình",
        "  Hình thức khen thưởng: Bằng khen",
        "  Quyết định: 12/QĐ-UBND, 05/02/2026",
        "Giấy có bị thay thế hoặc thu hồi sau đó hay không, chỉ trang /xac-minh biết.",
    ]


def test_a_changed_letter_is_not_proved(keys: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(CommandError) as caught:
        call_command("verify_certificate", forged(sign(PROOF, signing_key())), keys=keys)
    assert caught.value.returncode == 1
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("content", ["", "nothing", "{", "{}", '{"keys": [{}]}', None])
def test_keys_that_cannot_be_read_are_told(tmp_path: Path, content: str | None) -> None:
    path = tmp_path / "keys"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(CommandError) as caught:
        call_command("verify_certificate", sign(PROOF, signing_key()), keys=path)
    assert caught.value.returncode == 2
    assert str(caught.value) == f"Trong {path} không có khóa công khai. Hãy tải khóa ở /xac-minh."


@pytest.mark.skipif(shutil.which("openssl") is None, reason="this machine has no openssl")
def test_the_commands_of_the_guide_prove_it_with_openssl_alone(tmp_path: Path) -> None:
    (tmp_path / "khoa-cong-khai.pem").write_text(public_keys_pem(), encoding="utf-8")
    commands = GUIDE.read_text(encoding="utf-8").partition("```bash\n")[2].partition("```")[0]
    text = sign(PROOF, signing_key())

    def said(scanned: str) -> list[str]:
        (tmp_path / "qr.txt").write_text(scanned, encoding="utf-8")
        done = subprocess.run(["bash", "-c", commands], cwd=tmp_path, capture_output=True)
        return done.stdout.decode(errors="replace").splitlines()

    key = signing_key().public.id
    words = [key, "7KQ4M-XW9HD", "Lương Thị Bình", "Bằng khen", "12/QĐ-UBND", "2026-02-05"]
    assert said(text) == ["Signature Verified Successfully", *words]
    assert (
        said(f"https://example.gov.vn/xac-minh/7KQ4M-XW9HD#{text}\n")[0] == "Signature Verified Successfully"
    )
    assert said(forged(text))[0] == "Signature Verification Failure"
    assert verify(text, public_keys()) == PROOF
