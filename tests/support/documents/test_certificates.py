"""Certificates on paper: what comes out, what fits, what is refused."""

import pytest

from tests.support.documents.samples import (
    CERTIFICATE,
    certificate,
    needs_pdftotext,
    pages_of_pdf,
    words_of_pdf,
)
from thidua.core.vietnamese.letters import ALPHABET, put_tone
from thidua.support.documents.certificates.fitting import block_height, fit
from thidua.support.documents.certificates.layout import Layout, families, layout, layout_of, papers
from thidua.support.documents.certificates.printing import Offset, PrintMode, faults_of, print_certificates
from thidua.support.documents.fonts import missing_letters, width
from thidua.support.refusals import Refused

A4 = layout("bang_khen_tinh", "paper_a4")
RECIPIENT = next(line for line in A4.lines if line.field == "recipient")
VOWELS = "aăâeêioôơuưy"


def all_letters() -> str:
    toned = "".join(put_tone(vowel, tone) for vowel in VOWELS for tone in range(1, 6))
    return f"{ALPHABET}{toned}{ALPHABET.upper()}{toned.upper()}"


def test_the_typeface_has_every_vietnamese_letter() -> None:
    assert len(set(all_letters())) == 2 * (33 + 60)
    assert missing_letters(all_letters()) == []


@needs_pdftotext
def test_a_full_print_says_all_lines_of_the_certificate() -> None:
    assert sorted(words_of_pdf(print_certificates(A4, [CERTIFICATE]))) == sorted(
        [
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
            "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN",
            "TẶNG",
            "BẰNG KHEN",
            "Ông Lò Văn Ưởng",
            "Trưởng thôn Nà Pò, xã Hồng Phong",
            "Đã có thành tích xuất sắc trong phong trào thi đua năm 2019",
            "Quyết định số 163/QĐ-UBND, ngày 05 tháng 01 năm 2020",
            "Số sổ vàng: 12",
            "Lạng Sơn, ngày 05 tháng 01 năm 2020",
            "CHỦ TỊCH",
            "Nguyễn Thị Ẩn",
            "Mã kiểm tra: 7KQ4M-XW9HD",
        ]
    )


@needs_pdftotext
def test_an_overlay_has_only_what_differs_from_one_certificate_to_the_next() -> None:
    full = set(words_of_pdf(print_certificates(A4, [CERTIFICATE])))
    overlay = set(words_of_pdf(print_certificates(A4, [CERTIFICATE], mode=PrintMode.OVERLAY)))
    assert full - overlay == {
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN",
        "TẶNG",
        "BẰNG KHEN",
    }
    assert overlay <= full


def test_the_offset_of_a_printer_moves_an_overlay_and_not_a_full_print() -> None:
    offset = Offset(right=2.5, down=-1)
    moved = print_certificates(A4, [CERTIFICATE], mode=PrintMode.OVERLAY, offset=offset)
    assert moved != print_certificates(A4, [CERTIFICATE], mode=PrintMode.OVERLAY)
    assert len(print_certificates(A4, [CERTIFICATE], offset=offset)) == len(
        print_certificates(A4, [CERTIFICATE])
    )


@pytest.mark.parametrize("paper", papers())
@pytest.mark.parametrize("family", families())
def test_every_family_prints_on_every_paper(family: str, paper: str) -> None:
    assert faults_of(layout(family, paper), CERTIFICATE) == {}
    assert pages_of_pdf(print_certificates(layout(family, paper), [CERTIFICATE])) == 1


def test_a_long_name_is_made_smaller_then_set_on_two_lines_then_refused() -> None:
    short, long, longer = "Ông Lò Văn Ưởng", "Hợp tác xã " * 6 + "Nà Pò", "Hợp tác xã " * 10 + "Nà Pò"
    sizes = [fit(name, RECIPIENT) for name in (short, long, longer)]
    assert [(fitted.size, len(fitted.lines)) for fitted in sizes if fitted] == [(24, 1), (18, 1), (17, 2)]
    assert all(
        width(line, fitted.size, RECIPIENT.face) <= RECIPIENT.width
        for fitted in sizes
        if fitted
        for line in fitted.lines
    )
    assert fit("Hợp tác xã " * 30, RECIPIENT) is None
    with pytest.raises(Refused) as refused:
        print_certificates(A4, [CERTIFICATE, certificate(recipient="Hợp tác xã " * 30)])
    assert list(refused.value.faults) == ["2.recipient"]


@pytest.mark.parametrize("paper", papers())
@pytest.mark.parametrize("family", families())
def test_a_name_and_a_description_on_two_lines_each_leave_room_between_them(family: str, paper: str) -> None:
    lines = {line.field: line for line in layout(family, paper).lines}
    words = {"recipient": "Hợp tác xã " * 10 + "Nà Pò", "description": "Phó Trưởng phòng Nghiệp vụ " * 7}
    ends = {}
    for field in ("title", "recipient", "description"):
        fitted = fit(words.get(field, "BẰNG KHEN").strip(), lines[field])
        assert fitted is not None
        half, mark = block_height(len(fitted.lines), fitted.size) / 2, fitted.size * 0.08
        ends[field] = (lines[field].y - half - mark, lines[field].y + half + mark)
    assert ends["title"][1] < ends["recipient"][0] + 1
    assert ends["recipient"][1] <= ends["description"][0] + 0.5


def test_letters_that_the_typeface_lacks_are_refused_by_name() -> None:
    with pytest.raises(Refused) as refused:
        print_certificates(A4, [certificate(recipient="Ông Lò 龍 Ưởng 😀")])
    assert list(refused.value.faults) == ["1.recipient"]
    [[sentence]] = refused.value.faults.values()
    assert [mark in str(sentence) for mark in ("«龍» (U+9F8D)", "«😀» (U+1F600)", "«Ư»")] == [
        True,
        True,
        False,
    ]


def test_a_name_in_separate_letters_and_marks_is_printed_whole() -> None:
    assert faults_of(A4, certificate(recipient="Lo\u0300 Va\u0306n U\u031bo\u0309ng")) == {}


@needs_pdftotext
def test_a_name_that_looks_like_a_program_is_only_printed() -> None:
    name = '#panic("x") $x$ *đậm* _nghiêng_ \\n'
    assert name in words_of_pdf(print_certificates(A4, [certificate(recipient=name)]))


def test_a_certificate_without_a_name_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        print_certificates(A4, [certificate(recipient=" ")])
    assert list(refused.value.faults) == ["1.recipient"]


@pytest.mark.slow
def test_a_thousand_certificates_are_one_file_of_a_thousand_pages() -> None:
    texts = [certificate(golden_book=number) for number in range(1, 1001)]
    assert pages_of_pdf(print_certificates(A4, texts)) == 1000


def own_layout(text: str) -> Layout:
    return layout_of("giay_khen", text)


def test_an_office_may_write_a_layout_of_its_own() -> None:
    made = own_layout(
        "name: mẫu của tỉnh\n"
        "paper: {width: 297, height: 210}\n"
        'frame: {x: 10, y: 10, width: 277, height: 190, colour: "#aa0000"}\n'
        "emblem: {x: 10, y: 10, width: 20, height: 20}\n"
        "code: {x: 10, y: 40, width: 20, height: 20}\n"
        "lines:\n  recipient: {x: 148, y: 100, width: 200, size: 20}\n"
    )
    assert [line.field for line in made.lines] == ["recipient"]
    assert pages_of_pdf(print_certificates(made, [CERTIFICATE])) == 1


@pytest.mark.parametrize(
    "text", ["", "- 1", "paper: {width: 1", "name: x", "name: x\npaper: {width: 9999999, height: 1}"]
)
def test_a_layout_that_lacks_something_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(Refused) as refused:
        own_layout(text)
    assert list(refused.value.faults) == ["layout"]
