"""Names are listed by given name, then middle and family name, each by the Vietnamese alphabet and tones."""

import random
import sqlite3
import unicodedata
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.core.vietnamese.hygiene import clean_line
from thidua.core.vietnamese.names import SORT_KEY_MAX_LENGTH, NameOrder, NameSort, name_key, sort_key

Key = Callable[..., Any]
Item = TypeVar("Item")

REPORT_OF_2019 = [
    "Trần Văn Ba",
    "Lương Thị Bình",
    "Lương Hồng Chắn",
    "Hoàng Mạnh Cương",
    "Vi Thanh Liêm",
    "Hà Thị Lư",
    "Nguyễn Khắc Phương",
    "Phạm Ngọc Thưởng",
]
GIVEN_TONES = ["A", "Á", "An", "Lê Thị Anh", "Nguyễn Văn Anh", "Trần Văn Anh", "Ánh", "Ăn", "Ân"]
GIVEN_D = ["Dương Văn Dũng", "Đỗ Văn Dũng", "Nguyễn Hoàng Dương", "Đỗ Văn Đức"]
GIVEN_O_AND_U = ["Hoàng Thị Ông", "Lò Văn Ở", "Hoàng Thị Ơn", "Hứa Thị Uyên", "Hứa Thị Ước"]
SYLLABLES = ["An", "Anh", "Ành", "Ảnh", "Ãnh", "Ánh", "Ạnh", "Ăn", "Ân", "Dũng", "Đức"]
SYLLABLES += ["Em", "Êm", "O", "Ô", "Ơn", "U", "Ư"]
WORD_BY_WORD = ["Hà Bình", "Há An", "Hạ Anh"]

FAMILIES = ["Nguyễn", "Trần", "Lê", "Hoàng", "Nông", "Vi", "Hà", "Há", "Hạ", "Lương", "Đỗ", "Dương", "Ô"]
MIDDLES = ["Văn", "Thị", "Ngọc", "Hồng", "Thị Ngọc", "Thị Ánh", "Đức", ""]
GIVENS = [
    *SYLLABLES,
    "Bình",
    "Bính",
    "Binh",
    "bình",
    "Hoà",
    "Hòa",
    "Hoa",
    "Thuỷ",
    "Thủy",
    "Anh-Thư",
    "H'Hen",
    "2",
]


def names_of_vietnam() -> st.SearchStrategy[str]:
    parts = st.tuples(st.sampled_from(FAMILIES), st.sampled_from(MIDDLES), st.sampled_from(GIVENS))
    return parts.map(" ".join)


def any_names() -> st.SearchStrategy[str]:
    letters = st.text(alphabet="aăâdđoôơuưáạàAĐ -'\u00a0\u0301\u0323eế", max_size=12)
    return st.one_of(names_of_vietnam(), letters, st.text(max_size=30))


@pytest.fixture(params=[name_key, sort_key], ids=["tuple", "digits"])
def key(request: pytest.FixtureRequest) -> Key:
    """Both keys must keep the same promises."""
    found: Key = request.param
    return found


def shuffled(items: Sequence[Item]) -> list[Item]:
    return random.Random(2019).sample(items, len(items))


@pytest.mark.parametrize(
    "expected",
    [REPORT_OF_2019, GIVEN_TONES, GIVEN_D, GIVEN_O_AND_U, SYLLABLES],
    ids=["report of 2019", "tones", "d and đ", "o ô ơ u ư", "syllables"],
)
def test_names_are_listed_as_an_office_lists_them(key: Key, expected: list[str]) -> None:
    assert sorted(shuffled(expected), key=key) == expected


def test_a_whole_name_is_compared_word_by_word_with_the_tone_of_each(key: Key) -> None:
    assert sorted(shuffled(WORD_BY_WORD), key=lambda name: key(name, NameOrder.WHOLE)) == WORD_BY_WORD


def test_the_family_name_can_decide_before_the_middle_name(key: Key) -> None:
    names = ["Trần Anh Bình", "Lê Văn Bình"]
    by_middle = sorted(names, key=lambda name: key(name, sort=NameSort.GIVEN_MIDDLE_FAMILY))
    by_family = sorted(names, key=lambda name: key(name, sort=NameSort.GIVEN_FAMILY_MIDDLE))
    assert by_middle == ["Trần Anh Bình", "Lê Văn Bình"]
    assert by_family == ["Lê Văn Bình", "Trần Anh Bình"]


def test_each_person_can_have_an_order_of_the_own_name(key: Key) -> None:
    persons = [
        ("Trần Văn Ba", NameOrder.GIVEN_LAST),
        ("H'Hen Niê", NameOrder.WHOLE),
        ("Maria Anna Schmidt", NameOrder.GIVEN_FIRST),
        ("Nguyễn Thị Na", NameOrder.GIVEN_LAST),
    ]
    listed = sorted(shuffled(persons), key=lambda person: key(*person))
    assert [name for name, _ in listed] == ["Trần Văn Ba", "H'Hen Niê", "Maria Anna Schmidt", "Nguyễn Thị Na"]


def test_the_parts_of_a_name_follow_its_order() -> None:
    written = "Lương Thị Ngọc Bình"
    given_last, middle, family, normalised = name_key(written)
    assert (len(given_last), len(middle), len(family), normalised) == (1, 2, 1, written)
    assert name_key(written, NameOrder.GIVEN_FIRST)[:3] == (family, middle, given_last)
    assert name_key(written, NameOrder.WHOLE)[:3] == ((*family, *middle, *given_last), (), ())


def test_one_syllable_is_a_given_name_and_comes_before_longer_names(key: Key) -> None:
    assert sorted(["Lê Bình", "Bình", ""], key=key) == ["", "Bình", "Lê Bình"]


def test_spelling_that_cannot_be_seen_gives_the_same_key(key: Key) -> None:
    decomposed = unicodedata.normalize("NFD", "Lương Thị Bình")
    assert key(decomposed) == key(" Lương\u00a0Thị  Bình\u200b") == key("Lương Thị Bình")


def test_both_tone_placements_stand_side_by_side(key: Key) -> None:
    names = ["Lê Văn Hoà", "Lê Văn Hòa", "Lê Văn Hoa", "Lê Văn Hoá"]
    assert sorted(names, key=key) == ["Lê Văn Hoa", "Lê Văn Hoà", "Lê Văn Hòa", "Lê Văn Hoá"]


def test_an_order_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="surname_first"):
        sort_key("Lương Thị Bình", "surname_first")  # type: ignore[arg-type]


@given(
    any_names(),
    any_names(),
    st.sampled_from(NameOrder),
    st.sampled_from(NameOrder),
    st.sampled_from(NameSort),
)
def test_the_stored_digits_order_exactly_as_the_tuple(
    one: str, other: str, order_of_one: NameOrder, order_of_other: NameOrder, sort: NameSort
) -> None:
    tuples = name_key(one, order_of_one, sort), name_key(other, order_of_other, sort)
    digits = sort_key(one, order_of_one, sort), sort_key(other, order_of_other, sort)
    assert (digits[0] < digits[1]) == (tuples[0] < tuples[1])
    assert (digits[0] == digits[1]) == (tuples[0] == tuples[1])


@given(any_names())
def test_the_stored_key_is_digits_that_every_collation_orders_alike(name: str) -> None:
    assert set(sort_key(name)) <= set("0123456789")


@given(any_names(), any_names())
def test_two_different_names_never_tie(one: str, other: str) -> None:
    assert (sort_key(one) == sort_key(other)) == (clean_line(one) == clean_line(other))


@given(st.text(alphabet="aăâđêôơưếỗựẲỴ Đ-'", max_size=200))
def test_a_name_of_200_characters_fits_without_a_cut(name: str) -> None:
    assert len(sort_key(name)) < SORT_KEY_MAX_LENGTH


@pytest.mark.parametrize("longest", ["Ế" * 200, "Ế " * 100, "Ế-" * 100, "'" * 200])
def test_the_longest_names_fit_without_a_cut(longest: str) -> None:
    assert len(sort_key(longest)) < SORT_KEY_MAX_LENGTH


def test_a_name_in_another_script_is_cut_and_keeps_its_place() -> None:
    names = ["李" * 200, "李" * 200 + "王", "王" * 200]
    keys = [sort_key(name) for name in names]
    assert keys == sorted(keys)
    assert [len(key) for key in keys] == [SORT_KEY_MAX_LENGTH] * 3


@given(st.lists(names_of_vietnam(), unique=True, max_size=20))
def test_a_database_lists_names_by_the_stored_key_as_python_does(names: list[str]) -> None:
    with sqlite3.connect(":memory:") as database:
        database.execute("CREATE TABLE person (name TEXT, sort_key TEXT)")
        database.executemany("INSERT INTO person VALUES (?, ?)", [(name, sort_key(name)) for name in names])
        listed = [name for (name,) in database.execute("SELECT name FROM person ORDER BY sort_key")]
    database.close()
    assert [name_key(name) for name in listed] == sorted(name_key(name) for name in names)
