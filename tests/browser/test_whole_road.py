"""The whole road in a browser, by the demonstration's accounts: from a commune's phone to a cancelled certificate.

A commune nominates a household; the Board returns it with two faults; the commune mends them on a phone; it is
appraised, voted, decided, signed and printed; the QR proves itself without network; register and closing report
count it; after cancellation the public page says so and the report counts it no more.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE
from tests.browser.road import board, certifying, commune, deciding, reporting, sitting
from tests.factories.nominations import PICTURE
from tools.demo_site import THIDUA


def test_a_household_from_nomination_to_certificate_and_back(
    desk: Callable[..., Page], tmp_path: Path
) -> None:
    phone, officer, leader = desk("don-vi", size=PHONE), desk("chuyen-vien"), desk("lanh-dao-ban")
    picture = tmp_path / "trang-1.png"
    picture.write_bytes(PICTURE)

    code = commune.nominate(phone, picture)
    board.receive(officer, code)
    board.give_back(officer, code)
    commune.mend(phone, code)
    board.appraise(officer, code)
    sitting.hold(officer, desk)
    report = reporting.draft(officer)
    before = reporting.households(officer, report)  # good examples of the demonstration are households, too

    decision = deciding.propose(leader, code)
    deciding.sign(desk("chu-tich", size=PHONE), decision)
    assert reporting.households(officer, report) == before + 1
    assert certifying.print_all(officer, decision, tmp_path).read_bytes()[:5] == b"%PDF-"
    certifying.hand_over(officer)
    assert reporting.households(officer, report) == before + 1

    number, proof = certifying.code_and_proof(officer)
    public = desk(size=PHONE)
    assert proved_offline(public, proof, tmp_path) == 0
    assert proved_offline(public, proof[:30] + ("B" if proof[30] == "A" else "A") + proof[31:], tmp_path) == 1
    public.goto(f"/xac-minh/{number}")
    expect(public.get_by_text("Giấy chứng nhận có thật").first).to_be_visible()
    expect(public.get_by_text(commune.HOUSEHOLD).first).to_be_visible()

    certifying.cancel(leader, number)
    public.reload()
    expect(public.get_by_text(f"Đã thu hồi theo QĐ {certifying.CANCELLED_BY}").first).to_be_visible()
    assert reporting.households(officer, report) == before


def proved_offline(public: Page, proof: str, folder: Path) -> int:
    """Return the exit code of the check that has nothing but the downloaded keys: no network, no database."""
    keys = folder / "khoa-cong-khai.json"
    keys.write_text(json.dumps(public.request.get("/xac-minh/khoa-cong-khai.json").json()))
    command = [THIDUA, "verify-certificate", "--keys", str(keys), proof]
    return subprocess.run(command, env={"PATH": "", "THIDUA_VAR": str(folder / "nothing")}).returncode
