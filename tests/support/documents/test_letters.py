"""Letters: from the templates offered and from the office's own, which cannot do more than name places."""

from __future__ import annotations

import zipfile
from io import BytesIO

import docx
import pytest

from tests.support.documents.samples import (
    ANNEX,
    DECISION,
    LETTERS,
    needs_pdftotext,
    pages_of_pdf,
    words_of_docx,
    words_of_pdf,
)
from thidua.support.documents.letters.checking import check_template
from thidua.support.documents.letters.content import KINDS, AnnexList, DecisionLetter
from thidua.support.documents.letters.defaults import default_template
from thidua.support.documents.letters.pdf import write_decision_pdf
from thidua.support.documents.letters.places import context_of, places_of
from thidua.support.documents.letters.rendering import render_docx
from thidua.support.refusals import Refused

NEEDED = (
    "".join(
        f"{{{{ {place.name} }}}}"
        for place in places_of(DecisionLetter).values()
        if place.needed and not place.is_list
    )
    + "{% for x in can_cu %}{{ x }}{% endfor %}{% for d in cac_dieu %}{{ d.so }}{{ d.noi_dung }}{% endfor %}"
)
ELSEWHERE = (
    '<Relationships><Relationship Id="r" Type="attachedTemplate" Target="http://x" TargetMode="External"/>'
    "</Relationships>"
)


def template(*texts: str) -> bytes:
    document = docx.Document()
    for text in texts:
        document.add_paragraph(text)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def with_part(name: str, content: bytes) -> bytes:
    stream = BytesIO(template(NEEDED))
    with zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return stream.getvalue()


@pytest.mark.parametrize("kind", KINDS)
def test_the_templates_offered_have_every_place_that_is_needed(kind: str) -> None:
    assert check_template(default_template(kind), KINDS[kind]).sentences == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_text_of_a_letter_stands_in_its_docx(kind: str) -> None:
    def texts(value: object) -> list[str]:
        if isinstance(value, str):
            return [value]
        inside = value.values() if isinstance(value, dict) else value
        return [text for each in inside for text in texts(each)]  # type: ignore[attr-defined]

    whole = "\n".join(words_of_docx(render_docx(LETTERS[kind])))
    assert [text for text in texts(context_of(LETTERS[kind])) if text not in whole] == []


def test_a_decision_is_written_as_decree_30_asks() -> None:
    assert words_of_docx(render_docx(DECISION)) == [
        "ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: 163/QĐ-UBND",
        "Lạng Sơn, ngày 05 tháng 01 năm 2020",
        "QUYẾT ĐỊNH",
        "Về việc tặng Bằng khen",
        "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN",
        "Căn cứ Luật Thi đua, khen thưởng;",
        "QUYẾT ĐỊNH:",
        "Điều 1. Tặng Bằng khen cho A & B <C>.",
        "Điều 2. Thi hành.",
        "Nơi nhận:",
        "- Như Điều 3;",
        "- Lưu: VT.",
        "CHỦ TỊCH",
        "Nguyễn Thị Ẩn",
    ]


def test_the_offices_own_template_is_filled() -> None:
    assert words_of_docx(render_docx(DECISION, template("Mẫu của tỉnh: {{ nguoi_ky }}", NEEDED)))[0] == (
        "Mẫu của tỉnh: Nguyễn Thị Ẩn"
    )


def test_unknown_and_missing_places_are_told_by_name() -> None:
    report = check_template(
        template(NEEDED.replace("nguoi_ky", "nguoi_ki"), "{{ so_phong }}"), DecisionLetter
    )
    assert (report.unknown, report.missing) == (["nguoi_ki", "so_phong"], ["nguoi_ky"])
    rows = check_template(template("{% for n in cac_nhom %}{{ n.ten_nhm }}{% endfor %}"), AnnexList)
    assert rows.unknown == ["n.ten_nhm"]


@pytest.mark.parametrize(
    "attempt",
    [
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ nguoi_ky.__class__ }}",
        "{{ nguoi_ky.format() }}",
        "{{ nguoi_ky['__class__'] }}",
        "{{ cycler.__init__.__globals__ }}",
        "{{ self._TemplateReference__context }}",
        "{{ lipsum() }}",
        "{{ 'a' * 1000000000 }}",
        "{{ 9 ** 9 ** 9 }}",
        "{% for x in range(99999999) %}x{% endfor %}",
        "{% for a in can_cu %}{% for b in can_cu %}{% for c in can_cu %}x{% endfor %}{% endfor %}{% endfor %}",
        "{% for d in cac_dieu recursive %}{{ loop(cac_dieu) }}{% endfor %}",
        "{% set x = nguoi_ky %}",
        "{% include 'other' %}",
        "{% import 'os' as os %}",
        "{% macro m() %}{{ m() }}{% endmacro %}",
        "{{ nguoi_ky | attr('__class__') }}",
        "{{ nguoi_ky | safe }}",
        "{{ loop }}",
    ],
)
def test_a_template_that_tries_to_do_more_than_name_places_is_refused(attempt: str) -> None:
    assert check_template(template(NEEDED), DecisionLetter).sentences == []
    assert check_template(template(NEEDED, attempt), DecisionLetter).sentences != []
    with pytest.raises(Refused) as refused:
        render_docx(DECISION, template(NEEDED, attempt))
    assert list(refused.value.faults) == ["template"]


def test_headers_and_properties_are_looked_at_too() -> None:
    document = docx.Document(BytesIO(template(NEEDED)))
    document.sections[0].header.paragraphs[0].text = "{{ khong_co }}"
    document.core_properties.title = "{{ cung_khong }}"
    stream = BytesIO()
    document.save(stream)
    assert check_template(stream.getvalue(), DecisionLetter).unknown == ["khong_co", "cung_khong"]


@pytest.mark.parametrize(
    "file",
    [
        b"",
        b"%PDF-1.7",
        b"PK\x03\x04broken",
        with_part("word/vbaProject.bin", b"macro"),
        with_part("word/embeddings/a.bin", b"file"),
        with_part("word/big.bin", b"\0" * (41 * 1024 * 1024)),
        with_part("word/x.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
        with_part("word/_rels/settings.xml.rels", ELSEWHERE.encode()),
        with_part("word/_rels/settings.xml.rels", ELSEWHERE.replace("External", "&#69;xternal").encode()),
        with_part("word/_rels/settings.xml.rels", ELSEWHERE.encode("utf-16")),
        with_part("WORD/_RELS/SETTINGS.XML.RELS", ELSEWHERE.encode()),
        with_part(
            "word/_rels/settings.xml.rels",
            ELSEWHERE.replace('Target="', 'Target="http://hyperlink/').encode(),
        ),
        with_part("word/letter.bin", b'\xef\xbb\xbf <!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
        with_part("word/x.xml", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'.encode("utf-16")),
        with_part("word/x.xml", b'<?xml version="1.0" encoding="UTF-7"?>+ADw-!DOCTYPE a+AD4-'),
    ],
    ids=[
        *("empty", "pdf", "broken", "macro", "embedded", "bomb", "entities", "from elsewhere"),
        *("elsewhere escaped", "elsewhere in UTF-16", "elsewhere in capitals", "elsewhere as a link"),
        *("entities under another name", "entities in UTF-16", "another encoding"),
    ],
)
def test_a_file_that_is_no_harmless_word_document_gets_a_sentence(file: bytes) -> None:
    assert len(check_template(file, DecisionLetter).sentences) == 1


def test_an_unclosed_place_gets_a_sentence() -> None:
    assert len(check_template(template(NEEDED, "{{ nguoi_ky }"), DecisionLetter).sentences) == 1


@needs_pdftotext
def test_the_pdf_of_a_decision_says_what_its_docx_says() -> None:
    pdf = write_decision_pdf(DECISION, [ANNEX])
    assert pages_of_pdf(pdf) == 2
    said = " ".join(words_of_pdf(pdf))
    docx_says = [*words_of_docx(render_docx(DECISION)), *words_of_docx(render_docx(ANNEX))]
    assert [line for line in docx_says if line not in said] == []


def test_a_decision_with_a_letter_that_cannot_be_printed_is_refused() -> None:
    from dataclasses import replace

    with pytest.raises(Refused):
        write_decision_pdf(replace(DECISION, signer_name="龍"))


def test_a_template_damaged_anywhere_is_told_and_never_an_error() -> None:
    whole = default_template("decision")
    no_word = check_template(b"PK\x03\x04 nothing", DecisionLetter).sentences

    assert len(no_word) == 1
    for place in range(40, len(whole), len(whole) // 60):
        damaged = whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :]
        sentences = check_template(damaged, DecisionLetter).sentences
        assert sentences in ([], no_word)
