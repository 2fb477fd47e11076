"""From a proposal to a public story and a nomination, on the screens of the office and of the unit."""

from __future__ import annotations

from django.core.files.uploadedfile import SimpleUploadedFile

from tests.factories.movements import SmallProvince
from tests.factories.nominations import CERTIFICATE
from tests.factories.photos import photo_bytes
from tests.factories.role_models import asked, proposal, published, shown, verified, written
from tests.web.reading import elements, faults, main_text, texts
from thidua.movements.models import RoleModel, RoleModelProposal, RoleModelStory
from thidua.nominations.models import Nomination
from thidua.support.notices.models import Notice

LIST, WORK = "/lam-viec/guong-duoc-gioi-thieu", "/viec-cua-toi"


def test_the_whole_road_is_walked_on_the_screens(client, enter, place: SmallProvince):
    row = proposal(photos=[shown()])
    office, unit = enter(place.officer), enter(place.clerk)
    one = f"{LIST}/{row.pk}"
    assert texts(office.get(one), "strong", class_="tag") == ["mới gửi"]
    assert unit.get(one).status_code == 404

    question = {"unit": "Xã Đề Thám", "unit-chon": str(place.de_tham.pk), "unit-da-tim": "Xã Đề Thám"}
    assert office.post(f"{one}/hoi-don-vi", question | {"question": "Đúng không?"}).status_code == 302

    assert texts(unit.get(one), "strong", class_="tag") == ["chờ đơn vị xác minh"]
    form = unit.get(f"{one}/xac-minh")
    assert elements(form, "input", name_="full_name")[0].attributes["value"] == "Lương Thị Bình"
    said = {"found": "Đã đến xem.", "full_name": "Lương Thị Bình", "honorific": "ba", "post": "Trưởng thôn",
            "deed": "Hiến 500 m² đất", "field": "culture_society", "year": "2019"}  # fmt: skip
    assert unit.post(f"{one}/xac-minh", said).status_code == 302
    subject = RoleModel.objects.get()
    assert (subject.person.addressed_name, subject.found_by) == ("bà Lương Thị Bình", place.de_tham)

    desk = f"/lam-viec/bai-guong/{subject.pk}"
    assert "Chưa đồng ý thì không đăng gì." in main_text(unit.get(desk))
    agreed = {"given": "1", "way": "face_to_face", "said_on": "01/11/2019", "note": "tại nhà"}
    assert unit.post(f"{desk}/dong-y", agreed).status_code == 302

    sent = subject.proposal.photos.get()
    story = {
        "seen": "0", "title": "Người mở đường", "summary": "Bà Bình hiến đất.", "text": "Đoạn một.",
        f"use-proposed-{sent.pk}": "on", f"alternative-proposed-{sent.pk}": "Bà Bình",
        f"caption-proposed-{sent.pk}": "Ảnh: người dân",
        "photo-1": SimpleUploadedFile("moi.png", photo_bytes("PNG")), "alternative-new-1": "Con đường",
    }  # fmt: skip
    assert office.post(f"{desk}/viet", story).status_code == 302
    public = "/guong-dien-hinh/nguoi-mo-duong"
    assert client.get(public).status_code == 404
    assert office.post(f"{desk}/dang").status_code == 302
    page = client.get(public)
    assert [one.attributes["alt"] for one in elements(page, "img") if "anh/" in one.attributes["src"]] == [
        "Bà Bình",
        "Con đường",
    ]

    award = {"unit": str(place.de_tham.pk), "award_code": CERTIFICATE}
    award |= {"commendation_type": "merit", "level": "province"}
    nominate = f"/lam-viec/de-nghi-khen-thuong/tu-guong/{subject.pk}"
    answer = unit.post(nominate, award)
    nomination = Nomination.objects.get()
    assert answer["Location"] == f"/lam-viec/de-nghi-khen-thuong/{nomination.dossier.code}"
    assert (nomination.recipient_name, nomination.report) == ("Lương Thị Bình", "Đoạn một.")
    assert nomination.dossier.code in main_text(unit.get(desk))

    refused = agreed | {"given": "0", "way": "by_telephone"}
    assert unit.post(f"{desk}/dong-y", refused).status_code == 302
    assert client.get(public).status_code == 404
    assert not RoleModelStory.objects.get().photos.exists()


def test_the_unit_that_is_asked_never_learns_who_proposed(enter, place: SmallProvince):
    row = asked(place)
    assert "Vi Văn Kín" in main_text(enter(place.officer).get(f"{LIST}/{row.pk}"))
    page = main_text(enter(place.clerk).get(f"{LIST}/{row.pk}"))
    assert "Lương Thị Bình" in page
    assert "Vi Văn Kín" not in page
    assert "0912" not in page


def test_a_unit_says_that_it_is_not_so_and_the_office_leaves_it(enter, place: SmallProvince):
    row = asked(place)
    enter(place.clerk).post(f"{LIST}/{row.pk}/khong-dung", {"found": "Không có con đường nào."})
    office = enter(place.officer)
    assert "Không có con đường nào." in main_text(office.get(f"{LIST}/{row.pk}"))
    page = office.post(f"{LIST}/{row.pk}/khong-chon", {"reason": ""})
    assert faults(page) == ["Điền mục “Lý do”."]
    office.post(f"{LIST}/{row.pk}/khong-chon", {"reason": "Chưa xác minh được."})
    row.refresh_from_db()
    assert (row.state, row.reason) == ("not_taken_up", "Chưa xác minh được.")


def test_a_unit_neither_asks_nor_writes_nor_publishes(enter, place: SmallProvince):
    row = asked(place)
    subject = verified(place)
    written(place, subject)
    unit = enter(place.clerk)
    for address in (f"{LIST}/{row.pk}/hoi-don-vi", f"{LIST}/{row.pk}/khong-chon"):
        assert unit.get(address).status_code == 403
    for what in ("viet", "dang", "ra-soat", "go"):
        assert unit.post(f"/lam-viec/bai-guong/{subject.pk}/{what}").status_code == 403
    assert RoleModelProposal.objects.get(pk=row.pk).state == "with_unit"


def test_publishing_without_consent_is_refused_in_words(enter, place: SmallProvince):
    subject = verified(place)
    written(place, subject)
    page = enter(place.officer).post(f"/lam-viec/bai-guong/{subject.pk}/dang")
    assert "Hãy ghi nhận trước việc người được nêu đã đồng ý." in main_text(page)


def test_words_missing_at_a_photo_are_asked_for_beside_it(enter, place: SmallProvince):
    subject = verified(place, photos=[shown()])
    sent = subject.proposal.photos.get()
    said = {"seen": "0", "title": "A", "summary": "B", "text": "C", f"use-proposed-{sent.pk}": "on"}
    page = enter(place.officer).post(f"/lam-viec/bai-guong/{subject.pk}/viet", said)
    assert texts(page, "a", href=f"#id_alternative-proposed-{sent.pk}") == [
        "Hãy viết vài chữ ảnh chụp gì, dành cho người không nhìn được ảnh."
    ]


def test_a_story_that_is_due_waits_with_the_office_and_is_confirmed(enter, place: SmallProvince, clock):
    story = published(place)
    office = enter(place.officer)
    assert "Bài viết cần rà soát lại" not in main_text(office.get(LIST))
    clock.move_to("2020-10-20T02:00:00Z")
    office = enter(place.officer)
    assert "Người hiến đất mở đường – trước ngày 04/11/2020" in main_text(office.get(LIST))
    assert "Rà soát lại bài viết: Người hiến đất mở đường" in main_text(office.get(WORK))
    office.post(f"/lam-viec/bai-guong/{story.role_model_id}/ra-soat")
    assert "Bài viết cần rà soát lại" not in main_text(office.get(LIST))


def test_what_waits_stands_in_the_work_list_of_each(enter, place: SmallProvince):
    proposal(subject_name="Hà Thị Lư")
    asked(place)
    office, unit = (main_text(enter(user).get(WORK)) for user in (place.officer, place.clerk))
    assert "Gương được giới thiệu: Hà Thị Lư" in office
    assert "Chờ Xã Đề Thám xác minh: Lương Thị Bình" in office
    assert "Xác minh gương được giới thiệu" not in office
    assert "Xác minh gương được giới thiệu: Lương Thị Bình" in unit
    assert "Hà Thị Lư" not in unit


def test_what_a_citizen_sent_is_told_as_theirs_and_never_of_a_unit(enter, place: SmallProvince):
    sent = proposal(proposer_name="", proposer_contact="")
    page = enter(place.officer).get(f"{LIST}/{sent.pk}")
    told = dict(zip(texts(page, "dt"), texts(page, "dd"), strict=True))
    assert told["Người giới thiệu"] == "không ghi"
    history = main_text(page).partition("Lịch sử")[2]
    assert "Người dân (qua cổng): " in history
    assert "system" not in history


def test_an_invitation_leads_the_unit_to_the_dossier_in_one_step(enter, place: SmallProvince):
    subject = published(place).role_model
    office, unit = enter(place.officer), enter(place.clerk)
    desk = f"/lam-viec/bai-guong/{subject.pk}"
    assert "Mời một đơn vị đề nghị" in main_text(office.get(desk))
    assert "Mời một đơn vị đề nghị" not in main_text(unit.get(desk))
    assert unit.get(f"{desk}/moi-de-nghi").status_code == 403
    shown = office.get(f"{desk}/moi-de-nghi").content.decode()
    assert f'value="{place.de_tham.pk}"' in shown  # the commune that found her is proposed
    answer = {
        "unit": "Đề Thám",
        "unit-so": str(place.de_tham.pk),
        "unit-nhan": "Đề Thám",
        "note": "Xin làm sớm.",
    }
    assert office.post(f"{desk}/moi-de-nghi", answer)["Location"] == desk
    assert "được mời đề nghị khen thưởng" in main_text(office.get(desk))
    assert "Ban mời đơn vị đề nghị khen thưởng: Lương Thị Bình" in main_text(unit.get(WORK))
    nominate = f"/lam-viec/de-nghi-khen-thuong/tu-guong/{subject.pk}"
    assert "Xin làm sớm." in main_text(unit.get(nominate))
    award = {"unit": str(place.de_tham.pk), "award_code": CERTIFICATE}
    unit.post(nominate, award | {"commendation_type": "merit", "level": "province"})
    assert Nomination.objects.get().role_model == subject
    assert "Ban mời đơn vị đề nghị khen thưởng" not in main_text(unit.get(WORK))


def test_a_notice_leads_to_what_it_speaks_of(enter, place: SmallProvince):
    row = asked(place)
    unit = enter(place.clerk)
    notice = Notice.objects.get(user=place.clerk)
    assert (
        f'href="/lam-viec/guong-duoc-gioi-thieu/{row.pk}"'
        in unit.get(f"/lam-viec/thong-bao/{notice.pk}").content.decode()
    )


def test_the_board_answers_only_on_behalf_of_the_unit_and_says_so(enter, place: SmallProvince):
    one = f"{LIST}/{asked(place).pk}"
    office, unit = enter(place.officer), enter(place.clerk)
    (own,) = elements(unit.get(one), "a", href=f"{one}/xac-minh")
    assert (own.text, own.attributes["class"]) == ("Xác nhận đúng sự việc", "button button--primary")
    assert "thay" not in main_text(unit.get(f"{one}/xac-minh"))
    (behalf,) = elements(office.get(one), "a", href=f"{one}/xac-minh")
    assert behalf.text == "Ghi trả lời thay Xã Đề Thám: đúng sự việc…"
    assert behalf.attributes["class"] == "button button--secondary"
    said = "Bạn ghi lại điều Xã Đề Thám đã trả lời. Nhật ký ghi rõ bạn là người ghi."
    assert said in main_text(office.get(f"{one}/xac-minh"))
    assert said in main_text(office.get(f"{one}/khong-dung"))


def test_the_unit_answers_the_question_that_the_board_asked(enter, place: SmallProvince):
    row = asked(place)
    unit = enter(place.clerk)
    said = {"found": "Đã đến xem.", "full_name": "Lương Thị Bình", "deed": "Hiến đất", "year": "2019",
            "field": "culture_society", "reply": "Đúng, 500 m²."}  # fmt: skip
    assert unit.post(f"{LIST}/{row.pk}/xac-minh", said).status_code == 302
    row.refresh_from_db()
    assert row.unit_said == "Đúng, 500 m².\n\nĐã đến xem."
    RoleModelProposal.objects.filter(pk=row.pk).update(question="")
    assert elements(unit.get(f"{LIST}/{row.pk}/xac-minh"), "textarea", name="reply") == []
