"""The page and the styles of an administrative document: Decree 30/2020/NĐ-CP, appendix I, part I and II.

Paper A4; margins: top and bottom 20–25 mm, left 30–35, right 15–20; Times New Roman, body 13–14, justified, first
line 1 or 1.27 cm, at least 6 pt between paragraphs; page number in the top margin, centred, not on page 1.
"""

from __future__ import annotations

from typing import Any, Final

from docx.document import Document as DocxDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Mm, Pt, RGBColor

FONT: Final = "Times New Roman"
LANGUAGES: Final = {"vi": "vi-VN", "en": "en-GB"}
BODY, LINE, NOTE, TITLE = "Body Text", "Line", "Note", "Title"

# name → size in points, bold, italic, alignment
_LINES: Final = {
    "Nation": (12, True, False, WD_ALIGN_PARAGRAPH.CENTER),
    "Motto": (13, True, False, WD_ALIGN_PARAGRAPH.CENTER),
    "Superior body": (12, False, False, WD_ALIGN_PARAGRAPH.CENTER),
    "Issuing body": (12, True, False, WD_ALIGN_PARAGRAPH.CENTER),
    "Number": (13, False, False, WD_ALIGN_PARAGRAPH.CENTER),
    "Place and date": (14, False, True, WD_ALIGN_PARAGRAPH.CENTER),
    "Remark": (13, False, True, WD_ALIGN_PARAGRAPH.JUSTIFY),
    "Recipients heading": (12, True, True, WD_ALIGN_PARAGRAPH.LEFT),
    "Recipient": (11, False, False, WD_ALIGN_PARAGRAPH.LEFT),
    "Signature": (14, True, False, WD_ALIGN_PARAGRAPH.CENTER),
    "Cell": (13, False, False, WD_ALIGN_PARAGRAPH.LEFT),
    "Note heading": (12, True, False, WD_ALIGN_PARAGRAPH.LEFT),
    NOTE: (12, False, False, WD_ALIGN_PARAGRAPH.JUSTIFY),
    "Status": (11, False, True, WD_ALIGN_PARAGRAPH.LEFT),
}


def set_page(document: DocxDocument) -> None:
    """Set paper, margins and the page number in the header of every page but the first."""
    [section] = document.sections
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(20)
    section.header_distance = Mm(10)
    section.different_first_page_header_footer = True
    paragraph = section.header.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _add_field(paragraph.add_run(), "PAGE")


def set_styles(document: DocxDocument, language: str) -> None:
    """Give every style used its typeface, size and spacing."""
    normal = document.styles["Normal"]
    _set_font(normal, 14)
    _set_language(normal, LANGUAGES[language])
    _set_font(document.styles["Header"], 14)
    body = document.styles[BODY]
    _set_font(body, 14)
    body.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    body.paragraph_format.first_line_indent = Cm(1.27)
    _set_spacing(body, before=6, after=6, lines=1.15)
    for level in (1, 2):
        heading = document.styles[f"Heading {level}"]
        _set_font(heading, 14, bold=True)
        heading.paragraph_format.first_line_indent = Cm(1.27)
        heading.paragraph_format.keep_with_next = True
        _set_spacing(heading, before=12 if level == 1 else 6, after=6, lines=1.15)
    title = document.styles[TITLE]
    _set_font(title, 14, bold=True)
    title.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _set_spacing(title, before=0, after=0, lines=1.15)
    _remove(title.element.pPr, "w:pBdr")
    for name, (size, bold, italic, alignment) in _LINES.items():
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = normal
        _set_font(style, size, bold=bold, italic=italic)
        style.paragraph_format.alignment = alignment
        _set_spacing(style, before=0, after=0, lines=1.0)


def add_rule(cell_or_body: Any, share: float, width: Any) -> None:
    """Add a line of `share` of the width, centred: an empty paragraph with a border and indents."""
    paragraph = cell_or_body.add_paragraph(style="Number")
    form = paragraph.paragraph_format
    form.left_indent = form.right_indent = int(width * (1 - share) / 2)
    form.space_before, form.line_spacing = Pt(3), Pt(4)
    border = OxmlElement("w:pBdr")
    top = OxmlElement("w:top")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
        top.set(qn(f"w:{name}"), value)
    border.append(top)
    # The schema wants the border before the spacing.
    paragraph._p.get_or_add_pPr().insert_element_before(
        border, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc"
    )


def _set_font(style: Any, size: int, *, bold: bool = False, italic: bool = False) -> None:
    font = style.font
    font.name, font.size, font.bold, font.italic = FONT, Pt(size), bold, italic
    font.color.rgb = RGBColor(0, 0, 0)
    properties = style.element.get_or_add_rPr()
    for name in ("w:spacing", "w:kern"):  # the letter-spacing of the template's titles
        _remove(properties, name)
    fonts = properties.get_or_add_rFonts()
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        # A typeface of the theme would win over the one that is named.
        fonts.attrib.pop(qn(f"w:{name}"), None)
    for name in ("eastAsia", "cs"):
        fonts.set(qn(f"w:{name}"), FONT)


def _set_spacing(style: Any, *, before: int, after: int, lines: float) -> None:
    form = style.paragraph_format
    form.space_before, form.space_after, form.line_spacing = Pt(before), Pt(after), lines


def _set_language(style: Any, language: str) -> None:
    properties = style.element.get_or_add_rPr()
    _remove(properties, "w:lang")
    mark = OxmlElement("w:lang")
    for name in ("val", "eastAsia"):
        mark.set(qn(f"w:{name}"), language)
    properties.append(mark)


def _remove(parent: Any, tag: str) -> None:
    for child in [] if parent is None else parent.findall(qn(tag)):
        parent.remove(child)


def _add_field(run: Any, code: str) -> None:
    for kind, text in (("begin", ""), ("", code), ("end", "")):
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = text
        run._r.append(element)
