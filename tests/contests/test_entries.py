"""Entries: by the rules, to the second, and without a name before the jury."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.utils import translation

from tests.factories.contests import (
    CLOSES,
    INSIDE,
    OPENS,
    categories,
    entry,
    entry_content,
    open_edition,
    paper_entry,
    rules_content,
    work_file,
)
from tests.factories.movements import SmallProvince
from tests.factories.records import edition
from thidua.contests.actions import (
    assign_codes,
    correct_rules,
    enter_on_paper,
    enter_online,
    open_for_entries,
    restore_edition,
    withdraw_edition,
    withdraw_entry,
)
from thidua.contests.actions.open_for_entries import told_categories
from thidua.contests.content import AuthorLine, CategoryContent
from thidua.contests.enums import EntrantKind, EntryState
from thidua.contests.models import Category, EditionRules, Entry
from thidua.contests.queries.blind import BlindEntry, BlindFile, blind_entries
from thidua.support.audit.models import AuditEntry
from thidua.support.audit.queries import history_of
from thidua.support.edits import EditedMeanwhile
from thidua.support.refusals import NotAllowed, Refused

SECOND = timedelta(seconds=1)
AFTER = CLOSES + timedelta(minutes=5)


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


@pytest.fixture
def rules(place: SmallProvince) -> EditionRules:
    return open_edition(place)


@pytest.fixture
def prose(rules: EditionRules) -> Category:
    return rules.edition.categories.get(name="Văn xuôi")


def said(refused: pytest.ExceptionInfo[Refused]) -> dict[str, list[str]]:
    return {field: [str(one) for one in sentences] for field, sentences in refused.value.faults.items()}


def test_an_edition_is_opened_with_its_rules_categories_and_prizes(rules: EditionRules) -> None:
    assert told_categories(rules.edition) == ["Văn xuôi: Giải A × 1, Giải B × 2", "Nhiếp ảnh: Giải A × 1"]
    assert (rules.opens_at, rules.closes_at) == (OPENS, CLOSES)
    assert [one.action for one in history_of(rules)] == ["contests.entries_opened"]


def test_only_an_officer_opens_an_edition_corrects_its_rules_withdraws_and_draws(
    place: SmallProvince, rules: EditionRules, prose: Category
) -> None:
    other = edition(place, year=2018, number=4)
    work = entry(prose)
    for act in (
        lambda: open_for_entries(
            edition=other, content=rules_content(), categories=categories(), by=place.clerk
        ),
        lambda: correct_rules(
            rules=rules, content=rules_content(), categories=categories(), version=1, by=place.clerk
        ),
        lambda: enter_on_paper(category=prose, content=entry_content(), stamped_at=INSIDE, by=place.clerk),
        lambda: withdraw_entry(entry=work, reason="x", by=place.clerk),
        lambda: assign_codes(rules=rules, by=place.clerk),
    ):
        with pytest.raises(NotAllowed):
            act()
    assert (EditionRules.objects.count(), Entry.objects.count()) == (1, 1)


def test_an_edition_has_its_rules_once(place: SmallProvince, rules: EditionRules) -> None:
    with pytest.raises(Refused) as refused:
        open_for_entries(
            edition=rules.edition, content=rules_content(), categories=categories(), by=place.officer
        )
    assert said(refused) == {"": ["This edition has its rules already. Open and correct them there."]}


def test_everything_wrong_with_the_rules_is_told_at_once(place: SmallProvince) -> None:
    with pytest.raises(Refused) as refused:
        open_for_entries(
            edition=edition(place),
            content=rules_content(
                text=" ", closes_at=OPENS, takes_individuals=False, takes_collectives=False
            ),
            categories=[
                CategoryContent(name="Thơ", prizes=[("Giải A", 0)]),
                CategoryContent(name="Thơ", prizes=[]),
            ],
            by=place.officer,
        )
    assert said(refused) == {
        "text": ["Write the rules that entrants read before they enter."],
        "closes_at": ["Entries must close after they open. Check both moments."],
        "takes_individuals": ["Choose who may enter: individuals, collectives or both."],
        "categories": [
            "Write for each prize of category “Thơ” how many there are, 1 or more.",
            "Category “Thơ” has no prize. Write at least one.",
            "Two categories bear the same name. Rename one of them.",
        ],
    }
    assert EditionRules.objects.count() == 0


def test_rules_may_be_corrected_while_nobody_has_entered(place: SmallProvince, rules: EditionRules) -> None:
    corrected = correct_rules(
        rules=rules,
        content=rules_content(text="Thể lệ mới"),
        categories=[CategoryContent(name="Thơ", prizes=[("Giải nhất", 1)])],
        version=1,
        by=place.officer,
    )
    assert (corrected.text, corrected.version) == ("Thể lệ mới", 2)
    assert told_categories(rules.edition) == ["Thơ: Giải nhất × 1"]
    with pytest.raises(EditedMeanwhile):
        correct_rules(
            rules=rules, content=rules_content(), categories=categories(), version=1, by=place.officer
        )


def test_after_the_first_entry_only_the_closing_may_be_moved_and_only_later(
    place: SmallProvince, rules: EditionRules, prose: Category
) -> None:
    entry(prose)
    for content, listed in (
        (rules_content(text="Thể lệ khác"), categories()),
        (rules_content(closes_at=CLOSES - SECOND), categories()),
        (rules_content(), categories()[:1]),
    ):
        with pytest.raises(Refused) as refused:
            correct_rules(rules=rules, content=content, categories=listed, version=1, by=place.officer)
        assert said(refused) == {
            "": [
                "Somebody has entered by these rules already. Only the closing moment may still be changed, "
                "and only to a later one."
            ]
        }
    later = rules_content(closes_at=CLOSES + timedelta(days=7))
    moved = correct_rules(rules=rules, content=later, categories=categories(), version=1, by=place.officer)
    assert moved.closes_at == CLOSES + timedelta(days=7)


def test_the_second_of_the_closing_still_counts_and_the_next_is_late(prose: Category) -> None:
    with time_machine.travel(CLOSES + timedelta(milliseconds=900), tick=False):
        taken = enter_online(category=prose, content=entry_content(), files=[work_file()], by=None)
    assert taken.received_at == CLOSES
    with time_machine.travel(CLOSES + SECOND, tick=False), pytest.raises(Refused) as refused:
        enter_online(category=prose, content=entry_content(), files=[work_file()], by=None)
    assert said(refused) == {
        "": [
            "Entries closed at 17:00:00 30/09/2027; this one came at 17:00:01 30/09/2027 "
            "and cannot be taken any more."
        ]
    }
    assert Entry.objects.count() == 1


def test_an_entry_before_the_opening_is_told_when_to_come_again(prose: Category) -> None:
    with time_machine.travel(OPENS - SECOND, tick=False), pytest.raises(Refused) as refused:
        enter_online(category=prose, content=entry_content(), files=[work_file()], by=None)
    assert said(refused) == {
        "": [
            "Entries open at 08:00:00 01/03/2027; this one came at 07:59:59 01/03/2027. "
            "Send it again from then on."
        ]
    }


def test_on_paper_the_stamp_counts_and_not_the_day_of_typing(place: SmallProvince, prose: Category) -> None:
    with time_machine.travel(AFTER, tick=False):
        assert paper_entry(place, prose, stamped_at=CLOSES).received_at == CLOSES
        with pytest.raises(Refused) as late:
            paper_entry(place, prose, stamped_at=CLOSES + SECOND)
        with pytest.raises(Refused) as future:
            paper_entry(place, prose, stamped_at=AFTER + SECOND)
    assert list(said(late)) == ["stamped_at"]
    assert said(future) == {"stamped_at": ["The stamp cannot be later than now. Check the day and the time."]}


def test_an_edition_without_rules_takes_no_entry(place: SmallProvince) -> None:
    bare = Category.objects.create(edition=edition(place), ordinal=1, name="Thơ")
    with pytest.raises(Refused) as refused:
        enter_online(category=bare, content=entry_content(), files=[work_file()], by=None)
    assert said(refused) == {"": ["This edition does not take entries. Look for the rules of the contest."]}


def test_authors_of_a_joint_work_keep_their_order_and_share(prose: Category) -> None:
    joint = entry(prose, authors=[AuthorLine(name="Vi  Thị Hai", share=2), AuthorLine(name="Lý Văn Một")])
    assert list(joint.authors.values_list("ordinal", "name", "share")) == [
        (1, "Vi Thị Hai", 2),
        (2, "Lý Văn Một", 1),
    ]


@pytest.mark.parametrize(
    ("changes", "faults"),
    [
        ({"title": "  "}, {"title": ["Write the title of the work."]}),
        ({"authors": []}, {"authors": ["Write at least one author."]}),
        (
            {"authors": [AuthorLine(name=" "), AuthorLine(name="Vi", share=0)]},
            {
                "authors": [
                    "Write the name of each author, or take the empty line away.",
                    "The share of “Vi” is counted in parts, 1 or more.",
                ]
            },
        ),
        ({"phone": ""}, {"phone": ["Write a phone number or an email, so that we can reach you."]}),
        ({"email": "khong phai"}, {"email": ["This is not an email address. Write it like ten@example.vn."]}),
        (
            {"entrant_kind": "collective"},
            {"entrant_kind": ["By the rules only individuals may enter this contest."]},
        ),
        ({"entrant_kind": "robot"}, {"entrant_kind": ["Choose who enters: individuals or a collective."]}),
    ],
)
def test_what_is_wrong_with_an_entry_is_told_at_its_field(
    place: SmallProvince, changes: dict, faults: dict
) -> None:
    category = open_edition(place, takes_collectives=False).edition.categories.first()
    with pytest.raises(Refused) as refused:
        entry(category, **changes)
    assert said(refused) == faults
    assert Entry.objects.count() == 0


def test_a_collective_enters_under_its_name_without_authors(prose: Category) -> None:
    with pytest.raises(Refused) as refused:
        entry(prose, entrant_kind=EntrantKind.COLLECTIVE, authors=[])
    assert said(refused) == {"collective_name": ["Write the name of the collective that enters."]}
    entered = entry(
        prose, entrant_kind=EntrantKind.COLLECTIVE, authors=[], collective_name="Chi hội Văn xuôi"
    )
    assert entered.collective_name == "Chi hội Văn xuôi"


def test_an_online_entry_needs_a_file_and_has_at_most_ten(prose: Category) -> None:
    with time_machine.travel(INSIDE, tick=False):
        with pytest.raises(Refused) as none:
            enter_online(category=prose, content=entry_content(), files=[], by=None)
        with pytest.raises(Refused) as many:
            enter_online(category=prose, content=entry_content(), files=[work_file()] * 11, by=None)
    assert said(none) == {"files": ["Choose the file of your work."]}
    assert said(many) == {"files": ["An entry has at most 10 files. Put some of them into one."]}


def test_the_log_of_an_entry_names_no_author(prose: Category) -> None:
    taken = entry(prose, authors=[AuthorLine(name="Hà Thị Kín")], email="kin@example.vn")
    assert taken.authors.get().name == "Hà Thị Kín"
    (told,) = history_of(taken)
    assert sorted(json.loads(told.details)) == ["category", "channel", "files", "received_at"]
    assert not AuditEntry.objects.filter(details__contains="Hà Thị Kín").exists()


def test_a_withdrawn_entry_stays_with_its_reason_and_gets_no_code(
    place: SmallProvince, rules: EditionRules, prose: Category
) -> None:
    kept, gone = entry(prose), entry(prose, title="Rút lại")
    with pytest.raises(Refused) as refused:
        withdraw_entry(entry=gone, reason=" ", by=place.officer)
    assert said(refused) == {"withdrawn_reason": ["Write why the entry is withdrawn; it goes into the log."]}
    withdraw_entry(entry=gone, reason="Tác giả xin rút", by=place.officer)
    with pytest.raises(Refused) as again:
        withdraw_entry(entry=gone, reason="Tác giả xin rút", by=place.officer)
    assert said(again) == {"": ["This entry has already been withdrawn."]}
    with time_machine.travel(AFTER, tick=False):
        assert assign_codes(rules=rules, by=place.officer) == 1
    kept.refresh_from_db()
    gone.refresh_from_db()
    assert (gone.state, gone.withdrawn_reason, gone.code) == (EntryState.WITHDRAWN, "Tác giả xin rút", None)
    assert [one.code for one in blind_entries(rules.edition)] == [kept.code]


def test_codes_are_drawn_once_after_the_closing_and_then_nothing_more_is_taken(
    place: SmallProvince, rules: EditionRules, prose: Category
) -> None:
    with time_machine.travel(AFTER, tick=False):
        with pytest.raises(Refused) as empty:
            assign_codes(rules=rules, by=place.officer)
        entry(prose, at=INSIDE)
    with time_machine.travel(CLOSES, tick=False), pytest.raises(Refused) as early:
        assign_codes(rules=rules, by=place.officer)
    with time_machine.travel(AFTER, tick=False):
        assign_codes(rules=rules, by=place.officer)
        with pytest.raises(Refused) as again:
            assign_codes(rules=rules, by=place.officer)
        with pytest.raises(Refused) as paper:
            paper_entry(place, prose, stamped_at=INSIDE)
        longer = rules_content(closes_at=CLOSES + timedelta(days=9))
        with pytest.raises(Refused) as reopened:
            correct_rules(rules=rules, content=longer, categories=categories(), version=1, by=place.officer)
    drawn = "The codes have been drawn: no more entries can be taken."
    assert [said(one) for one in (empty, early, again, paper, reopened)] == [
        {"": ["There is no entry to draw a code for."]},
        {"": ["Entries may still come. Draw the codes after the closing moment."]},
        {"": ["The codes of this edition have been drawn already."]},
        {"stamped_at": [drawn]},
        {"": [drawn]},
    ]


def test_codes_do_not_follow_the_order_in_which_entries_came(
    place: SmallProvince, rules: EditionRules, prose: Category
) -> None:
    works = [entry(prose, title=f"Tác phẩm {number}") for number in range(12)]
    with time_machine.travel(AFTER, tick=False):
        assert assign_codes(rules=rules, by=place.officer) == 12
    codes = list(Entry.objects.order_by("id").values_list("code", flat=True))
    assert len(set(codes)) == len(works)
    assert {len(code) for code in codes} == {6}
    assert set("".join(codes)) & set("01OIL") == set()
    assert codes not in (sorted(codes), sorted(codes, reverse=True))  # by chance once in 12!/2
    assert [one.code for one in blind_entries(rules.edition)] == sorted(codes)


@pytest.mark.parametrize("rows", [1, 3])
def test_the_jury_sees_neither_names_nor_units_nor_the_names_of_files(
    place: SmallProvince, rules: EditionRules, prose: Category, rows: int, django_assert_num_queries
) -> None:
    for number in range(rows):
        entry(prose, title=f"Mùa hoa {number}", unit=place.de_tham)
    stored = Entry.objects.first()
    assert (stored.unit, stored.files.get().file.original_name) == (place.de_tham, "Ha Thi Kin.pdf")
    assert blind_entries(rules.edition) == []
    with time_machine.travel(AFTER, tick=False):
        assign_codes(rules=rules, by=place.officer)
    with django_assert_num_queries(3):
        seen = blind_entries(rules.edition)
    assert sorted(one.title for one in seen) == [f"Mùa hoa {number}" for number in range(rows)]
    assert seen[0] == BlindEntry(
        code=seen[0].code,
        category="Văn xuôi",
        title=seen[0].title,
        files=(BlindFile(1, "application/pdf", stored.files.get().bare.size),),
    )


def test_an_edition_with_entries_cannot_be_taken_away(
    place: SmallProvince, rules: EditionRules, prose: Category
) -> None:
    entry(prose, title="Mùa hoa")
    with pytest.raises(Refused) as refused:
        withdraw_edition(edition=rules.edition, reason="nhập nhầm", by=place.officer)
    assert said(refused) == {
        "": ["Other records still belong to this one: Mùa hoa. Remove or change them first."]
    }


def test_an_edition_taken_away_by_mistake_comes_back_with_its_rules_and_categories(
    place: SmallProvince, rules: EditionRules
) -> None:
    listed = told_categories(rules.edition)
    taken = withdraw_edition(edition=rules.edition, reason="nhập nhầm", by=place.officer)
    assert (EditionRules.objects.count(), Category.objects.count()) == (0, 0)
    restored = restore_edition(entry=taken, by=place.officer)
    assert (restored.rules.closes_at, restored.rules.text) == (CLOSES, "Thể lệ cuộc thi")
    assert told_categories(restored) == listed


def test_times_are_told_in_vietnamese(prose: Category) -> None:
    late = datetime(2027, 9, 30, 10, 0, 1, tzinfo=UTC)
    with translation.override("vi"), time_machine.travel(late, tick=False), pytest.raises(Refused) as refused:
        enter_online(category=prose, content=entry_content(), files=[work_file()], by=None)
    assert said(refused) == {
        "": [
            "Cuộc thi đã ngừng nhận bài lúc 17:00:00 30/09/2027; bài này gửi lúc 17:00:01 30/09/2027 "
            "nên không nhận được nữa."
        ]
    }
