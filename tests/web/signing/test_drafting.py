"""From what passed to a decision that waits for signature."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from tests.factories.council import NAMES
from tests.factories.decisions import draft, proposal, ready_dossier, signed, waiting
from tests.web.reading import elements, faults, main_text, rows, texts
from thidua.core.vietnamese.dates import format_date
from thidua.decisions.actions import edit_decision, refuse_line, restore_line
from thidua.decisions.enums import DecisionState
from thidua.decisions.models import Decision, Submission
from thidua.nominations.enums import Route
from thidua.nominations.models import Dossier, Nomination
from thidua.web.workspace.signing.work import work_of

LETTER = {
    "symbol": "TTr-SNV",
    "title": "Về việc tặng Bằng khen",
    "sender": "Sở Nội vụ",
    "place": "Lạng Sơn",
    "signer_post": "Giám đốc Sở Nội vụ",
    "signer_name": "Nông Thị Trưởng",
}
TEXTS = {
    "symbol": "QĐ-UBND",
    "place": "Lạng Sơn",
    "achievement": "Đã có thành tích xuất sắc",
    "signer_post": "Chủ tịch",
    "signer_name": "Lý Thị Chủ",
    "on_behalf": "",
    "planned_on": "",
}


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_takes_the_same_queries_whatever_its_rows(of, as_, count, django_assert_num_queries):
    for number in range(count):
        draft(of, ready_dossier(of, (NAMES[number],)))
        ready_dossier(of, (NAMES[number + 3],))
    client = as_(of.leader)
    client.get("/lam-viec/quyet-dinh")
    with django_assert_num_queries(10):
        page = client.get("/lam-viec/quyet-dinh")
    assert len(rows(page)) == count


def test_a_dossier_becomes_a_letter_and_a_draft(of, as_):
    row = ready_dossier(of)
    client = as_(of.leader)
    page = client.post("/lam-viec/quyet-dinh/trinh", LETTER | {"dossiers": [row.pk]}, follow=True)
    letter = Submission.objects.get()
    assert page.redirect_chain[-1][0] == f"/lam-viec/quyet-dinh/to-trinh/{letter.pk}"
    said = TEXTS | {"planned_on": "23/11/2026"}
    address = f"/lam-viec/quyet-dinh/to-trinh/{letter.pk}/du-thao"
    client.post(address, said)
    page = client.post(address, said, follow=True)
    decision = Decision.objects.get()
    assert page.redirect_chain[-1][0] == f"/lam-viec/quyet-dinh/{decision.pk}"
    assert [cells[1] for cells in rows(page)] == ["Lý Văn An Trưởng thôn, Xã Đề Thám"]


def test_nothing_typed_is_lost_when_a_letter_is_refused(of, as_):
    row = ready_dossier(of)
    page = as_(of.leader).post("/lam-viec/quyet-dinh/trinh", LETTER | {"dossiers": [row.pk], "symbol": ""})
    assert faults(page) == ["Điền mục “Ký hiệu tờ trình”."]
    assert elements(page, "input", name="sender")[0].attributes["value"] == "Sở Nội vụ"
    assert "checked" in elements(page, "input", name="dossiers")[0].attributes
    assert Submission.objects.count() == 0


def test_a_draft_is_changed_and_sent_once(of, as_):
    row = draft(of)
    client = as_(of.leader)
    line = row.lines.get()
    base = f"/lam-viec/quyet-dinh/{row.pk}"
    client.post(f"{base}/dong/{line.pk}/tien-thuong", {"amount": "1.500.000", "reason": "Theo nghị quyết"})
    line.refresh_from_db()
    assert (line.bonus_amount, line.bonus_reason) == (1_500_000, "Theo nghị quyết")
    client.post(f"{base}/trinh-ky")
    client.post(f"{base}/trinh-ky")
    row.refresh_from_db()
    assert row.state == DecisionState.WAITING
    assert as_(of.leader).get(f"{base}/tep/du-thao").getvalue().startswith(b"%PDF")


def test_what_somebody_saved_meanwhile_stands_beside_what_was_typed(of, as_):
    row = draft(of)
    client = as_(of.leader)
    address = f"/lam-viec/quyet-dinh/{row.pk}/sua"
    said = {
        "seen": row.version,
        "title": row.title,
        "legal_bases": "\n".join(row.legal_bases),
        "articles": "\n".join(row.articles),
        "copies_to": "Lưu: VT",
        **{name: getattr(row, name) for name in ("symbol", "place", "signer_name", "signer_post")},
    }
    client.post(address, said | {"achievement": "Lần một"})
    page = client.post(address, said | {"achievement": "Lần hai"})
    assert elements(page, "input", name="achievement")[0].attributes["value"] == "Lần hai"
    row.refresh_from_db()
    assert row.achievement == "Lần một"


def test_a_nominee_left_out_is_told_with_the_reason(of, as_):
    row = draft(of, ready_dossier(of, ("Lý Văn An", "Nông Văn Cao")))
    client = as_(of.leader)
    line = row.lines.get(recipient_name="Lý Văn An")
    base = f"/lam-viec/quyet-dinh/{row.pk}/dong/{line.pk}"
    client.post(f"{base}/khong-tang", {"reason": "Đã được tặng trong năm"})
    page = client.get(f"/lam-viec/quyet-dinh/{row.pk}")
    assert [cells[0] for cells in rows(page)] == ["1"]
    assert "Lý Văn An : Đã được tặng trong năm" in main_text(page).replace("An:", "An :")
    client.post(f"{base}/dua-lai")
    assert len(rows(client.get(f"/lam-viec/quyet-dinh/{row.pk}"))) == 2


def test_a_draft_is_there_as_word_files(of, as_):
    row = draft(of)
    for kind in ("van-ban", "danh-sach-1"):
        assert as_(of.leader).get(f"/lam-viec/quyet-dinh/{row.pk}/tep/{kind}").content[:2] == b"PK"
    assert as_(of.leader).get(f"/lam-viec/quyet-dinh/{row.pk}/tep/danh-sach-2").status_code == 403


def test_all_files_of_a_waiting_decision_come_in_one_archive(of, as_):
    row = waiting(of)
    answer = as_(of.leader).get(f"/lam-viec/quyet-dinh/{row.pk}/tep/tat-ca")
    names = zipfile.ZipFile(BytesIO(answer.content)).namelist()
    assert names == [f"quyet-dinh-{row.pk}-v1{end}" for end in (".pdf", ".docx", "-danh-sach-1.docx")]


def test_somebody_whom_the_council_did_not_pass_stops_the_sending(of, as_):
    row = draft(of, ready_dossier(of, ("Lý Văn An", "Vi Thị Bình")))
    Dossier.objects.update(route=Route.MERIT)  # as if the law asked for a council after all
    client = as_(of.leader)
    address = f"/lam-viec/quyet-dinh/{row.pk}"
    assert texts(client.get(address), "div", class_="notification--warning")[0].startswith(
        "Hội đồng chưa thông qua"
    )
    client.post(f"{address}/trinh-ky")
    row.refresh_from_db()
    assert row.state == DecisionState.DRAFT


def test_the_shares_of_the_list_stand_beside_the_draft(of, as_):
    page = as_(of.leader).get(f"/lam-viec/quyet-dinh/{draft(of).pk}")
    assert [cells[0] for cells in rows(page, 1)] == [
        "Người trực tiếp lao động",
        "Nữ",
        "Đồng bào dân tộc thiểu số",
        "Hộ gia đình",
        "Xã vùng sâu, vùng xa",
    ]


def test_who_may_not_see_gets_one_answer_whether_or_not_a_decision_exists(of, as_):
    row = waiting(of)
    client = as_(of.place.clerk)
    hidden, missing = (client.get(f"/lam-viec/quyet-dinh/{pk}") for pk in (row.pk, row.pk + 99))
    assert (hidden.status_code, missing.status_code) == (403, 403)
    assert texts(hidden, "main") == texts(missing, "main")
    assert as_(of.leader).get(f"/lam-viec/quyet-dinh/{row.pk}").status_code == 200


def test_a_letter_begins_as_the_last_one_did_and_tells_what_it_proposes(of, as_):
    first, second = ready_dossier(of), ready_dossier(of, ("Vi Thị Bình", "Nông Văn Cao"))
    client = as_(of.leader)
    client.post("/lam-viec/quyet-dinh/trinh", LETTER | {"dossiers": [first.pk], "on_behalf": "KT. GIÁM ĐỐC"})
    page = client.get("/lam-viec/quyet-dinh/trinh")

    begun = {one.attributes["name"]: one.attributes.get("value") for one in elements(page, "input")}
    asked = ("symbol", "sender", "place", "on_behalf", "signer_post", "signer_name", "title")
    assert [begun[name] for name in asked] == [
        "TTr-SNV", "Sở Nội vụ", "Lạng Sơn", "KT. GIÁM ĐỐC", "Giám đốc Sở Nội vụ", "Nông Thị Trưởng", None,
    ]  # fmt: skip
    client.post("/lam-viec/quyet-dinh/trinh", LETTER | {"dossiers": [second.pk], "title": ""})
    award = "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh Lạng Sơn"
    assert Submission.objects.get(number=2).title == f"Về việc đề nghị tặng {award} cho 02 cá nhân"


def test_the_first_draft_of_an_office_begins_with_its_place_and_its_chairman(of, as_):
    letter = proposal(of)
    page = as_(of.leader).get(f"/lam-viec/quyet-dinh/to-trinh/{letter.pk}/du-thao")

    begun = {one.attributes["name"]: one.attributes.get("value") for one in elements(page, "input")}
    asked = ("symbol", "place", "signer_post", "signer_name", "achievement")
    assert [begun[name] for name in asked] == [
        "QĐ-UBND", "Lạng Sơn", "Chủ tịch", of.chairman.get_full_name(),
        "Đã có thành tích xuất sắc trong phòng, chống thiên tai",
    ]  # fmt: skip


def test_the_abstract_tells_how_many_are_granted_until_a_person_writes_it(of):
    award = "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh Lạng Sơn"
    row = draft(of, ready_dossier(of, ("Lý Văn An", "Vi Thị Bình")))
    assert row.title == f"Về việc tặng {award} cho 02 cá nhân"

    refuse_line(line=row.lines.all()[0], reason="Trùng thành tích.", by=of.leader)
    row.refresh_from_db()
    assert row.title == f"Về việc tặng {award} cho 01 cá nhân"

    edit_decision(decision=row, values={"title": "Về việc khen đột xuất"}, version=row.version, by=of.leader)
    restore_line(line=row.lines.exclude(refusal="")[0], by=of.leader)
    row.refresh_from_db()
    assert row.title == "Về việc khen đột xuất"


def test_the_leader_is_told_each_step_that_waits(of):
    told = "Về việc tặng Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh Lạng Sơn cho 01 cá nhân"
    about = "Đã có thành tích xuất sắc trong phòng, chống thiên tai năm 2026"
    ready_dossier(of, ("Vi Thị Bình",))
    letter = proposal(of, ready_dossier(of, ("Nông Văn Cao",)))
    drafted = draft(of, ready_dossier(of, ("Lý Văn An",)))
    made = signed(of, ready_dossier(of, ("Hoàng Thị Dung",)))
    waiting(of, ready_dossier(of, ("Bế Văn Én",)))

    assert [(one.title, one.url, one.about) for one in work_of(of.leader)] == [
        ("Trình Chủ tịch 1 hồ sơ đã được thông qua", "/lam-viec/quyet-dinh/trinh", ""),
        (
            f"Dự thảo quyết định theo Tờ trình số {letter.full_number}",
            f"/lam-viec/quyet-dinh/to-trinh/{letter.pk}/du-thao",
            letter.title,
        ),
        (
            f"Hoàn thiện dự thảo và trình ký: {told}",
            f"/lam-viec/quyet-dinh/{drafted.pk}",
            f"Lý Văn An – {about}",
        ),
        (
            f"Ban hành Quyết định số 01/QĐ-UBND, ký ngày {format_date(made.decided_on)}",
            f"/lam-viec/quyet-dinh/{made.pk}",
            told,
        ),
    ]


def test_the_chairman_is_told_whom_each_decision_commends(of):
    waiting(of, ready_dossier(of, ("Lý Văn An", "Vi Thị Bình", "Nông Văn Cao", "Hoàng Thị Dung")))
    waiting(of, ready_dossier(of, ("Bế Văn Én",)))

    assert [one.about.split(" – ")[0] for one in work_of(of.chairman)] == [
        "Lý Văn An, Vi Thị Bình và 2 trường hợp khác",
        "Bế Văn Én",
    ]


@pytest.mark.parametrize("count", [1, 3])
def test_the_work_of_a_leader_takes_the_same_queries_whatever_waits(of, count, django_assert_num_queries):
    for number in range(count):
        draft(of, ready_dossier(of, (NAMES[number],)))
        proposal(of, ready_dossier(of, (NAMES[number + 3],)))
    list(work_of(of.leader))
    with django_assert_num_queries(12):
        assert len(list(work_of(of.leader))) == 2 * count


@pytest.mark.parametrize(
    ("told", "begun"),
    [
        ("Đã hiến đất làm đường", "Đã hiến đất làm đường"),
        ("Vận động hiến đất", "Đã có thành tích trong việc vận động hiến đất"),
        ("", ""),
    ],
)
def test_a_draft_begins_with_the_achievement_that_all_share(of, as_, told, begun):
    letter = proposal(of)
    Nomination.objects.update(achievement=told)
    page = as_(of.leader).get(f"/lam-viec/quyet-dinh/to-trinh/{letter.pk}/du-thao")
    field = elements(page, "input", name="achievement")[0]
    assert (field.attributes.get("value") or "") == begun
