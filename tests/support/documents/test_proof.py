"""The QR of a certificate proves itself: with the public key only, and not when anything changed."""

from __future__ import annotations

import json
import stat
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from tests.support.documents.samples import PROOF
from thidua.support.documents.proof.codes import ALPHABET, new_code, read_code
from thidua.support.documents.proof.keyring import (
    public_keys,
    public_keys_json,
    public_keys_pem,
    read_public_keys,
    rotate,
    signing_key,
)
from thidua.support.documents.proof.keys import private_from_text, private_pem
from thidua.support.documents.proof.payload import PREFIX, sign, verify
from thidua.support.documents.qr import qr_png, qr_svg
from thidua.support.refusals import Refused

BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"


@pytest.fixture(autouse=True)
def folder(settings, tmp_path: Path) -> Path:
    settings.VAR, settings.CERTIFICATE_KEY = tmp_path, ""
    return tmp_path / "keys"


def refused(text: str, keys: list | None = None) -> bool:
    try:
        verify(text, public_keys() if keys is None else keys)
    except Refused:
        return True
    return False


def test_a_proof_is_verified_with_nothing_but_the_downloaded_public_keys() -> None:
    text = sign(PROOF, signing_key())
    assert verify(text, read_public_keys(public_keys_json())) == PROOF
    assert "private" not in public_keys_json().lower()


def test_a_proof_that_differs_in_one_letter_proves_nothing() -> None:
    text, keys = sign(PROOF, signing_key()), public_keys()
    changed = [
        text[:place] + BASE32[(BASE32.index(text[place]) + 1) % 32] + text[place + 1 :]
        for place in range(len(PREFIX), len(text))
    ]
    assert len(changed) > 250
    assert [each for each in changed if not refused(each, keys)] == []
    assert [cut for cut in range(len(text)) if not refused(text[:cut], keys)] == []


def test_small_letters_and_broken_lines_do_no_harm() -> None:
    text = sign(PROOF, signing_key())
    assert verify(f" {text[:80].lower()}\n{text[80:]} ", public_keys()) == PROOF


def test_the_signature_of_a_stranger_proves_nothing(settings, tmp_path: Path) -> None:
    ours = public_keys()
    settings.VAR = tmp_path / "stranger"
    text = sign(PROOF, signing_key())
    assert verify(text, public_keys()) == PROOF
    assert refused(text, ours)


def test_what_a_key_signed_stays_proved_after_rotation(folder: Path) -> None:
    before = sign(PROOF, signing_key())
    old = signing_key().public.id
    new = rotate()
    assert [key.id for key in public_keys()] == [old, new.public.id]
    assert [key.until is None for key in public_keys()] == [False, True]
    assert verify(before, public_keys()) == PROOF
    assert verify(sign(PROOF, signing_key()), public_keys()) == PROOF
    assert signing_key().public.id == new.public.id


def test_a_key_out_of_use_proves_no_later_decision() -> None:
    key = signing_key()
    retired = [replace(key.public, until=date(2020, 1, 5))]
    assert verify(sign(PROOF, key), retired) == PROOF
    assert refused(sign(replace(PROOF, decided_on=date(2020, 1, 6)), key), retired)


def test_the_private_key_is_read_by_its_owner_only(folder: Path) -> None:
    key = signing_key()
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.glob("*.pem")}
    assert modes == {f"certificate-{key.public.id}.pem": 0o600}
    assert signing_key().public == key.public


def test_a_key_from_the_environment_is_used_and_not_written_down(settings, folder: Path) -> None:
    given = Ed25519PrivateKey.generate()
    settings.CERTIFICATE_KEY = private_pem(given).decode().replace("\n", "\\n")
    text = sign(PROOF, signing_key())
    assert verify(text, public_keys()) == PROOF
    assert list(folder.glob("*.pem")) == []
    with pytest.raises(RuntimeError):
        rotate()
    assert len(json.loads(public_keys_json())["keys"]) == 1


def test_public_keys_are_given_as_pem_too() -> None:
    signing_key()
    assert public_keys_pem().count("-----BEGIN PUBLIC KEY-----") == 1


@pytest.mark.parametrize("text", ["", "abc", "-----BEGIN nonsense", "AAAA"])
def test_a_text_that_is_no_key_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  (each of several)
        private_from_text(text)


def test_a_name_of_two_lines_cannot_smuggle_in_another_award() -> None:
    with pytest.raises(ValueError, match="one line"):
        sign(replace(PROOF, name="Ông A\nHuân chương"), signing_key())


@pytest.mark.parametrize(
    "text", ["", "THIDUA1:", "THIDUA2:ABC", "https://example.org", "THIDUA1:" + "A" * 5000]
)
def test_what_is_no_proof_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(Refused) as caught:
        verify(text, [])
    assert str(caught.value)


def test_a_code_has_no_letters_that_look_alike_and_reads_however_it_is_typed() -> None:
    codes = {new_code() for _code in range(200)}
    assert len(codes) == 200
    assert set("".join(codes)) & set("0O1IL") == set()
    assert [code for code in codes if read_code(f" {code.lower().replace('-', ' ')} ") != code] == []


def test_a_code_shows_every_wrong_sign_and_every_two_that_changed_places() -> None:
    signs = new_code().replace("-", "")
    slips = {signs[:n] + other + signs[n + 1 :] for n in range(10) for other in ALPHABET} - {signs}
    slips |= {signs[:n] + signs[n + 1] + signs[n] + signs[n + 2 :] for n in range(9)} - {signs}
    accepted = []
    for slip in slips:
        try:
            accepted.append(read_code(slip))
        except Refused:
            continue
    assert (len(slips) >= 300, accepted) == (True, [])


def test_the_qr_is_a_picture_with_its_quiet_zone() -> None:
    text = sign(PROOF, signing_key())
    head = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 65 65"><path stroke="#000" d="M4 4.5h7'
    assert qr_svg(text)[: len(head)] == head
    assert qr_png(text)[:4] == b"\x89PNG"
