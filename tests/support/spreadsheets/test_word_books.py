"""The tables of a Word document are sheets; without any, its paragraphs are rows."""

from io import BytesIO

import docx
from docx.shared import Pt

from tests.support.spreadsheets.files import part, repacked
from thidua.support.spreadsheets.sheets import SheetRow, Span
from thidua.support.spreadsheets.whole import read_sheets


def saved(document):
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def filled(document, rows):
    table = document.add_table(len(rows), len(rows[0]))
    for place, row in enumerate(rows):
        for column, text in enumerate(row):
            table.cell(place, column).text = text
    return table


def values(sheet):
    return [row.values for row in sheet.rows]


def test_a_table_is_a_sheet_with_the_paragraphs_around_it():
    document = docx.Document()
    filled(document, [["UBND TỈNH", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]])
    document.add_paragraph("DANH SÁCH")
    filled(document, [["STT", "Họ tên", "Đơn vị"], ["1", "Nguyễn Văn An", "Sở Y tế"]])
    document.add_paragraph("II. Tập thể")
    filled(document, [["STT", "Tên", "Hình thức"], ["1", "Phòng A", "Bằng khen"]])
    filled(document, [["Nơi nhận:", "KT. CHỦ TỊCH"]])
    read = read_sheets(saved(document), "so.docx")
    assert read.kind == "DOCX"
    people, groups = read.sheets
    assert people.is_table
    assert people.before == ("UBND TỈNH", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "DANH SÁCH")
    assert values(people) == [("STT", "Họ tên", "Đơn vị"), ("1", "Nguyễn Văn An", "Sở Y tế")]
    assert groups.before == ("II. Tập thể",)
    assert groups.after == ("Nơi nhận:", "KT. CHỦ TỊCH")


def test_merged_cells_are_spans_and_nested_tables_are_sheets():
    document = docx.Document()
    table = filled(document, [["a", "", "b"], ["c", "d", "e"], ["f", "g", ""], ["h", "i", "k"]])
    table.cell(0, 0).merge(table.cell(0, 1))
    table.cell(1, 2).merge(table.cell(2, 2))
    inner = table.cell(3, 0).add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "x", "y"
    outer, nested = read_sheets(saved(document), "so.docx").sheets
    assert outer.spans == (Span(0, 0, 0, 1), Span(1, 2, 2, 2))
    assert values(outer) == [("a", None, "b"), ("c", "d", "e"), ("f", "g"), ("h", "i", "k")]
    assert values(nested) == [("x", "y")]


def test_a_document_without_tables_gives_its_paragraphs_with_their_numbers():
    document = docx.Document()
    document.add_paragraph("Điều 1. Tặng Bằng khen cho 02 cá nhân:")
    document.add_paragraph("")
    document.add_paragraph("Ông Nguyễn Văn An, Sở Y tế;", style="List Number")
    document.add_paragraph("Bà Trần Thị Bình.", style="List Number")
    (sheet,) = read_sheets(saved(document), "so.docx").sheets
    assert not sheet.is_table
    assert sheet.rows == (
        SheetRow(1, ("Điều 1. Tặng Bằng khen cho 02 cá nhân:",)),
        SheetRow(3, ("1. Ông Nguyễn Văn An, Sở Y tế;",)),
        SheetRow(4, ("2. Bà Trần Thị Bình.",)),
    )


def test_old_typefaces_of_runs_and_styles_are_converted():
    document = docx.Document()
    table = filled(document, [["STT", "Tên", "x"], ["1", "", ""]])
    run = table.cell(1, 1).paragraphs[0].add_run("nguyÔn v¨n ")
    run.font.name, run.font.size = ".VnTimeH", Pt(12)
    table.cell(1, 1).paragraphs[0].add_run("Bé").font.name = ".VnTime"
    document.styles["Normal"].font.name = "VNI-Times"
    table.cell(1, 2).text = "Traàn"
    (sheet,) = read_sheets(saved(document), "so.docx").sheets
    assert values(sheet) == [("STT", "Tên", "x"), ("1", "NGUYỄN VĂN Bộ", "Trần")]
    assert sheet.converted == {"B2": "TCVN3", "C2": "VNI"}


def test_deleted_and_moved_text_is_not_read():
    document = docx.Document()
    document.add_paragraph("Còn lại")
    document.add_paragraph("MARK")
    data = saved(document)
    xml = part(data, "word/document.xml").decode()
    tracked = (
        "<w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>dời</w:t></w:r></w:moveFrom>"
        "<w:ins><w:r><w:t>thêm</w:t></w:r></w:ins>"
    )
    changed = xml.replace("<w:r><w:t>MARK</w:t></w:r>", tracked)
    assert changed != xml
    (sheet,) = read_sheets(repacked(data, {"word/document.xml": changed.encode()}), "so.docx").sheets
    assert values(sheet) == [("Còn lại",), ("thêm",)]


def test_a_short_list_with_a_chairman_in_it_is_a_table_and_counted_where_it_stands():
    document = docx.Document()
    filled(document, [["UBND TỈNH", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]])
    rows = [["STT", "Họ và tên", "Chức vụ"], ["1", "Dương Công Hải", "Chủ tịch UBND xã Vũ Sơn"]]
    filled(document, rows)
    filled(document, [["Nơi nhận:", "CHỦ TỊCH"]])
    (people,) = read_sheets(saved(document), "so.docx").sheets
    assert people.name.split()[-1] == "2"
    assert values(people) == [tuple(row) for row in rows]
    assert people.after == ("Nơi nhận:", "CHỦ TỊCH")
