"""The Chairman's pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.factories.council import NAMES
from tests.factories.decisions import draft, ready_dossier, signed, waiting
from tests.web.reading import elements, faults, main_text, texts
from thidua.decisions.enums import DecisionState
from thidua.decisions.models import Decision, ProposedLine
from thidua.registry.models import Award
from thidua.web.shell.worklist import work_of

PASSWORD = "mật khẩu rất dài 2026"


@pytest.fixture
def chairman(of):
    of.chairman.set_password(PASSWORD)
    of.chairman.save()
    return of.chairman


@pytest.mark.parametrize("count", [1, 3])
def test_what_waits_takes_the_same_queries_whatever_its_rows(
    of, as_, chairman, count, django_assert_num_queries
):
    for number in range(count):
        waiting(of, ready_dossier(of, (NAMES[number],)))
    client = as_(chairman)
    client.get("/lam-viec/ky-duyet")
    with django_assert_num_queries(9):
        page = client.get("/lam-viec/ky-duyet")
    assert len(elements(page, "section", class_="card")) == count


@pytest.mark.parametrize("count", [1, 3])
def test_one_page_takes_the_same_queries_whatever_its_list(
    of, as_, chairman, count, django_assert_num_queries
):
    row = waiting(of, ready_dossier(of, NAMES[:count]))
    client = as_(chairman)
    client.get(f"/lam-viec/ky-duyet/{row.pk}")
    with django_assert_num_queries(22):
        page = client.get(f"/lam-viec/ky-duyet/{row.pk}")
    assert [name in main_text(page) for name in NAMES[:4]] == [number < count for number in range(4)]


def test_the_chairman_reads_and_signs_once(of, as_, chairman):
    row = waiting(of)
    client = as_(chairman)
    address = f"/lam-viec/ky-duyet/{row.pk}"
    sha256 = elements(client.get(address), "input", name="sha256")[0].attributes["value"]
    assert sha256 == row.preview.sha256
    said = {"sha256": sha256, "password": PASSWORD}
    assert client.post(address, said).url == f"/lam-viec/quyet-dinh/{row.pk}"
    assert client.post(address, said).url == f"/lam-viec/quyet-dinh/{row.pk}"
    row.refresh_from_db()
    assert (row.state, row.number, Award.objects.count()) == (DecisionState.SIGNED, 1, 1)
    assert client.get(f"/lam-viec/quyet-dinh/{row.pk}/tep/ban-ky").getvalue().startswith(b"%PDF")


def test_a_wrong_password_signs_nothing(of, as_, chairman):
    row = waiting(of)
    page = as_(chairman).post(
        f"/lam-viec/ky-duyet/{row.pk}", {"sha256": row.preview.sha256, "password": "sai"}
    )
    assert faults(page) == ["Mật khẩu không đúng. Chưa ký văn bản nào."]
    assert (Decision.objects.get().state, Award.objects.count()) == (DecisionState.WAITING, 0)


def test_a_decision_changed_after_reading_is_not_signed(of, as_, chairman):
    row = waiting(of)
    as_(chairman).post(f"/lam-viec/ky-duyet/{row.pk}", {"sha256": "0" * 64, "password": PASSWORD})
    assert (Decision.objects.get().state, Award.objects.count()) == (DecisionState.WAITING, 0)


def test_returning_asks_for_a_reason_which_the_board_reads(of, as_, chairman):
    row = waiting(of)
    client = as_(chairman)
    address = f"/lam-viec/ky-duyet/{row.pk}/tra-lai"
    assert len(faults(client.post(address, {"reason": ""}))) == 1
    client.post(address, {"reason": "Sửa điều 2"})
    row.refresh_from_db()
    assert row.state == DecisionState.RETURNED
    page = as_(of.leader).get(f"/lam-viec/quyet-dinh/{row.pk}")
    assert texts(page, "div", class_="notification--warning") == ["Người ký trả lại Sửa điều 2"]


def test_only_who_decides_opens_the_page_to_sign(of, as_, chairman):
    row = waiting(of)
    assert as_(of.officer).get(f"/lam-viec/ky-duyet/{row.pk}").status_code == 403
    assert as_(chairman).get(f"/lam-viec/ky-duyet/{row.pk}").status_code == 200


def test_a_draft_and_nothing_look_alike_to_the_chairman(of, as_, chairman):
    row = draft(of)
    client = as_(chairman)
    drafted, missing = (client.get(f"/lam-viec/ky-duyet/{pk}") for pk in (row.pk, row.pk + 99))
    assert (drafted.status_code, missing.status_code) == (403, 403)
    assert texts(drafted, "main") == texts(missing, "main")


def test_what_waits_stands_on_the_work_list_until_it_is_signed(of, as_, chairman):
    row = waiting(of)
    mine = [item.url for item in work_of(chairman) if "ky-duyet" in item.url]
    assert mine == [f"/lam-viec/ky-duyet/{row.pk}"]
    signed_row = signed(of)
    assert [item.url for item in work_of(chairman) if "ky-duyet" in item.url] == mine
    assert signed_row.state == DecisionState.SIGNED


def test_after_a_signature_the_next_decision_follows(of, as_, chairman):
    first, second = waiting(of), waiting(of, ready_dossier(of, ("Vi Thị Bình",)))
    client = as_(chairman)
    said = {"sha256": first.preview.sha256, "password": PASSWORD}
    assert client.post(f"/lam-viec/ky-duyet/{first.pk}", said).url == f"/lam-viec/ky-duyet/{second.pk}"
    said["sha256"] = second.preview.sha256
    assert client.post(f"/lam-viec/ky-duyet/{second.pk}", said).url == f"/lam-viec/quyet-dinh/{second.pk}"
    assert list(Decision.objects.order_by("pk").values_list("number", flat=True)) == [1, 2]


def test_the_page_to_sign_tells_votes_shares_and_that_a_test_certificate_signs(of, as_, chairman):
    row = waiting(of)
    ProposedLine.objects.update(votes_yes=8, votes_of=9)
    words = main_text(as_(chairman).get(f"/lam-viec/ky-duyet/{row.pk}"))
    for said in (
        "phiếu đồng ý: 8/9",
        "Ký thử: đang dùng chứng thư thử nghiệm.",
        "Nữ: chưa có số – năm trước: chưa có số, mục tiêu: chưa đặt mục tiêu",
    ):
        assert said in words


def test_neither_a_draft_nor_a_signed_decision_is_returned(of, as_, chairman):
    drafted, done = draft(of), signed(of)
    client = as_(chairman)
    for row in (drafted, done):
        address = f"/lam-viec/ky-duyet/{row.pk}/tra-lai"
        assert client.get(address).status_code == 403
        assert client.post(address, {"reason": "Sửa"}).status_code == 403
        state = row.state
        row.refresh_from_db()
        assert row.state == state


def test_returned_twice_it_is_returned_once(of, as_, chairman):
    row = waiting(of)
    for _twice in range(2):
        answer = as_(chairman).post(f"/lam-viec/ky-duyet/{row.pk}/tra-lai", {"reason": "Sửa điều 2"})
        assert answer.url == "/lam-viec/ky-duyet"
    assert Decision.objects.get().version == row.version + 1


def test_a_signature_is_read_again_and_a_changed_file_is_told(of, as_, chairman):
    row = signed(of)
    client = as_(of.officer)
    address = f"/lam-viec/quyet-dinh/{row.pk}/chu-ky"
    assert texts(client.get(address), "div", class_="notification")[0].startswith(
        "Không bị sửa từ khi ký, nhưng ký bằng chứng thư thử nghiệm"
    )
    assert "Ký bằng chứng thư của Chứng thư thử nghiệm" in main_text(client.get(address))
    with Path(row.signed_file.content.path).open("r+b") as file:
        file.seek(900)
        file.write(b"X")
    [said] = texts(client.get(address), "div", class_="notification--warning")
    assert said.startswith(("Tệp đã bị sửa sau khi ký", "Không đọc được chữ ký"))


def test_a_decision_that_is_not_signed_has_no_signature_to_check(of, as_, chairman):
    assert as_(of.officer).get(f"/lam-viec/quyet-dinh/{draft(of).pk}/chu-ky").status_code == 403


def test_the_signature_is_tried_on_a_sample_and_nothing_is_kept(of, as_, chairman):
    client = as_(chairman)
    page = client.post("/lam-viec/ky-duyet/ky-thu")
    assert texts(page, "div", class_="notification")[0].startswith("Không bị sửa từ khi ký")
    assert client.get("/lam-viec/ky-duyet/ky-thu/tep").content.startswith(b"%PDF")
    assert not Decision.objects.exists()
    assert as_(of.leader).get("/lam-viec/ky-duyet/ky-thu").status_code == 403
