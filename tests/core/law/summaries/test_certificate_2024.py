"""The provincial certificate from 31/12/2023 to 01/01/2024, as a lawyer would sign it."""

from datetime import date

import pytest

from thidua.core.law.book import LawBook
from thidua.core.law.summaries.changes_outline import with_places
from thidua.core.law.summaries.diff import compare
from thidua.core.law.summaries.shapes import Change, Changes, ChangeSection


@pytest.fixture(scope="module")
def changes(book: LawBook) -> Changes:
    return compare(book, "provincial_certificate_of_merit", date(2023, 12, 31), date(2024, 1, 1))


def test_law_and_decree_replace_their_predecessors(changes: Changes) -> None:
    assert [change.says.vi for change in section(changes, "texts").changes][:2] == [
        "Từ ngày 01/01/2024, Luật Thi đua, khen thưởng 06/2022/QH15 thay thế Luật 15/2003/QH11.",
        "Từ ngày 01/01/2024, Nghị định 98/2023/NĐ-CP thay thế Nghị định 91/2017/NĐ-CP.",
    ]


def test_the_name_changes_and_the_authority_stays(changes: Changes) -> None:
    (name,), (authority,) = section(changes, "name").changes, section(changes, "authority").changes

    assert (name.how, authority.how) == ("changed", "same")
    assert name.says.en == (
        "Before: Certificate of Merit of ministry, sector, province or central mass organisation. "
        "Now: Certificate of Merit of ministry, sector or province."
    )
    assert with_places(authority).vi.endswith(
        "[Điều 79 Luật 15/2003/QH11 → khoản 2, 4 Điều 79 Luật 06/2022/QH15]."
    )


def test_each_way_of_an_individual_is_kept_reworded_changed_or_new(changes: Changes) -> None:
    individual = group(changes, "Cá nhân")

    assert [(change.how, *cited(change)) for change in individual.children] == [
        ("same", "ND91 Đ39 k1 a", "LAW2022 Đ74 k1 a"),
        ("reworded", "ND91 Đ39 k1 b", "LAW2022 Đ74 k1 b"),
        ("changed", "ND91 Đ39 k1 c", "LAW2022 Đ74 k1 d"),
        ("new", "", "LAW2022 Đ74 k1 c"),
        ("new", "", "LAW2022 Đ74 k1 d"),
    ]


def test_two_years_and_two_initiatives_now_take_topics_too(changes: Changes) -> None:
    changed = next(change for change in group(changes, "Cá nhân").children if change.how == "changed")

    assert [child.says.vi for child in changed.children] == [
        "Đề tài, đề án khoa học thay cho sáng kiến: không nêu → có nêu.",
        "Điều luật để ngỏ một điểm do Ban Thi đua – Khen thưởng quyết định: cộng một sáng kiến với một đề tài.",
    ]


def test_two_fighter_titles_in_a_row_are_a_new_way(changes: Changes) -> None:
    new = group(changes, "Cá nhân").children[-1]

    assert new.says.vi.startswith(
        "Khả năng mới – khen thưởng công trạng: 02 lần liên tục được tặng “Chiến sĩ thi đua cơ sở”"
    )


def test_the_clause_for_collectives_cannot_be_compared_and_says_why(changes: Changes) -> None:
    collective = group(changes, "Tập thể")

    assert [change.how for change in collective.children] == ["unknown", "said"]
    assert collective.children[0].says.vi.startswith(
        "Không đối chiếu được với quy định trước tại Điều 39 Nghị định 91/2017/NĐ-CP (khen thưởng công trạng):"
    )
    assert len(collective.children[1].children) == 4


def test_what_the_older_data_does_not_hold_is_not_called_new(changes: Changes) -> None:
    for who in (
        "Hộ gia đình",
        "Doanh nghiệp và tổ chức kinh tế khác",
        "Công nhân, nông dân và người lao động",
    ):
        (now,) = group(changes, who).children
        assert now.how == "unknown"
        assert "không rõ văn bản khi đó có" in now.says.vi


def test_the_bonus_goes_from_one_to_one_and_a_half_base_salaries(changes: Changes) -> None:
    rates = section(changes, "bonus").changes[0]

    assert [(change.how, change.says.en.replace("\u00a0", " ")) for change in rates.children] == [
        ("changed", "Individual: 1.0 × base salary = VND 1,800,000 → 1.5 × base salary = VND 2,700,000."),
        ("changed", "Collective: 2.0 × base salary = VND 3,600,000 → 3.0 × base salary = VND 5,400,000."),
        ("unknown", "Household: no figure known → 2.25 × base salary = VND 4,050,000."),
    ]
    assert rates.caution is not None
    assert rates.caution.vi.startswith("(Nay) Suy ra từ điều đã đọc trong văn bản.")


def test_the_lead_tells_the_essence(changes: Changes) -> None:
    assert [sentence.vi for sentence in changes.lead][2:4] == [
        "Về tiêu chuẩn: 2 khả năng mới, 1 khả năng có thay đổi, 1 khả năng diễn đạt khác và 1 khả năng giữ nguyên.",
        "Tiền thưởng (lần mức lương cơ sở): cá nhân 1,0 → 1,5; tập thể 2,0 → 3,0.",
    ]


def section(changes: Changes, code: str) -> ChangeSection:
    return next(section for section in changes.sections if section.code == code)


def group(changes: Changes, who: str) -> Change:
    return next(change for change in section(changes, "standards").changes if change.says.vi == who)


def cited(change: Change) -> tuple[str, str]:
    """Return the last place before and the last place after, as the data cite them."""
    before, after = (
        [f"{place.citation.text} {place.citation.place}" for place in places] or [""]
        for places in (change.before, change.after)
    )
    return before[-1], after[-1]
