"""The queue: its parts and counts, what is done with many at once, and the way from dossier to dossier."""

from __future__ import annotations

import pytest

from tests.factories import nominations as make
from tests.factories.movements import account
from tests.web.reading import elements, main_text, rows, texts
from thidua.accounts.roles import BOARD_OFFICER
from thidua.nominations.models import Dossier, FindingDecision

ALL = "/lam-viec/ho-so-khen-thuong"
MANY = f"{ALL}/hang-loat"


def page_of(dossier, part=""):
    return f"{ALL}/{dossier.code}{part}"


def states():
    return list(Dossier.objects.order_by("pk").values_list("state", flat=True))


def test_the_parts_of_the_queue_are_counted_and_kept_in_the_address(at, as_):
    make.submitted(at)
    make.received(at)
    page = as_(at.officer).get(ALL)
    shown = [one for one in texts(page, "li") if one.split(" ")[-1].isdigit()]
    assert shown[:4] == ["tất cả 2", "của tôi 1", "chưa phân công 1", "chờ tiếp nhận 1"]
    mine = as_(at.officer).get(f"{ALL}?nguoi_giu={at.officer.pk}")
    assert len(rows(mine)) == 1
    assert [one.text for one in elements(mine, "a", aria_current="page")][-1] == "của tôi 1"


def test_picked_dossiers_are_received_at_once_and_checked_by_the_law(at, as_):
    first, second, third = make.submitted(at), make.submitted(at), make.submitted(at)
    client = as_(at.officer)
    answer = client.post(MANY, {"viec": "tiep-nhan", "ho-so": [first.pk, second.pk]})
    assert answer["Location"] == ALL
    assert states() == ["received", "received", "submitted"]
    assert make.only(first).appraisals.count() == 1
    again = client.post(MANY, {"viec": "tiep-nhan", "ho-so": [second.pk, third.pk]})
    assert [line for line in texts(again, "li") if line.startswith(second.code)] != []
    assert states() == ["received", "received", "received"]


def test_picked_dossiers_are_given_to_an_officer(at, as_):
    chosen = [make.received(at), make.received(at)]
    sent = {"viec": "giao", "ho-so": [one.pk for one in chosen]}
    client = as_(at.officer)
    client.post(MANY, sent)
    assert set(Dossier.objects.values_list("holder", flat=True)) == {at.officer.pk}
    client.post(MANY, sent | {"nhieu-holder": at.leader.pk})
    assert set(Dossier.objects.values_list("holder", flat=True)) == {at.leader.pk}


def test_all_that_fit_the_filters_are_shown_before_anything_is_done(at, as_):
    waiting, other = make.submitted(at), make.received(at)
    client = as_(at.officer)
    client.get(f"{ALL}?buoc=submitted")
    asked = client.post(MANY, {"viec": "tiep-nhan", "nhieu-everything": "on"})
    boxes = elements(asked, "input", name_="ho-so")
    assert [one.attributes["value"] for one in boxes] == [str(waiting.pk)]
    assert states() == ["submitted", "received"]
    client.post(MANY, {"viec": "tiep-nhan", "ho-so": [waiting.pk]})
    assert states() == ["received", "received"]
    assert other.code not in main_text(asked)


def test_another_office_receives_nothing_of_ours(at, as_):
    dossier = make.submitted(at)
    stranger = account(BOARD_OFFICER.code, at.place.de_tham, "Triệu Thị Lạ")
    client = as_(stranger)
    there = client.post(MANY, {"viec": "tiep-nhan", "ho-so": [dossier.pk]})
    missing = client.post(MANY, {"viec": "tiep-nhan", "ho-so": [999999]})
    assert (there.status_code, there["Location"]) == (missing.status_code, missing["Location"])
    assert states() == ["submitted"]
    as_(at.officer).post(MANY, {"viec": "tiep-nhan", "ho-so": [dossier.pk]})
    assert states() == ["received"]


@pytest.mark.parametrize("sent", [{}, {"viec": "xoa"}, {"viec": "tiep-nhan"}, {"viec": "giao"}])
def test_a_verb_without_dossiers_or_officer_changes_nothing(at, as_, sent):
    make.submitted(at)
    assert as_(at.officer).post(MANY, sent)["Location"] == ALL
    assert states() == ["submitted"]


def test_clear_findings_of_many_dossiers_are_confirmed_at_once(at, as_):
    client = as_(at.officer)
    chosen = [make.submitted(at), make.submitted(at)]
    keys = [one.pk for one in chosen]
    client.post(MANY, {"viec": "tiep-nhan", "ho-so": keys})
    client.post(MANY, {"viec": "xac-nhan", "ho-so": keys})
    decided = FindingDecision.objects.values_list("appraisal__nomination__dossier", "ruling")
    assert {pk for pk, _ruling in decided} == set(keys)
    assert {ruling for _pk, ruling in decided} == {"confirmed"}


def test_the_next_dossier_is_the_next_of_the_list_as_it_was_last_seen(at, as_):
    first, second, third = make.received(at), make.submitted(at), make.received(at)
    client = as_(at.officer)
    client.get(f"{ALL}?buoc=received")
    page = client.get(page_of(first))
    assert [one.attributes["href"] for one in elements(page, "a", data_key="j")] == [page_of(third)]
    assert elements(page, "a", data_key="k") == []
    assert "hồ sơ 1/2" in main_text(page)
    client.get(ALL)
    reached = [
        one.attributes["href"]
        for row in (first, second, third)
        for one in elements(client.get(page_of(row)), "a", data_key="j")
    ]
    assert len(reached) == 2


def test_the_next_nominee_stands_beside_each_nominee(at, as_):
    dossier = make.received(at, make.nominee("Nông Văn A"), make.nominee("Hoàng Thị B"))
    first, second = dossier.nominations.order_by("ordinal")
    client = as_(at.officer)
    after = elements(client.get(page_of(dossier, f"/doi-tuong/{first.pk}")), "a", data_key="n")
    before = elements(client.get(page_of(dossier, f"/doi-tuong/{second.pk}")), "a", data_key="p")
    assert [one.attributes["href"] for one in after] == [page_of(dossier, f"/doi-tuong/{second.pk}")]
    assert [one.attributes["href"] for one in before] == [page_of(dossier, f"/doi-tuong/{first.pk}")]


def test_who_else_has_a_dossier_open_is_told_for_some_minutes(at, as_, clock):
    dossier = make.received(at)
    said = f"{at.leader} vừa mở hồ sơ này"
    assert said not in main_text(as_(at.officer).get(page_of(dossier)))
    as_(at.leader).get(page_of(dossier))
    assert said in main_text(as_(at.officer).get(page_of(dossier)))
    clock.shift(16 * 60)
    assert said not in main_text(as_(at.officer).get(page_of(dossier)))


def test_the_list_of_the_queue_is_downloaded_without_its_boxes(at, as_):
    dossier = make.received(at)
    csv = as_(at.officer).get(f"{ALL}?dinh-dang=csv").content.decode("utf-8-sig")
    heading, line = csv.strip().splitlines()
    assert heading.startswith("Hạn")
    assert dossier.code in line
    assert "input" not in csv
