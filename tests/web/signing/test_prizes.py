"""The leader of the Board proposes the prizes of a contest; the Chairman signs; everybody reads of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.factories.decisions import Office, signing
from tests.factories.prizes import JOINT, prize_draft, prizes_signed, revealed
from tests.web.reading import main_text
from thidua.accounts.models import User
from thidua.contests.actions import publish_results
from thidua.contests.models import Edition
from thidua.decisions.actions import send_for_signature
from thidua.decisions.models import Certificate, Decision, Submission

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
    first = decision.lines.order_by("award__conferral_id").first()
    assert first is not None
    assert first.award is not None
    register = reverse("public-decision", args=[first.award.conferral_id])
    assert f'href="{register}"' in shown.content.decode()
    assert JOINT[1] in main_text(client.get(register))


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
