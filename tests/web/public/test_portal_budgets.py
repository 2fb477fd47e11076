"""Bytes of the pages of the portal's areas as a browser gets them: compressed, full of words, first visit."""

from __future__ import annotations

import gzip
import random
import re
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import pytest
import time_machine
from django.contrib.staticfiles.finders import find
from django.test import Client
from django.utils import timezone

from tests.factories.contests import INSIDE, open_edition
from tests.factories.gifts import allocated, proved, received, running_drive
from tests.factories.movements import SmallProvince
from tests.factories.nominations import appraised, desk, nominee
from tests.factories.portal import article, comment
from tests.factories.records import edition
from tests.factories.register import awarded, decision
from tests.factories.role_models import published, shown
from thidua.nominations import actions
from thidua.portal.enums import CommentState, DocumentKind
from thidua.portal.models import Comment, DocumentIndex, PublicDocument

KILOBYTE: Final = 1024
TOLERANCE: Final = 1.05  # more than that fails
WORDS: Final = {
    *(
        "phong",
        "trào",
        "thi",
        "đua",
        "yêu",
        "nước",
        "xã",
        "phường",
        "thôn",
        "bản",
        "nông",
        "mới",
        "đường",
        "bê",
        "tông",
    ),
    *(
        "trường",
        "học",
        "trạm",
        "y",
        "tế",
        "hợp",
        "tác",
        "cây",
        "hồi",
        "na",
        "rừng",
        "biên",
        "giới",
        "cửa",
        "khẩu",
        "thu",
    ),
    *(
        "ngân",
        "sách",
        "giảm",
        "nghèo",
        "an",
        "sinh",
        "đoàn",
        "kết",
        "dân",
        "tộc",
        "Tày",
        "Nùng",
        "Dao",
        "Kinh",
        "tập",
    ),
    *(
        "thể",
        "cá",
        "nhân",
        "gia",
        "đình",
        "tiêu",
        "biểu",
        "xuất",
        "sắc",
        "bằng",
        "khen",
        "giấy",
        "chứng",
        "nhận",
    ),
}


class Speaker:
    """Says as many words as asked for, never the same: text that a press cannot squeeze to nothing."""

    def __init__(self) -> None:
        self._dice = random.Random(2019)

    def __call__(self, words: int) -> str:
        text = " ".join(self._dice.choice(sorted(WORDS)) for _ in range(words))
        return f"{text[:1].upper()}{text[1:]} {self._dice.randrange(10**6)}."


@pytest.fixture
def say() -> Speaker:
    return Speaker()


def weight(client: Client, address: str) -> float:
    """Return how many kilobytes of HTML come with a page."""
    page = client.get(address)
    assert page.status_code == 200, address
    return len(gzip.compress(page.content, 6)) / KILOBYTE


def overweight(client: Client, budgets: dict[str, int]) -> dict[str, float]:
    """Return the pages, in both languages, that weigh more than their budget of kilobytes."""
    weights = {
        f"{language}{address}": (weight(client, f"{language}{address}"), most)
        for address, most in budgets.items()
        for language in ("", "/en")
    }
    return {address: round(kb, 1) for address, (kb, most) in weights.items() if kb > most * TOLERANCE}


def test_news(db: None, client: Client, say: Speaker) -> None:
    body = [("paragraph", f"<p>{say(110)}</p>") for _ in range(14)]  # as long as the article of 2019
    long = article("dai", body=body, lead=say(60), title=say(20))
    for number in range(24):
        article(f"bai-{number}", title=say(18), lead=say(45))
    for _number in range(30):
        comment(long, say(60))
    Comment.objects.update(state=CommentState.PUBLISHED, moderated_at=timezone.now())
    assert overweight(client, {"/tin-tuc": 14, "/tin-tuc/dai": 14, "/tin-tuc/dai/y-kien": 14}) == {}


def test_look_up_and_a_decision(place: SmallProvince, client: Client, say: Speaker) -> None:
    paper = decision(place.province, 2019, "163/QĐ-UBND", reason=say(20))
    awarded(place.province, *(f"Nông {say(2)[:-1]}" for _ in range(60)), paper=paper)
    addresses = {"/tra-cuu": 12, "/tra-cuu?q=nong": 12, f"/tra-cuu/quyet-dinh/{paper.pk}": 12}
    assert overweight(client, addresses) == {}


def test_gifts(place: SmallProvince, client: Client, say: Speaker) -> None:
    drive = running_drive(place)
    for number in range(50):
        received(
            place,
            drive,
            str(1_000_000 + 7919 * number),
            donor_kind="collective",
            donor_name=say(4),
        )
        running_drive(place, slug=f"dot-{number}", name=say(8), target=Decimal(2_000_000))
    work = allocated(place, drive, work=say(6))
    for _number in range(6):
        proved(place, work)
    pages = {
        "/ung-ho": 24,
        "/ung-ho/lam-duong": 14,
        "/ung-ho/lam-duong/so": 24,
        "/ung-ho/lam-duong/dang-ky": 10,
    }
    assert overweight(client, pages) == {}


def test_contests(place: SmallProvince, client: Client, say: Speaker) -> None:
    rules = open_edition(place, text="\n\n".join(say(80) for _ in range(12)), eligibility=say(30))
    for _number in range(12):
        edition(place)
    with time_machine.travel(INSIDE, tick=False):
        page = f"/giai-thuong/{rules.edition.pk}"
        assert overweight(client, {"/giai-thuong": 14, page: 14, f"{page}/gui-bai": 10}) == {}


def test_good_examples(place: SmallProvince, client: Client, say: Speaker) -> None:
    for number in range(24):
        published(
            place,
            title=f"Câu chuyện số {number}",
            summary=say(30),
            text="\n\n".join(say(100) for _ in range(8)),
            photos=[shown(place.officer) for _photo in range(6)] if number == 1 else [],
        )
    pages = {
        "/guong-dien-hinh": 14,
        "/guong-dien-hinh/cau-chuyen-so-1": 14,
        "/guong-dien-hinh/gioi-thieu": 10,
    }
    assert overweight(client, pages) == {}


def test_documents_and_forms(db: None, client: Client, say: Speaker) -> None:
    place = DocumentIndex.objects.get()
    for number in range(40):
        place.add_child(
            instance=PublicDocument(
                title=say(18),
                slug=f"van-ban-{number}",
                kind=DocumentKind.FORM if number % 2 else DocumentKind.DECREE,
                number=f"{number}/2023/NĐ-CP",
                issued_by=say(4),
                summary=say(90),
            )
        )
    assert overweight(client, {"/van-ban": 14, "/bieu-mau": 14, "/van-ban/van-ban-0": 10}) == {}


def test_consultations(db: None, client: Client, say: Speaker) -> None:
    with time_machine.travel("2026-03-16T02:00:00Z") as clock:
        at = desk()
        order = {"award_code": "labor_order_3", "commendation_type": "merit"}
        lines = [nominee(f"Nông {say(2)[:-1]}", achievement=say(20), **order) for _ in range(50)]
        dossier = appraised(at, *lines, route="merit", level="state", movement=None)
        row = actions.open_public_consultation(dossier=dossier, by=at.officer)
        page = f"/lay-y-kien/{row.pk}"
        assert overweight(client, {"/lay-y-kien": 10, page: 16, f"{page}/gop-y": 12}) == {}
        for number in range(20):
            opinion = actions.record_opinion(consultation=row, text=say(60), stance="agrees")
            actions.moderate_opinion(opinion=opinion, publish=True, reason="", by=at.officer)
            if number % 2:
                actions.answer_opinion(opinion=opinion, answer=say(30), by=at.officer)
        clock.move_to("2026-03-30T17:00:00Z")
        actions.close_public_consultation(consultation=row, summary=say(80), by=at.officer)
        assert overweight(client, {"/lay-y-kien": 10, page: 20}) == {}


@pytest.mark.parametrize(
    "address", ["/", "/tin-tuc/dai", "/tra-cuu", "/xac-minh", "/ung-ho", "/guong-dien-hinh"]
)
def test_scripts_weigh_no_more_than_their_part(db: None, client: Client, address: str) -> None:
    article("dai")
    page = client.get(address).content.decode()
    scripts = re.findall(r'<script src="/static/([^"]+)"', page)
    size = sum(len(gzip.compress(Path(str(find(name))).read_bytes())) for name in scripts)
    assert (len(scripts) > 0, size <= 5 * KILOBYTE) == (True, True)


def test_pictures_below_the_first_screen_wait(place: SmallProvince, client: Client) -> None:
    for number in range(8):
        published(place, title=f"Câu chuyện số {number}", photos=[shown(place.officer)])
    pictures: list[Any] = re.findall(r"<img[^>]*>", client.get("/guong-dien-hinh").content.decode())
    assert len(pictures) == 8
    assert all('width="' in one and 'height="' in one for one in pictures)
    assert sum('loading="lazy"' in one for one in pictures) >= 6
