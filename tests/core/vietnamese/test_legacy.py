"""TCVN3 and VNI are recognised and become Unicode; Unicode, French and German stay as they are."""

import subprocess
import unicodedata
from shutil import which

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.core.vietnamese.legacy import convert, convert_typeface, could_be, is_unicode, mend, recognise
from thidua.core.vietnamese.legacy_syllables import is_syllable
from thidua.core.vietnamese.legacy_tables import TCVN3, TONES, VNI, Encoding, Typeface, typeface_of
from thidua.core.vietnamese.letters import split_tone

LETTERS = sorted(
    {
        unicodedata.normalize("NFC", (vowel.upper() if big else vowel) + tone)
        for vowel in "aăâeêioôơuưy"
        for tone in ("", *TONES)
        for big in (False, True)
    }
    | {"đ", "Đ"}
)
MARKED = [letter for letter in LETTERS if not letter.isascii()]
TO_TCVN3 = {letter: sign for sign, letter in TCVN3.items()}
# The sign typed first is the small one; a capital has its signs in capitals, too.
TO_VNI = {
    letter: sign
    for sign, letter in VNI.items()
    if sign == (sign.upper() if letter.isupper() else sign.lower())
}
WORDS = st.lists(st.sampled_from([*LETTERS, *"bcdghklmnpqrstvx BCDGHKLMNPQRSTVX.,;-/0123"]), max_size=30).map(
    "".join
)


def in_tcvn3(text):
    """The text as it was typed: capitals without a sign of their own take their tone mark after them."""
    typed = ""
    for letter in text:
        if letter.isascii():
            typed += letter
        elif letter in TO_TCVN3:
            typed += TO_TCVN3[letter]
        else:
            base, tone = split_tone(letter)
            typed += TO_TCVN3.get(base, base) + TO_TCVN3[TONES[tone - 1]]
    return typed


def in_vni(text):
    return "".join(letter if letter.isascii() else TO_VNI[letter] for letter in text)


def test_there_are_134_marked_letters_and_vni_has_a_sign_for_each():
    assert len(MARKED) == 134
    assert set(TO_VNI) == set(MARKED)


@pytest.mark.parametrize("letter", MARKED)
def test_every_letter_comes_back_from_both_encodings(letter):
    assert convert(in_tcvn3(letter), Encoding.TCVN3) == letter
    assert convert(in_vni(letter), Encoding.VNI) == letter


@given(WORDS)
def test_text_comes_back_from_tcvn3(text):
    assert convert(in_tcvn3(text), Encoding.TCVN3) in (text, text.upper())


@given(WORDS)
def test_text_comes_back_from_vni_where_its_signs_do_not_meet_another_vowel(text):
    # «aâ» is â; the a of «a» before a real «â» cannot stand there, as Vietnamese has no such two vowels.
    apart = "-".join(text)
    assert convert(in_vni(apart), Encoding.VNI) in (apart, apart.upper())


@pytest.mark.skipif(which("iconv") is None, reason="the GNU C library's table is not on this computer")
def test_the_table_of_tcvn3_is_that_of_the_c_library():
    signs = "".join(TCVN3)
    told = subprocess.run(
        ["iconv", "-f", "TCVN", "-t", "UTF-8"],
        input="\n".join(f"x{sign}" for sign in signs).encode("latin-1"),
        capture_output=True,
        check=True,
    ).stdout.decode()
    assert [unicodedata.normalize("NFC", line) for line in told.split("\n")] == [
        unicodedata.normalize("NFC", f"x{TCVN3[sign]}") for sign in signs
    ]


@pytest.mark.parametrize(
    ("typed", "encoding", "meant"),
    [
        ("NguyÔn V¨n A", Encoding.TCVN3, "Nguyễn Văn A"),
        ("TrÇn ThÞ Hoa", Encoding.TCVN3, "Trần Thị Hoa"),
        ("Phã tr\xadëng phßng", Encoding.TCVN3, "Phó trưởng phòng"),
        ("UBND tØnh L¹ng S¬n", Encoding.TCVN3, "UBND tỉnh Lạng Sơn"),
        ("HOµNG V¡N THô", Encoding.TCVN3, "HOÀNG VĂN THỤ"),
        ("Hµ", Encoding.TCVN3, "Hà"),
        ("TËp thÓ lao ®éng xuÊt s¾c", Encoding.TCVN3, "Tập thể lao động xuất sắc"),
        ("Traàn Thò Hoa", Encoding.VNI, "Trần Thị Hoa"),
        ("Nguyeãn Vaên Haø Noäi", Encoding.VNI, "Nguyễn Văn Hà Nội"),
        ("BAÈNG KHEN CUÛA CHUÛ TÒCH", Encoding.VNI, "BẰNG KHEN CỦA CHỦ TỊCH"),
        ("ñoàng chí", Encoding.VNI, "đồng chí"),
    ],
)
def test_what_was_typed_for_an_old_typeface_is_recognised(typed, encoding, meant):
    assert recognise(typed) is encoding
    assert convert(typed, encoding) == meant


@pytest.mark.parametrize(
    "text",
    [
        "Nguyễn Văn Hoà",
        "Hoà Bình",
        "Lê Công Bình",
        "Hà, Bé, Tú, Thô, Cô",
        "Ý Yên",
        "Y Blôk Êban",
        "H'Hen Niê",
        "Uỷ ban, quý III, 5 m², 20°C, 5 µg, a² + b²",
        "«Dân vận khéo»",
        "Toyota® Vios",
        "José Peña, João Leão, São Paulo",
        "François Müller-Höng, Zoë, Loïc, Chloé, Raphaël, Noël, Hélène",
        "Köln, Grün, Böhm, Jörg, Bär, Süß",
        "Citroën",
        "Hoàng Văn Thụ",
        "Hà Nội",
        "plain text",
        "",
    ],
)
def test_other_text_is_never_taken_for_an_old_encoding(text):
    assert recognise(text) is None


@given(st.text(st.sampled_from([*LETTERS, *"bcdghklmnpqrstvx "]), max_size=40))
def test_text_with_letters_of_unicode_is_never_converted(text):
    if is_unicode(text):
        assert recognise(text) is None


@pytest.mark.parametrize(
    ("font", "typeface"),
    [
        (".VnTime", Typeface(Encoding.TCVN3)),
        (".VnTimeH", Typeface(Encoding.TCVN3, capitals=True)),
        (".VnArial NarrowH", Typeface(Encoding.TCVN3, capitals=True)),
        (".vntime", Typeface(Encoding.TCVN3)),
        ("VNI-Times", Typeface(Encoding.VNI)),
        ("Times New Roman", None),
        ("", None),
    ],
)
def test_a_font_tells_the_encoding_by_its_name(font, typeface):
    assert typeface_of(font) == typeface


def test_a_font_decides_what_the_letters_leave_open():
    assert recognise("Bé") is None
    assert could_be("Bé", Encoding.TCVN3)
    assert convert_typeface("Bé", Typeface(Encoding.TCVN3)) == "Bộ"
    assert convert_typeface("nguyÔn v¨n an", Typeface(Encoding.TCVN3, capitals=True)) == "NGUYỄN VĂN AN"
    assert convert_typeface("ubnd", Typeface(Encoding.TCVN3, capitals=True)) == "UBND"


def test_text_that_was_typed_in_unicode_stays_whatever_its_font():
    assert convert_typeface("Nguyễn Văn Hoà", Typeface(Encoding.TCVN3)) is None
    assert convert_typeface("Hà", Typeface(Encoding.TCVN3)) is None
    assert convert_typeface("An", Typeface(Encoding.TCVN3)) is None


def test_letters_that_old_converters_left_are_put_right():
    assert mend("khen thƣởng, Ƣu tú, Ðồng, Ɖồng") == "khen thưởng, Ưu tú, Đồng, Đồng"
    assert mend(unicodedata.normalize("NFD", "Nguyễn Đức")) == "Nguyễn Đức"


@pytest.mark.parametrize("word", ["Nguyễn", "quýt", "gì", "khuỷu", "nghiêng", "Đặng", "uy"])
def test_words_spelt_as_vietnamese_are_known(word):
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["Müller", "gỏt", "Blôk", "str", "bc", "nguyêễn"])
def test_words_that_vietnamese_does_not_spell_are_known(word):
    assert not is_syllable(word)
