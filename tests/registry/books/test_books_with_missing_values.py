"""Formulas without a result, and formulas of other books, in rows of a book."""

from decimal import Decimal

from thidua.registry.books.book import read_book
from thidua.support.spreadsheets.codes import FaultCode
from thidua.support.spreadsheets.faults import CellFault
from thidua.support.spreadsheets.sheets import Sheet, SheetRow


def _read(unknown: dict[str, CellFault]) -> list[tuple[tuple[str, ...], int]]:
    rows = (
        SheetRow(1, ("STT", "Họ và tên", "Hình thức", "Số QĐ", "Ngày", "Mức thưởng")),
        SheetRow(2, (Decimal(1), None, "Giấy khen", "1/QĐ-SYT", "1/2/2019", None)),
        SheetRow(3, (Decimal(2), "Lê Văn Bình", "Giấy khen", "1/QĐ-SYT", "1/2/2019", Decimal(200000))),
    )
    reading = read_book([Sheet("S", rows, unknown=unknown)])
    return [(line.faults_at, len(line.remarks)) for line in reading.lines]


def test_a_name_that_a_formula_does_not_give_is_told_once_at_its_cell() -> None:
    fault = CellFault("B2", FaultCode.OTHER_BOOK_NO_RESULT, {"cell": "B2"})
    assert _read({}) == [((), 0), (("B2",), 0), ((), 0)]
    assert _read({"B2": fault}) == [((), 0), (("B2",), 0), ((), 0)]
    rows = (SheetRow(1, ("Họ và tên", "Hình thức", "Năm")), SheetRow(2, (None, "Giấy khen", Decimal(2019))))
    line = read_book([Sheet("S", rows, unknown={"A2": CellFault("A2", fault.code, {"cell": "A2"})})]).lines[1]
    assert [str(one) for one in line.faults] == [str(CellFault("A2", fault.code, {"cell": "A2"}).sentence)]


def test_an_amount_that_a_formula_does_not_give_is_only_told() -> None:
    fault = CellFault("F3", FaultCode.NO_RESULT, {"cell": "F3"})
    assert _read({"F3": fault})[2] == ((), 1)
