"""What is read does not hang on the order of columns, empty rows, repeated heads, or how heads are spelt."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from thidua.core.vietnamese.fold import fold
from thidua.registry.books.book import read_book
from thidua.registry.books.rows import AwardRead
from thidua.support.spreadsheets.sheets import Sheet, SheetRow
from thidua.support.spreadsheets.values import value_of

HEADS = {
    "ordinal": ("STT", "TT", "Số TT", "Stt", "No."),
    "name": ("Họ và tên", "Họ tên", "Tên tập thể, cá nhân", "Full name", "Họ và\ntên"),
    "post": ("Chức vụ", "Chức danh", "Chuc vu", "Position"),
    "unit": ("Đơn vị", "Đơn vị công tác", "Nơi công tác", "Cơ quan, đơn vị", "Don vi cong tac"),
    "award": ("Hình thức khen thưởng", "Danh hiệu", "Hinh thuc khen", "Hình thức khen thưởg", "Award"),
    "number": ("Số QĐ", "Số quyết định", "Quyết định số", "Decision number"),
    "day": ("Ngày QĐ", "Ngày ký", "Ngày, tháng, năm quyết định", "Ngày ban hành"),
    "amount": ("Tiền thưởng", "Số tiền", "Mức thưởng", "Tiền thưởng (đồng)"),
}
ROWS = (
    ("1", "Nguyễn Văn An", "Trưởng phòng", "Sở Y tế", "LĐTT", "12/QĐ-SYT", "05/01/2018", "1.000.000"),
    ("2", "Lê Thị Bình", "Giáo viên", "Trường THCS Mai Pha", "Giấy khen", "13/QĐ-SGD", "6/2/2018", "500.000"),
    ("3", "Hoàng Văn Thụ", "Giám đốc", "Sở Nội vụ", "CSTĐCS", "14/QĐ-SNV", "07.03.2018", "1.500.000đ"),
    ("4", "Nông Thị Hoa", "Chuyên viên", "Sở Nội vụ", "CSTĐCS", "14/QĐ-SNV", "07.03.2018", "1.500.000đ"),
)


def awards_of(rows: list[list[str]]) -> list[AwardRead]:
    sheet_rows = tuple(
        SheetRow(number, tuple(value_of(cell) if cell else None for cell in row))
        for number, row in enumerate(rows, start=1)
        if any(row)
    )
    return [line.award for line in read_book([Sheet("Sheet1", sheet_rows)]).lines if line.award is not None]


PLAIN = awards_of([[words[0] for words in HEADS.values()], *map(list, ROWS)])


def test_the_plain_book_is_read_as_it_stands() -> None:
    assert [(award.name, award.unit, award.award_code, award.amount) for award in PLAIN] == [
        ("Nguyễn Văn An", "Sở Y tế", "advanced_worker", 1_000_000),
        ("Lê Thị Bình", "Trường THCS Mai Pha", "commendation_letter", 500_000),
        ("Hoàng Văn Thụ", "Sở Nội vụ", "grassroots_emulation_fighter", 1_500_000),
        ("Nông Thị Hoa", "Sở Nội vụ", "grassroots_emulation_fighter", 1_500_000),
    ]


@settings(max_examples=60, deadline=None)
@given(order=st.permutations(range(len(HEADS))), empty=st.sets(st.integers(0, 8), max_size=3))
def test_the_order_of_columns_and_empty_columns_change_nothing(order: list[int], empty: set[int]) -> None:
    rows = [[words[0] for words in HEADS.values()], *map(list, ROWS)]
    moved = [[row[column] for column in order] for row in rows]
    for column in sorted(empty, reverse=True):
        moved = [[*row[:column], "", *row[column:]] for row in moved]
    assert awards_of(moved) == PLAIN


@settings(max_examples=80, deadline=None)
@given(
    chosen=st.tuples(*(st.sampled_from(words) for words in HEADS.values())),
    case=st.sampled_from([str, str.upper, str.lower, str.title, fold]),
)
def test_heads_may_be_spelt_in_many_ways(chosen: tuple[str, ...], case: object) -> None:
    assert callable(case)
    assert awards_of([[case(head) for head in chosen], *map(list, ROWS)]) == PLAIN


@settings(max_examples=40, deadline=None)
@given(
    above=st.integers(0, 12),
    repeated=st.sets(st.integers(1, 3)),
    between=st.sets(st.integers(0, 3)),
    numbers=st.booleans(),
)
def test_empty_rows_repeated_heads_and_numbered_columns_change_nothing(
    above: int, repeated: set[int], between: set[int], numbers: bool
) -> None:
    heads = [words[0] for words in HEADS.values()]
    rows: list[list[str]] = [[] for _ in range(above)]
    rows.append(heads)
    if numbers:
        rows.append([f"({column})" for column in range(1, len(heads) + 1)])
    for place, row in enumerate(ROWS):
        if place in between:
            rows.append([])
        if place in repeated:
            rows.append(heads)
        rows.append(list(row))
    assert awards_of(rows) == PLAIN
