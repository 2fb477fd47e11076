"""The leader of the Board proposes the prizes of a contest; the Chairman signs; everybody reads of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.factories.decisions import Office, signing
from tests.factories.juries import judged, opened
from tests.factories.prizes import JOINT, prize_draft, prize_letter, prizes_signed, revealed
from tests.web.reading import main_text
from thidua.accounts.models import User
from thidua.contests.actions import close_round, edit_edition, publish_results, replace_results, reveal
from thidua.contests.content import EditionContent
from thidua.contests.models import Edition, EditionRules, Entry
from thidua.decisions.actions import send_back_submission, send_for_signature
from thidua.decisions.models import Certificate, Decision, Submission
from thidua.decisions.queries import editions_to_propose
from thidua.support.refusals import Refused
from thidua.web.shell.worklist import work_of

LETTER = {
    "symbol": "TTr-SNV",
    "place": "Lạng Sơn",
    "signer_post": "Giám đốc",
    "signer_name": "Nông Thị Trưởng",
}
DECISION = {
    "symbol": "QĐ-UBND",
    "place": "Lạng Sơn",
    "achievement": "Có tác phẩm đoạt giải",
    "signer_post": "Chủ tịch",
    "signer_name": "Lý Thị Chủ",
}
AS = Callable[[User], Client]


@pytest.fixture(autouse=True)
def nobody_has_asked_before(of: Office) -> None:
    """Let codes be asked for anew: the page counts by the network address."""
    cache.clear()


def test_the_leader_goes_from_the_opened_codes_to_a_draft(of: Office, as_: AS) -> None:
    edition = revealed(of)
    leader = as_(of.leader)
    page = reverse("contest-edition", args=[edition.pk])
    propose = reverse("propose-prizes", args=[edition.pk])
    assert propose in leader.get(page).content.decode()
    shown = main_text(leader.get(propose))
    assert "Hà Thị Kín, Vi Văn Lai" in shown
    assert "không phải hình thức khen thưởng theo Luật" in shown
    answer = leader.post(propose, LETTER)
    letter = Submission.objects.get()
    assert answer.url == reverse("submission", args=[letter.pk])
    assert "Hà Thị Kín, Vi Văn Lai" in main_text(leader.get(answer.url))
    assert "Danh sách trình trao giải" in main_text(leader.get(answer.url))
    edition_page = leader.get(page).content.decode()
    assert propose not in edition_page
    assert letter.full_number in edition_page
    begun = leader.get(reverse("draft-decision", args=[letter.pk])).context["form"].initial
    assert begun["achievement"].startswith("Có tác phẩm đoạt giải Giải thưởng Hoàng Văn Thụ")
    planned = {"planned_on": timezone.localdate().strftime("%d/%m/%Y")}
    answer = leader.post(reverse("draft-decision", args=[letter.pk]), DECISION | planned)
    decision = Decision.objects.get()
    assert answer.url == reverse("decision", args=[decision.pk])
    text = main_text(leader.get(answer.url))
    assert "đồng tác giả: Vi Văn Lai" in text
    assert "theo thể lệ cuộc thi" in text
    assert "Quỹ" not in text


def test_an_officer_who_may_not_propose_is_told_who_does(of: Office, as_: AS) -> None:
    edition = revealed(of)
    officer = as_(of.officer)
    assert "chưa trình; lãnh đạo Ban trình" in main_text(
        officer.get(reverse("contest-edition", args=[edition.pk]))
    )
    assert officer.get(reverse("propose-prizes", args=[edition.pk])).status_code == 403


def test_the_chairman_reads_winners_and_works_and_no_sum_of_the_fund(of: Office, as_: AS) -> None:
    waiting = send_for_signature(decision=prize_draft(of, revealed(of)), by=of.leader)
    text = main_text(as_(of.chairman).get(reverse("sign-decision", args=[waiting.pk])))
    assert "Vi Văn Lai" in text
    assert "đồng tác giả: Hà Thị Kín" in text
    assert "Quỹ" not in text
    assert signing(of, waiting).full_number == "01/QĐ-UBND"


def test_the_public_page_names_the_decision_once_results_are_published(of: Office, client: Client) -> None:
    edition = revealed(of)
    decision = prizes_signed(of, edition)
    page = reverse("contest", args=[edition.pk])
    assert decision.full_number not in client.get(page).content.decode()
    edition = Edition.objects.get(pk=edition.pk)
    publish_results(edition=edition, version=edition.version, by=of.officer)
    shown = client.get(page)
    assert f"Quyết định số {decision.full_number} ngày" in main_text(shown)
    assert "chưa có quyết định trao giải" not in main_text(shown)
    first = decision.lines.order_by("award__conferral_id").first()
    assert first is not None
    assert first.award is not None
    register = reverse("public-decision", args=[first.award.conferral_id])
    assert f'href="{register}"' in shown.content.decode()
    assert JOINT[1] in main_text(client.get(register))


def test_results_published_without_a_decision_are_those_of_the_jury_alone(
    of: Office, as_: AS, client: Client
) -> None:
    edition = revealed(of)
    public, leader = reverse("contest", args=[edition.pk]), as_(of.leader)
    propose = reverse("propose-prizes", args=[edition.pk])
    hidden = "Kết quả chưa công khai cho đến khi Ban công bố."
    assert hidden in main_text(leader.get(propose))
    publish_results(edition=edition, version=edition.version, by=of.officer)
    said = "Kết quả của ban giám khảo, chưa có quyết định trao giải"
    undecided = main_text(client.get(public))
    assert (said in undecided, "Đoạt giải:" in undecided) == (True, False)
    letter = main_text(leader.get(propose))
    assert (hidden in letter, "Kết quả đã công khai" in letter) == (False, True)
    prizes_signed(of, edition)
    decided = main_text(client.get(public))
    assert (said in decided, "Đoạt giải:" in decided) == (False, True)


@pytest.mark.parametrize("typed", ["code", "qr"])
def test_the_check_of_a_certificate_says_that_a_prize_is_no_commendation(
    of: Office, client: Client, typed: str
) -> None:
    prizes_signed(of, revealed(of))
    one = Certificate.objects.get(line__recipient_name="Vi Văn Lai")
    if typed == "code":
        answer = client.get(reverse("certificate-checked", args=[one.code]))
    else:
        answer = client.post(reverse("check-certificate"), {"code": one.payload})
    text = main_text(answer)
    assert "Tác phẩm “Tác phẩm 1” (Văn xuôi), đồng tác giả: Hà Thị Kín" in text
    assert "không phải hình thức khen thưởng theo Luật Thi đua, khen thưởng" in text


def test_the_leader_finds_the_prizes_on_the_work_list_until_they_are_proposed(of: Office) -> None:
    def waits(user: User) -> list[tuple[str, str, str]]:
        return [
            (item.title, item.url, item.about)
            for item in work_of(user)
            if item.title == "Trình quyết định trao giải"
        ]

    made = opened(of.place, jurors=1)
    judged(made, {made.jurors[0]: [["8", "4"], ["7", "4"], ["6", "4"]]})
    close_round(edition=made.edition, by=of.officer)
    assert waits(of.leader) == []
    reveal(edition=made.edition, by=of.officer)
    edition = Edition.objects.get(pk=made.edition.pk)
    due = (
        "Trình quyết định trao giải",
        reverse("propose-prizes", args=[edition.pk]),
        f"{edition.competition.name} {edition.year}",
    )
    assert waits(of.leader) == [due]
    publish_results(edition=edition, version=edition.version, by=of.officer)
    assert (waits(of.leader), waits(of.officer)) == ([due], [])
    letter = prize_letter(of, edition)
    assert waits(of.leader) == []
    send_back_submission(submission=letter, reason="Thiếu biên bản chấm", by=of.chairman)
    assert waits(of.leader) == [due]


def test_prizes_that_nobody_has_won_wait_for_nobody(of: Office) -> None:
    edition = revealed(of)
    publish_results(edition=edition, version=edition.version, by=of.officer)
    edition.refresh_from_db()
    assert editions_to_propose(Edition.objects.all()) == [edition]
    replace_results(edition=edition, results=[], version=edition.version, by=of.officer)
    assert editions_to_propose(Edition.objects.all()) == []


def test_the_code_of_a_winner_leads_to_place_decision_and_certificates(of: Office, client: Client) -> None:
    edition = revealed(of)
    won = Entry.objects.get(title="Tác phẩm 1")
    page = reverse("follow-up")
    assert "Ban giám khảo đang chấm" in main_text(client.post(page, {"ma": won.follow_up_code or ""}))
    publish_results(edition=edition, version=edition.version, by=of.officer)
    before = main_text(client.post(page, {"ma": won.follow_up_code or ""}))
    assert "Bài này đoạt: Giải A. Xin chúc mừng!" in before
    assert "Hạng 1 thể loại Văn xuôi" in before
    assert "sẽ có tại đây ngay khi quyết định được ký" in before
    decision = prizes_signed(of, edition)
    told = client.post(page, {"ma": won.follow_up_code or ""})
    assert f"Quyết định số {decision.full_number} ngày" in main_text(told)
    assert "ngay khi quyết định được ký" not in main_text(told)
    own = Certificate.objects.filter(line__prize_result__entry=won)
    for name in JOINT:
        code = own.get(line__recipient_name=name).code
        assert f"Giấy chứng nhận của {name} {code}" in main_text(told)
        assert reverse("certificate-checked", args=[code]) in told.content.decode()
    others = Certificate.objects.exclude(pk__in=own)
    assert others.count() == 2
    assert not any(one.code in told.content.decode() for one in others)


def test_works_with_equal_totals_are_told_that_they_share_the_place(of: Office, client: Client) -> None:
    made = opened(of.place, jurors=1)
    judged(made, {made.jurors[0]: [["8", "4"], ["8", "4"], ["6", "4"]]})
    close_round(edition=made.edition, by=of.officer)
    reveal(edition=made.edition, by=of.officer)
    edition = Edition.objects.get(pk=made.edition.pk)
    publish_results(edition=edition, version=edition.version, by=of.officer)
    told = main_text(client.post(reverse("follow-up"), {"ma": made.entries[1].follow_up_code or ""}))
    assert "Hạng 1 thể loại Văn xuôi, đồng hạng với bài khác bằng điểm" in told


def test_whoever_won_nothing_is_told_so_kindly(of: Office, client: Client) -> None:
    made = opened(of.place, entries=4, jurors=1)
    judged(made, {made.jurors[0]: [["9", "4"], ["8", "4"], ["7", "4"], ["2", "1"]]})
    close_round(edition=made.edition, by=of.officer)
    reveal(edition=made.edition, by=of.officer)
    edition = Edition.objects.get(pk=made.edition.pk)
    publish_results(edition=edition, version=edition.version, by=of.officer)
    told = main_text(client.post(reverse("follow-up"), {"ma": made.entries[3].follow_up_code or ""}))
    assert "lần này bài chưa đoạt giải" in told
    assert "mong tác giả tiếp tục gửi bài" in told
    assert "Hạng" not in told


@pytest.mark.parametrize("tells", [True, False])
def test_marks_of_the_own_work_are_told_where_the_rules_say_so(
    of: Office, client: Client, tells: bool
) -> None:
    made = opened(of.place, entries=4, jurors=2)
    one, other = made.jurors
    judged(made, {one: [["9", "4"], ["8", "4"], ["7", "4"], ["2", "1"]]})
    judged(made, {other: [["8", "4"], ["8", "4"], ["7", "4"], ["3", "1"]]})
    EditionRules.objects.filter(edition=made.edition).update(tells_marks=tells)
    code = made.entries[3].follow_up_code or ""
    close_round(edition=made.edition, by=of.officer)
    reveal(edition=made.edition, by=of.officer)
    assert "Điểm" not in main_text(client.post(reverse("follow-up"), {"ma": code}))
    edition = Edition.objects.get(pk=made.edition.pk)
    publish_results(edition=edition, version=edition.version, by=of.officer)
    told = main_text(client.post(reverse("follow-up"), {"ma": code}))
    assert ("Điểm Chung khảo 6,00 trên tối đa 25" in told) is tells
    assert "Giám Khảo" not in told


def test_an_edition_whose_decision_was_signed_on_paper_is_not_proposed(of: Office, client: Client) -> None:
    edition = revealed(of)
    publish_results(edition=edition, version=edition.version, by=of.officer)
    edition.refresh_from_db()
    said = EditionContent(
        year=edition.year,
        number=edition.number,
        decision_number="2105/QĐ-UBND",
        decided_on=date(2019, 10, 28),
        decided_by="Chủ tịch Ủy ban nhân dân tỉnh",
    )
    edition = edit_edition(edition=edition, content=said, version=edition.version, by=of.officer)
    assert editions_to_propose(Edition.objects.all()) == []
    with pytest.raises(Refused) as caught:
        prize_letter(of, edition)
    assert str(caught.value) == "Lần tổ chức này đã ghi quyết định 2105/QĐ-UBND được ký ở nơi khác."
    told = "2105/QĐ-UBND, 28/10/2019, Chủ tịch Ủy ban nhân dân tỉnh"
    assert told in main_text(client.get(reverse("contest", args=[edition.pk])))
    won = Entry.objects.get(title="Tác phẩm 1")
    assert told in main_text(client.post(reverse("follow-up"), {"ma": won.follow_up_code or ""}))
