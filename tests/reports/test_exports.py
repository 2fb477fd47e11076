"""Every format says the same; the DOCX keeps the form of Decree 30/2020, the PDF is tagged, the HTML loads nothing."""

from __future__ import annotations

import csv
import re
import subprocess
import zipfile
from html import unescape
from io import BytesIO, StringIO
from shutil import which

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt

from thidua.reports.content.document import document_of
from thidua.reports.content.draft import without_no_break_spaces
from thidua.reports.export import FORMATS
from thidua.reports.queries.draft import assemble


def squeezed(text: str) -> str:
    return " ".join(without_no_break_spaces(text).split())


@pytest.fixture(params=["vi", "en"])
def draft(place, request):
    return assemble(place.report, request.param, with_checks=False)


def text_of_docx(content: bytes) -> str:
    document = docx.Document(BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return squeezed(" ".join([*cells, *(paragraph.text for paragraph in document.paragraphs)]))


def text_of_html(content: bytes) -> str:
    body = content.decode().partition("<body>")[2].partition('<section class="annex">')[0]
    spaced = re.sub(r"</(?:p|h\d|div|span)>", " ", body)
    return squeezed(unescape(re.sub(r"<[^>]+>", "", spaced)))


def test_text_html_and_docx_say_the_same(draft):
    document = document_of(draft)
    said = [*(block.text for block in document.blocks), *document.notes, document.title, document.status]
    texts = {
        "txt": squeezed(FORMATS["txt"].write(draft).decode()),
        "html": text_of_html(FORMATS["html"].write(draft)),
        "docx": text_of_docx(FORMATS["docx"].write(draft)),
    }
    missing = {name: [line for line in said if squeezed(line) not in text] for name, text in texts.items()}
    assert missing == {"txt": [], "html": [], "docx": []}


@pytest.mark.skipif(which("pdftotext") is None, reason="pdftotext is not installed")
def test_the_pdf_says_the_same(draft, tmp_path):
    path = tmp_path / "report.pdf"
    path.write_bytes(FORMATS["pdf"].write(draft))
    done = subprocess.run(["pdftotext", "-raw", str(path), "-"], capture_output=True, text=True, check=True)
    # A page number may stand in the middle of a paragraph.
    text = squeezed(re.sub(r"\f\d+\n", " ", done.stdout))
    missing = [block.text for block in document_of(draft).blocks if squeezed(block.text) not in text]
    assert missing == []


def test_the_pdf_is_tagged_titled_and_says_its_language(place):
    content = FORMATS["pdf"].write(assemble(place.report))
    assert content.startswith(b"%PDF-1.7")
    for mark in (b"/MarkInfo", b"/StructTreeRoot", b"/Lang(vi)", b"pdfaid:part"):
        assert mark in content


def test_a_paragraph_of_the_text_is_one_line_without_no_break_spaces(place):
    draft = assemble(place.report)
    text = FORMATS["txt"].write(draft).decode()
    assert "\u00a0" not in text
    lines = text.splitlines()
    blocks = [without_no_break_spaces(block.text) for block in document_of(draft).blocks]
    assert [block for block in blocks if block not in lines] == []


def test_the_html_needs_no_other_host_no_script_and_no_style_attribute(place):
    page = FORMATS["html"].write(assemble(place.report)).decode()
    assert '<html lang="vi">' in page
    assert re.search(r"""content="default-src 'none'; style-src 'sha256-[^']+'""", unescape(page))
    assert re.findall(r"<script|https?://|\sstyle=|\son\w+=", page) == []


def test_the_html_leads_from_each_figure_to_what_stands_behind_it(place):
    draft = assemble(place.report)
    page = unescape(FORMATS["html"].write(draft).decode())
    targets = re.findall(r'href="#(so-lieu-\d+)"', page)
    assert len(set(targets)) == len(draft.figures)
    assert [target for target in targets if f'id="{target}"' not in page] == []
    marked = re.findall(r'<a class="figure marked"[^>]*>([^<]+)</a>', page)
    assert [without_no_break_spaces(text) for text in marked] == [
        "01 chỉ tiêu",
        "01 chỉ tiêu đúng hoặc vượt tiến độ",
        "đạt 92,2% so với dự toán",
        "bằng 136,3% so với cùng kỳ năm 2018",
    ]
    assert "<dd>5.452\u00a0tỷ đồng (dữ liệu kiểm thử)</dd>" in page


def test_what_a_record_says_is_escaped(place):
    place.special.theme = "<script>alert(1)</script> & #sys.inputs {x} «y»"
    place.special.save()
    draft = assemble(place.report)
    assert b"<script" not in FORMATS["html"].write(draft)
    assert "<script>alert(1)</script> & #sys.inputs {x} «y»" in text_of_docx(FORMATS["docx"].write(draft))
    assert FORMATS["pdf"].write(draft).startswith(b"%PDF")


def test_the_docx_keeps_the_page_of_the_decree(place):
    document = docx.Document(BytesIO(FORMATS["docx"].write(assemble(place.report))))
    [section] = document.sections
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round(margin.mm) for margin in margins] == [20, 20, 30, 20]
    assert section.different_first_page_header_footer
    assert "PAGE" in section.header._element.xml
    assert section.header.paragraphs[0].alignment == WD_ALIGN_PARAGRAPH.CENTER
    assert "PAGE" not in section.first_page_header._element.xml


def test_the_docx_keeps_the_type_of_the_decree(place):
    document = docx.Document(BytesIO(FORMATS["docx"].write(assemble(place.report))))
    body = document.styles["Body Text"]
    assert (body.font.name, body.font.size) == ("Times New Roman", Pt(14))
    assert body.paragraph_format.alignment == WD_ALIGN_PARAGRAPH.JUSTIFY
    assert body.paragraph_format.first_line_indent == Cm(1.27)
    assert body.paragraph_format.space_after == Pt(6)
    used = {paragraph.style.name for paragraph in document.paragraphs}
    used |= {
        each.style.name
        for table in document.tables
        for row in table.rows
        for cell in row.cells
        for each in cell.paragraphs
    }
    assert {document.styles[name].font.name for name in used} == {"Times New Roman"}
    assert {"Body Text", "Title", "Heading 1", "Heading 2", "Note"} <= used
    assert document.core_properties.language == "vi-VN"
    themed = re.findall(
        r"\w+Theme=",
        zipfile.ZipFile(BytesIO(FORMATS["docx"].write(assemble(place.report))))
        .read("word/styles.xml")
        .decode()
        .partition("Body Text")[2]
        .partition("</w:style>")[0],
    )
    assert themed == []


def test_the_head_and_foot_of_the_docx_are_those_of_an_office(place):
    document = docx.Document(BytesIO(FORMATS["docx"].write(assemble(place.report))))
    head, foot = document.tables

    def lines(cell):
        return [(each.text, each.style.name) for each in cell.paragraphs if each.text]

    assert lines(head.rows[0].cells[0]) == [
        ("SỞ NỘI VỤ", "Superior body"),
        ("BAN THI ĐUA – KHEN THƯỞNG TỈNH LẠNG SƠN", "Issuing body"),
    ]
    assert lines(head.rows[0].cells[1]) == [
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Nation"),
        ("Độc lập - Tự do - Hạnh phúc", "Motto"),
    ]
    assert lines(head.rows[1].cells[0]) == [("Số:         /BC-BTĐKT", "Number")]
    assert lines(head.rows[1].cells[1]) == [("Lạng Sơn, ngày       tháng       năm 2019", "Place and date")]
    assert lines(foot.rows[0].cells[0])[0] == ("Nơi nhận:", "Recipients heading")
    assert lines(foot.rows[0].cells[0])[-1] == ("- Lưu: VT.", "Recipient")
    assert lines(foot.rows[0].cells[1]) == [("TRƯỞNG BAN", "Signature")]


def test_the_table_of_figures_has_one_line_per_figure(place):
    draft = assemble(place.report)
    content = FORMATS["csv"].write(draft).decode("utf-8-sig")
    lines = list(csv.DictReader(StringIO(content), delimiter=";"))
    assert [line["vị trí số liệu"] for line in lines] == list(draft.figures)
    by_place = {line["vị trí số liệu"]: line for line in lines}
    budget = by_place["indicator.budget_revenue.value"]
    assert (budget["giá trị"], budget["đơn vị tính"], budget["kỳ"]) == ("5027", "tỷ đồng", "01/01–30/09/2019")
    share = by_place["indicator.budget_revenue.share_of_plan"]
    assert share["nguồn gốc dữ liệu"] == "dữ liệu kiểm thử · kế hoạch 5.452 tỷ đồng: dữ liệu kiểm thử"


def test_the_english_text_says_that_it_is_a_translation(place):
    text = FORMATS["txt"].write(assemble(place.report, "en")).decode()
    assert "the Vietnamese text is the official one" in squeezed(text)
    assert "5,027 billion đồng, reaching 92.2% of the budget plan" in squeezed(text)
