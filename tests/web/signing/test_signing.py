"""The Chairman's pages."""

from __future__ import annotations

import pytest

from tests.factories.council import NAMES
from tests.factories.decisions import draft, ready_dossier, signed, waiting
from tests.web.reading import elements, faults, main_text, texts
from thidua.decisions.enums import DecisionState
from thidua.decisions.models import Decision
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
    with django_assert_num_queries(8):
        page = client.get("/lam-viec/ky-duyet")
    assert len(elements(page, "section", class_="card")) == count


@pytest.mark.parametrize("count", [1, 3])
def test_one_page_takes_the_same_queries_whatever_its_list(
    of, as_, chairman, count, django_assert_num_queries
):
    row = waiting(of, ready_dossier(of, NAMES[:count]))
    client = as_(chairman)
    client.get(f"/lam-viec/ky-duyet/{row.pk}")
    with django_assert_num_queries(13):
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
