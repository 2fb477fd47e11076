"""An award on a day: names, who decides, money, what stands in force, and who checked it."""

from collections.abc import Iterator
from datetime import date

from thidua.core.language import Wording
from thidua.core.law.book import BoardChoices, Check, LawBook
from thidua.core.law.summaries.award import summarise
from thidua.core.law.summaries.shapes import AwardSummary, Standing

CERTIFICATE = "provincial_certificate_of_merit"
FIGHTER = "provincial_emulation_fighter"


def test_the_name_is_that_of_the_day(book: LawBook) -> None:
    before, after = (summarise(book, CERTIFICATE, day) for day in (date(2023, 12, 31), date(2024, 1, 1)))

    assert before.name.vi == "Bằng khen cấp bộ, ngành, tỉnh, đoàn thể trung ương"
    assert [(name.name, name.until) for name in before.next_names] == [(after.name, None)]
    assert before.former_names == ()
    assert after.name.vi == "Bằng khen của Bộ, ban, ngành, tỉnh"
    assert [(name.name, name.until) for name in after.former_names] == [(before.name, date(2023, 12, 31))]
    assert after.next_names == ()


def test_the_texts_are_those_in_force_laws_first(book: LawBook) -> None:
    texts = summarise(book, CERTIFICATE, date(2024, 6, 1)).texts

    assert [text.code for text in texts][:2] == ["LAW2022", "ND98"]
    assert all(text.since <= date(2024, 6, 1) <= (text.until or date.max) for text in texts)


def test_the_bonus_is_the_coefficient_times_the_base_salary_of_the_day(book: LawBook) -> None:
    (rate,) = summarise(book, CERTIFICATE, date(2025, 8, 1)).bonus

    assert [(one.recipient.code, one.coefficient, one.amount) for one in rate.amounts] == [
        ("individual", "1.5", 3_510_000),
        ("collective", "3.0", 7_020_000),
        ("household", "2.25", 5_270_000),  # 5,265,000 rounded up to 10,000
    ]
    assert rate.standing.provision == f"bonus/{CERTIFICATE}@2025-07-01"


def test_an_unknown_figure_is_no_zero(book: LawBook) -> None:
    (rate,) = summarise(book, CERTIFICATE, date(2020, 1, 1)).bonus

    household = next(one for one in rate.amounts if one.recipient.code == "household")
    assert (household.coefficient, household.amount) == (None, None)


def test_alternatives_stand_by_recipient_and_type_with_the_conduct_asked(book: LawBook) -> None:
    groups = summarise(book, CERTIFICATE, date(2024, 6, 1)).groups

    first = groups[0]
    assert [one.code for one in first.recipients] == ["individual"]
    by_type = [(kind.type and kind.type.code, [one.id for one in kind.alternatives]) for kind in first.types]
    assert by_type == [
        ("movement", ["pc-2022-1a"]),
        ("sudden", ["pc-2022-1b"]),
        (None, ["pc-2022-1c"]),
        ("merit", ["pc-2022-1d1", "pc-2022-1d2"]),
    ]
    assert [piece.standing.provision for piece in first.conduct] == ["rule/conduct_provincial_certificate"]


def test_only_lines_that_a_person_answers_are_open(book: LawBook) -> None:
    (group,) = summarise(book, FIGHTER, date(2025, 1, 1)).groups
    ((alternative,),) = (kind.alternatives for kind in group.types)

    assert [(line.path, line.kind, line.open) for line in alternative.lines.children] == [
        ("1", "title_run", False),
        ("2", "initiative_count", False),
        ("3", "recognised_by", True),
    ]


def test_a_disabled_alternative_is_shown_apart_with_what_is_unknown(book: LawBook) -> None:
    summary = summarise(book, CERTIFICATE, date(2023, 12, 31))

    assert [one.id for one in summary.disabled] == ["pc-2013-c"]
    assert summary.disabled[0].unknown is not None
    assert "pc-2013-c" not in [one.id for one in summary.alternatives]


def test_the_text_that_is_not_loaded_is_warned_of_and_the_old_one_shown(book: LawBook) -> None:
    before, after = (summarise(book, FIGHTER, day) for day in (date(2026, 9, 30), date(2026, 10, 1)))

    assert before.warning is None
    assert after.warning is not None
    assert after.warning.vi.startswith("Luật 06/2022/QH15 đã được sửa đổi bởi Luật 06/2026/QH16")
    assert [one.id for one in after.alternatives] == [one.id for one in before.alternatives] == ["pf-2022"]


def test_every_piece_has_its_provision_and_shows_who_checked_it(book: LawBook) -> None:
    on = date(2025, 8, 1)
    unchecked = list(standings(summarise(book, FIGHTER, on)))
    check = Check("Nguyễn Thị Kiểm", date(2026, 11, 20))
    choices = BoardChoices(checks={one.provision: check for one in unchecked})

    checked = list(standings(summarise(book.with_choices(choices), FIGHTER, on)))

    assert {one.provision.partition("/")[0] for one in unchecked} == {
        "alternative", "authority", "award", "bonus", "parameter", "rule", "text",
    }  # fmt: skip
    assert [one.check for one in unchecked] == [None] * len(unchecked)
    assert [one.check for one in checked] == [check] * len(unchecked)


def test_the_vote_of_the_day_is_the_awards_own(book: LawBook) -> None:
    topics = {topic.topic: topic for topic in summarise(book, FIGHTER, date(2020, 1, 1)).procedure}

    assert [piece.says for piece in topics["votes"].pieces] == [
        Wording(
            "Tỷ lệ phiếu đồng ý: bỏ phiếu kín, từ 90% tổng số thành viên Hội đồng trở lên đồng ý",
            "Votes in favour: secret ballot, at least 90% of all members of the council in favour",
        )
    ]


def standings(summary: AwardSummary) -> Iterator[Standing]:
    """Yield the standing of every piece shown."""
    yield summary.standing
    yield from (text.standing for text in summary.texts)
    yield from (piece.standing for piece in (*summary.decided_by, *summary.rules))
    yield from (rate.standing for rate in summary.bonus)
    yield from (piece.standing for topic in summary.procedure for piece in topic.pieces)
    yield from (alternative.standing for alternative in summary.alternatives)
    if summary.base_salary:
        yield summary.base_salary.standing
