"""A filled form as a workbook: headings merged as printed, row codes as text, figures as numbers."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import xlsxwriter
from django.utils.translation import gettext as _

from thidua.core.language import Language
from thidua.reports.statistics.filling import FilledForm
from thidua.reports.statistics.told import ToldForm, cell_text, told
from thidua.support.spreadsheets.writing_xlsx import sheet_name

FIRST_COLUMN = 2  # behind the row's name and its code
HEAD = 6  # the line of the column headings


def write_form_xlsx(form: FilledForm, language: Language) -> bytes:
    """Return the workbook of `form` in the language of the page."""
    said = told(form, language)
    file = BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False}) as workbook:
        workbook.set_properties({"title": f"{form.layout.code} {said.title}"})
        sheet = workbook.add_worksheet(sheet_name(form.layout.code))
        style = _styles(workbook)
        _write_head(sheet, form, said, style)
        _write_headings(sheet, said, style)
        last = _write_rows(sheet, form, language, style)
        for place, remark in enumerate(said.remarks, start=last + 2):
            sheet.merge_range(place, 0, place, _width(form), remark, style["remark"])
            sheet.set_row(place, 15 * (1 + len(remark) // 110))
        sheet.set_column(0, 0, 42)
        sheet.set_column(1, 1, 8)
        sheet.set_column(FIRST_COLUMN, _width(form), 13)
        sheet.freeze_panes(HEAD + 3, FIRST_COLUMN)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(HEAD, HEAD + 2)
    return file.getvalue()


def _width(form: FilledForm) -> int:
    return FIRST_COLUMN + len(form.layout.columns) - 1


def _styles(workbook: Any) -> dict[str, Any]:
    wrap = {"text_wrap": True, "valign": "vcenter"}
    bordered = {"border": 1, **wrap}
    return {
        "plain": workbook.add_format(wrap),
        "bold": workbook.add_format({"bold": True, **wrap}),
        "title": workbook.add_format({"bold": True, "font_size": 14, "align": "center", **wrap}),
        "centre": workbook.add_format({"align": "center", "italic": True, **wrap}),
        "heading": workbook.add_format({"bold": True, "align": "center", **bordered}),
        "name": workbook.add_format(bordered),
        "group": workbook.add_format({"bold": True, **bordered}),
        "code": workbook.add_format({"align": "center", "num_format": "@", **bordered}),
        "number": workbook.add_format({"num_format": "#,##0", "align": "right", **bordered}),
        "none": workbook.add_format({"italic": True, "align": "right", "font_color": "#5A534A", **bordered}),
        "remark": workbook.add_format({"italic": True, "text_wrap": True, "valign": "top"}),
    }


def _write_head(sheet: Any, form: FilledForm, said: ToldForm, style: dict[str, Any]) -> None:
    width = _width(form)
    sheet.write_string(0, 0, _("Form %(code)s") % {"code": form.layout.code}, style["bold"])
    sheet.write_string(1, 0, said.clause, style["plain"])
    sheet.write_string(2, 0, _("Due: %(day)s") % {"day": said.due}, style["plain"])
    sheet.merge_range(3, 0, 3, width, said.title.upper(), style["title"])
    sheet.merge_range(4, 0, 4, width, f"{said.unit} – {said.period}", style["centre"])
    sheet.set_row(3, 24)


def _write_headings(sheet: Any, said: ToldForm, style: dict[str, Any]) -> None:
    heading = style["heading"]
    sheet.merge_range(HEAD, 0, HEAD + 1, 0, _("Item"), heading)
    sheet.merge_range(HEAD, 1, HEAD + 1, 1, _("Code of the row"), heading)
    place, lower = FIRST_COLUMN, iter(said.lower)
    for one in said.upper:
        if one.rows == 2:
            sheet.merge_range(HEAD, place, HEAD + 1, place, one.name, heading)
        elif one.span == 1:
            sheet.write_string(HEAD, place, one.name, heading)
        else:
            sheet.merge_range(HEAD, place, HEAD, place + one.span - 1, one.name, heading)
        if one.rows == 1:
            for column in range(place, place + one.span):
                sheet.write_string(HEAD + 1, column, next(lower), heading)
        place += one.span
    for column, number in enumerate(("A", "B", *said.numbers)):
        sheet.write_string(HEAD + 2, column, number, heading)
    sheet.set_row(HEAD, 45)


def _write_rows(sheet: Any, form: FilledForm, language: Language, style: dict[str, Any]) -> int:
    line = HEAD + 2
    for line, filled in enumerate(form.rows, start=HEAD + 3):
        name = "   " * filled.row.depth + filled.row.name.say(language)
        if filled.row.is_heading:
            sheet.merge_range(line, 0, line, _width(form), name, style["group"])
            continue
        sheet.write_string(line, 0, name, style["name"])
        sheet.write_string(line, 1, filled.row.code, style["code"])
        for column, cell in enumerate(filled.cells, start=FIRST_COLUMN):
            if cell.count is None:
                sheet.write_string(line, column, cell_text(cell, language), style["none"])
            else:
                sheet.write_number(line, column, cell.count, style["number"])
    return line
