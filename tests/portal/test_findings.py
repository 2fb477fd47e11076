"""The checks of an article before publication; the article of 2019 is the first case."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.factories.live_figures import LIVE_REVENUE, REVENUE, freeze, publish, published
from tests.factories.movements import account
from tests.factories.portal import article
from tests.factories.reports import Province2019, province_2019
from thidua.accounts.roles import AUDITOR, BOARD_LEADER, EDITOR
from thidua.portal.actions.accept_finding import accept_finding, withdraw_acceptance
from thidua.portal.models import AcceptedFinding, Article
from thidua.portal.queries.findings import checked
from thidua.registry.models import Conferral
from thidua.support.audit.models import AuditEntry
from thidua.support.refusals import NotAllowed, Refused
from thidua.targets.models import Indicator

CASE = yaml.safe_load(
    (Path(__file__).parents[1] / "cases/articles/report_2019.yaml").read_text(encoding="utf-8")
)


@pytest.fixture
def place(db: None) -> Province2019:
    return province_2019()


def of_case(name: str) -> Article:
    said: dict[str, Any] = CASE[name]
    body = [("paragraph", f"<p>{paragraph}</p>") for paragraph in said["paragraphs"]]
    return article(live=False, title=said["title"], lead=said["lead"], body=body)


def with_text(text: str, **changes: Any) -> Article:
    return article(live=False, body=[("paragraph", f"<p>{text}</p>")], **changes)


def codes(of: Article) -> list[str]:
    return [finding.code for finding in checked(of).open]


def test_every_anomaly_of_the_article_of_2019_is_found_where_it_stands(place: Province2019) -> None:
    found = checked(of_case("as_printed")).open
    assert [[each.code, each.excerpt] for each in found if each.code != "unbound_figure"] == CASE[
        "as_printed"
    ]["found"]
    assert Counter(each.code for each in found)["unbound_figure"] == CASE["as_printed"]["typed"]


def test_the_clean_text_of_2019_raises_nothing(place: Province2019) -> None:
    freeze(place)
    clean = of_case("clean")
    clean.decisions.set(Conferral.objects.all())
    assert [(each.code, each.excerpt) for each in checked(clean).open] == []


def test_a_finding_tells_its_place_its_words_and_a_repair(place: Province2019) -> None:
    [found] = checked(with_text("Các tầng lớp nhân nhân hưởng ứng.")).open
    assert (found.place, found.excerpt, found.before, found.after, found.suggestion) == (
        "đoạn 1",
        "nhân nhân",
        "Các tầng lớp ",
        " hưởng ứng.",
        "nhân dân",
    )
    assert found.sentence == "Từ bị viết lặp: «nhân nhân». Nên viết: «nhân dân»."


def test_a_number_in_the_lead_is_traced_to_the_figure_below(place: Province2019) -> None:
    lead = "Thu ngân sách được 5.027 tỷ đồng."
    assert codes(with_text("Thu ngân sách tăng khá.", lead=lead)) == ["unbound_figure"]
    assert codes(with_text(f"Thu ngân sách được {LIVE_REVENUE}.", slug="hai", lead=lead)) == []


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        ("Thu {{5.027}} đồng.", "broken_figure", "không đọc được thành số liệu"),
        ("Thu {{lang-son-2019@7:indicator.budget_revenue.value}}.", "figure_missing", "không phải số liệu"),
        ("Thu {{2017-9T:indicator.budget_revenue.value}}.", "figure_missing", "chưa có số được chấp nhận"),
    ],
)
def test_a_figure_that_stands_for_nothing_must_be_mended(
    place: Province2019, text: str, code: str, said: str
) -> None:
    found = checked(with_text(text)).open[0]
    assert (found.code, said in found.sentence, found.acceptable) == (code, True, False)


def test_a_withdrawn_indicator_is_told_with_what_readers_would_see(place: Province2019) -> None:
    made = published(f"Thu ngân sách {LIVE_REVENUE}.")
    Indicator.objects.filter(code="budget_revenue").update(is_active=False)
    [found] = checked(made).open
    assert (found.code, found.acceptable) == ("figure_withdrawn", True)
    assert "người đọc thấy «5.027" in found.sentence
    never = with_text(f"Thu ngân sách {LIVE_REVENUE}.", slug="chua-dang")
    assert next((each.code, each.acceptable) for each in checked(never).open) == ("figure_missing", False)


def test_a_figure_in_the_title_is_sent_into_the_text(place: Province2019) -> None:
    freeze(place)
    made = with_text(f"Thu ngân sách {REVENUE}.", title=f"Thu ngân sách {REVENUE}")
    assert codes(made) == ["figure_misplaced"]


def test_a_decision_among_the_links_answers_for_the_awards(place: Province2019) -> None:
    made = with_text("Tỉnh đã trao tặng Bằng khen cho các tập thể.")
    assert codes(made) == ["no_decision_number"]
    made.decisions.set(Conferral.objects.all()[:1])
    assert codes(made) == []


def test_people_are_named_only_by_their_consent(place: Province2019) -> None:
    assert codes(with_text("Bà Hà Thị Lư có nhiều sáng kiến.")) == []
    assert codes(with_text("Bà Trần Thị Không Hỏi có nhiều sáng kiến.", slug="hai")) == [
        "person_without_consent"
    ]


def test_an_accepted_finding_is_open_no_more_and_its_reason_is_kept(place: Province2019) -> None:
    editor = account(EDITOR.code, place.unit("province"))
    made = with_text("Các tầng lớp nhân nhân hưởng ứng.")
    [found] = checked(made).open
    row = accept_finding(article=made, key=found.key, reason="Trích nguyên văn.", by=editor)
    known = checked(made)
    assert (known.open, [(each.code, kept.reason) for each, kept in known.accepted]) == (
        (),
        [("doubled_word", "Trích nguyên văn.")],
    )
    entry = AuditEntry.objects.filter(action="portal.finding_accepted").get()
    assert "Trích nguyên văn." in entry.details
    withdraw_acceptance(accepted=row, by=editor)
    assert codes(made) == ["doubled_word"]


def test_an_acceptance_does_not_outlive_the_passage(place: Province2019) -> None:
    made = with_text("Các tầng lớp nhân nhân hưởng ứng.")
    [found] = checked(made).open
    accept_finding(
        article=made, key=found.key, reason="Trích.", by=account(EDITOR.code, place.unit("province"))
    )
    made.body = [("paragraph", "<p>Mọi tầng lớp nhân nhân đều hưởng ứng.</p>")]
    assert codes(made) == ["doubled_word"]


def test_without_a_reason_nothing_is_accepted(place: Province2019) -> None:
    made = with_text("Các tầng lớp nhân nhân hưởng ứng.")
    [found] = checked(made).open
    with pytest.raises(Refused) as refused:
        accept_finding(
            article=made, key=found.key, reason="  ", by=account(EDITOR.code, place.unit("province"))
        )
    assert [str(said) for said in refused.value.faults["reason"]] == ["Hãy ghi lý do giữ nguyên."]
    assert AcceptedFinding.objects.count() == 0


def test_only_a_leader_decides_to_name_somebody_without_consent(place: Province2019) -> None:
    made = with_text("Bà Trần Thị Không Hỏi có nhiều sáng kiến.")
    [found] = checked(made).open
    for role in (EDITOR, AUDITOR):
        with pytest.raises(NotAllowed):
            accept_finding(
                article=made, key=found.key, reason="Đã hỏi.", by=account(role.code, place.unit("province"))
            )
    accept_finding(
        article=made, key=found.key, reason="Đã hỏi.", by=account(BOARD_LEADER.code, place.unit("province"))
    )
    assert codes(made) == []


@pytest.mark.parametrize("sentences", [1, 3])
def test_checking_costs_the_same_whatever_the_length(
    place: Province2019, sentences: int, django_assert_num_queries: Any
) -> None:
    made = publish(with_text("Bà Hà Thị Lư có nhiều nhân nhân sáng kiến. " * sentences))
    with django_assert_num_queries(4):
        checked(made)
