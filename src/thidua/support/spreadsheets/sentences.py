"""The sentences of faults; each says what to do next."""

from __future__ import annotations

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from thidua.support.spreadsheets.codes import FaultCode

SENTENCES: Final[dict[FaultCode, Promise]] = {
    FaultCode.EMPTY_FILE: _("The file is empty. Choose another file."),
    FaultCode.TOO_LARGE: _("The file is larger than %(limit)s MB. Split it, or leave out sheets not needed."),
    FaultCode.UNPACKS_TOO_LARGE: _(
        "The file holds far more than a table (over %(limit)s MB when unpacked). "
        "Copy only the table into a new file and send that."
    ),
    FaultCode.UNKNOWN_ENDING: _(
        "“%(name)s” is not a table. Send a file ending in .xlsx, .xls, .ods or .csv."
    ),
    FaultCode.NOT_WHAT_IT_SAYS: _(
        "“%(name)s” is not what its name says: its content is %(kind)s. "
        "Open it in the program that made it and save it as XLSX."
    ),
    FaultCode.OTHER_EXCEL_KIND: _(
        "An Excel file of the kind %(kind)s is not taken. In Excel choose Save As and “Excel Workbook (*.xlsx)”."
    ),
    FaultCode.MACROS: _(
        "The file holds macros (programs). In Excel choose Save As and “Excel Workbook (*.xlsx)”, "
        "which leaves them out."
    ),
    FaultCode.ENCRYPTED: _(
        "The file is locked with a password. Remove the password and send the file again."
    ),
    FaultCode.DAMAGED: _(
        "The file cannot be opened: it is damaged or incomplete. Open it on your computer, save it again as "
        "XLSX and send that."
    ),
    FaultCode.NO_SHEET: _("The file has no visible sheet. Show the sheet with the table and save again."),
    FaultCode.EMPTY_TABLE: _("The file has no data. Fill in the table and send it again."),
    FaultCode.NO_ROWS: _(
        "Below the headings in row %(row)s there is no data. Fill in the table and send it again."
    ),
    FaultCode.TOO_MANY_ROWS: _(
        "The table reaches down to cell %(cell)s; at most %(limit)s rows are taken. "
        "Split the table, or delete what stands below it."
    ),
    FaultCode.TOO_MANY_COLUMNS: _(
        "The table reaches as far as cell %(cell)s; at most %(limit)s columns are taken. "
        "Delete what stands to the right of it."
    ),
    FaultCode.TOO_MANY_CELLS: _(
        "The table reaches as far as cell %(cell)s, more than %(limit)s cells in all. Split the table."
    ),
    FaultCode.FORMULA: _(
        "Cell %(cell)s holds a formula. Replace it by its value: copy it, then Paste Special, Values."
    ),
    FaultCode.MERGED: _("The cells %(cell)s are merged. Unmerge them and fill in each one."),
    FaultCode.ERROR_VALUE: _(
        "Cell %(cell)s shows an error (such as #N/A). Type the right value, or leave it empty."
    ),
    FaultCode.CELL_TOO_LONG: _("Cell %(cell)s holds more text than a cell can. Shorten it."),
    FaultCode.LEGACY_TYPEFACE: _(
        "Cell %(cell)s is written in an old typeface (TCVN3 or VNI), which cannot be read here. "
        "Convert the table to Unicode, for example with UniKey, and send it again."
    ),
    FaultCode.NO_HEADING: _(
        "Cell %(cell)s has a value, but its column has no heading in row %(row)s. "
        "Write a heading, or delete the column."
    ),
    FaultCode.REPEATED_HEADING: _(
        "The heading “%(heading)s” in cell %(cell)s already stands in cell %(other)s. Give each column its own."
    ),
    FaultCode.ENCODING_UNKNOWN: _(
        "The letters of the CSV file cannot be read. In Excel choose Save As and “CSV UTF-8”, or send XLSX."
    ),
    FaultCode.ENCODING_TCVN3: _(
        "The CSV file seems to be written in TCVN3 (ABC). Convert it to Unicode, for example with UniKey, "
        "and save it as “CSV UTF-8”."
    ),
    FaultCode.ENCODING_CP1258: _(
        "The CSV file seems to be saved in Windows-1258. In Excel choose Save As and “CSV UTF-8”, or send XLSX."
    ),
    FaultCode.UNCLOSED_QUOTE: _(
        "From row %(row)s on the CSV file cannot be read: a quotation mark is out of place. Correct it, or send XLSX."
    ),
    FaultCode.UNKNOWN_BOOK: _(
        "“%(name)s” is no table and no document with tables. "
        "Send a file ending in .xlsx, .xls, .ods, .csv or .docx."
    ),
    FaultCode.OLD_WORD: _(
        "“%(name)s” is a document of an old Word. In Word choose Save As and “Word Document (*.docx)”, "
        "and send that."
    ),
    FaultCode.TOO_MANY_SHEETS: _(
        "The file has %(count)s sheets or tables; at most %(limit)s are taken. Split it into several files."
    ),
    FaultCode.ONLY_PICTURES: _(
        "The file holds only pictures, such as a scan, which cannot be read as a table. "
        "Send the file that the list was typed in, or type the list into a table."
    ),
    FaultCode.SHEET_OF_PICTURES: _(
        "The sheet “%(sheet)s” holds only a picture, which cannot be read; the other sheets are read."
    ),
    FaultCode.EMPTY_ROWS: _(
        "The sheet “%(sheet)s” goes on for %(count)s empty rows below its last filled one (row %(last)s); "
        "they were left out. Delete them to make the file small."
    ),
    FaultCode.ERRORS_EMPTY: _(
        "Cells that show an error (such as #N/A) are taken as empty: %(cells)s (%(count)s in all)."
    ),
    FaultCode.NO_RESULT: _(
        "Cell %(cell)s holds a formula whose result is not saved in the file. "
        "Open the file in Excel, save it and send it again, or type the value."
    ),
    FaultCode.NO_RESULTS: _(
        "Formulas whose results are not saved in the file are taken as empty: %(cells)s (%(count)s in all). "
        "Open the file in Excel, save it and send it again, or type the values."
    ),
    FaultCode.OTHER_BOOK: _(
        "Formulas that point to another file give the values saved last: %(cells)s (%(count)s in all). "
        "Check them, or paste the values themselves."
    ),
    FaultCode.OTHER_BOOK_NO_RESULT: _(
        "Cell %(cell)s takes its value from another file, and no value is saved. Type the value itself."
    ),
    FaultCode.OTHER_BOOK_NO_RESULTS: _(
        "Formulas that point to another file have no saved value and are taken as empty: "
        "%(cells)s (%(count)s in all). Paste the values themselves and send the file again."
    ),
    FaultCode.CONVERTED: _(
        "Text of an old typeface (%(encoding)s) was converted to Unicode: %(cells)s (%(count)s in all). "
        "Compare a few of them with the original."
    ),
}

OTHERS: Final[dict[FaultCode, Promise]] = {
    FaultCode.FORMULA: _("%(count)s more cells hold formulas."),
    FaultCode.MERGED: _("%(count)s more groups of cells are merged."),
    FaultCode.ERROR_VALUE: _("%(count)s more cells show an error."),
    FaultCode.CELL_TOO_LONG: _("%(count)s more cells hold too much text."),
    FaultCode.LEGACY_TYPEFACE: _("%(count)s more cells are written in an old typeface."),
    FaultCode.NO_HEADING: _("%(count)s more columns have no heading."),
    FaultCode.REPEATED_HEADING: _("%(count)s more headings stand more than once."),
}
