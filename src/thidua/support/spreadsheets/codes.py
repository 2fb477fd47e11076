"""Everything that can be wrong with an uploaded table."""

from __future__ import annotations

from enum import StrEnum


class FaultCode(StrEnum):
    """Everything that can be wrong with an uploaded table; the sentences are in `sentences.py`."""

    EMPTY_FILE = "empty_file"
    TOO_LARGE = "too_large"
    UNPACKS_TOO_LARGE = "unpacks_too_large"
    UNKNOWN_ENDING = "unknown_ending"
    NOT_WHAT_IT_SAYS = "not_what_it_says"
    OTHER_EXCEL_KIND = "other_excel_kind"
    MACROS = "macros"
    ENCRYPTED = "encrypted"
    DAMAGED = "damaged"
    NO_SHEET = "no_sheet"
    EMPTY_TABLE = "empty_table"
    NO_ROWS = "no_rows"
    TOO_MANY_ROWS = "too_many_rows"
    TOO_MANY_COLUMNS = "too_many_columns"
    TOO_MANY_CELLS = "too_many_cells"
    FORMULA = "formula"
    MERGED = "merged"
    ERROR_VALUE = "error_value"
    CELL_TOO_LONG = "cell_too_long"
    LEGACY_TYPEFACE = "legacy_typeface"
    NO_HEADING = "no_heading"
    REPEATED_HEADING = "repeated_heading"
    ENCODING_UNKNOWN = "encoding_unknown"
    ENCODING_TCVN3 = "encoding_tcvn3"
    ENCODING_CP1258 = "encoding_cp1258"
    UNCLOSED_QUOTE = "unclosed_quote"
