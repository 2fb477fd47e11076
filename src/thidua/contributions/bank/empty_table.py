"""An empty table for those whose bank gives paper only; the import reads its headings."""

from __future__ import annotations

from thidua.support.spreadsheets.columns import Column, ColumnKind
from thidua.support.spreadsheets.writing_xlsx import write_xlsx


def empty_statement() -> bytes:
    """Return a workbook with the headings of a statement and no line."""
    columns = (
        Column("Ngày giao dịch", ColumnKind.DATE, width=16),
        Column("Số tiền ghi có", ColumnKind.NUMBER, decimals=0, width=18),
        Column("Nội dung", width=50),
        Column("Số tham chiếu", width=22),
        Column("Tên người chuyển", width=30),
    )
    return write_xlsx(columns, (), "Sao kê ngân hàng")
