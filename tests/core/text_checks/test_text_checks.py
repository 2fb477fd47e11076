"""Each check against what it must find and what it must leave alone."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.core.text_checks import (
    ARTICLE_CHECKS,
    CHECKS,
    NamedPerson,
    TextCode,
    TextContext,
    check_text,
    sentence,
)
from thidua.core.text_checks.messages import messages
from thidua.core.text_checks.word_lists import word_lists


def excerpts(code, text, context=None):
    return [found.excerpt for found in check_text(text, context, ARTICLE_CHECKS) if found.code is code]


FOUND = {
    TextCode.UNNAMED_PLAN: [
        ("thu ngân sách đạt 92,2% so với dự toán.", "dự toán"),
        ("trồng rừng đạt 104% kế hoạch, đứng đầu khu vực", "kế hoạch"),
    ],
    TextCode.NO_DECISION_NUMBER: [
        ("tỉnh đã trao tặng Bằng khen cho 27 tập thể; tặng Bằng khen cho", "trao tặng Bằng khen"),
        ("được tặng danh hiệu Chiến sĩ thi đua", "được tặng danh hiệu"),
    ],
    TextCode.MIXED_COMPARISONS: [
        ("tăng 6,86% so với cùng kỳ; thu bằng 136,3% so với cùng kỳ", "bằng 136,3%"),
        ("giảm 2% so cùng kỳ; thu bằng 95% so cùng kỳ năm 2018", "bằng 95%"),
    ],
    TextCode.UNBALANCED_BRACKET: [
        ("cho 27 tập thể (trong đó có xã", "(trong đó có xã"),
        ("hoàn thành (đoạn một] dự án", "(đoạn một] dự án"),
        ("hoàn thành dự án)", "án)"),
        ("gồm (bốn tỉnh\nHai dòng", "(bốn tỉnh"),
    ],
    TextCode.UNBALANCED_QUOTE: [
        ("phong trào “Dân vận khéo đã tạo", "“Dân vận khéo đã tạo"),
        ('phong trào "Dân vận khéo đã tạo', '"Dân vận khéo đã tạo'),
        ("Dân vận khéo” đã tạo", "khéo”"),
    ],
    TextCode.DOUBLED_WORD: [
        ("tỉnh đã đã tổ chức", "đã đã"),
        ("các phong trào trào thi đua", "trào trào"),
        ("Lạng Lạng Sơn", "Lạng Lạng"),
        ("Các các đơn vị", "Các các"),
        ("nguồn nhân nhân lực", "nhân nhân"),
    ],
    TextCode.DOUBLE_SPACE: [("đồng  bộ", "đồng  bộ"), ("đồng\u00a0 bộ", "đồng\u00a0 bộ")],
    TextCode.NO_BREAK_SPACE: [
        ("tỉnh\u00a0Lạng Sơn", "tỉnh\u00a0Lạng"),
        ("20\u00a0 tỷ", "20\u00a0 tỷ"),
        ("hết.\u00a0", "hết.\u00a0"),
        ("12\u00a0537 hồ sơ", "12\u00a0537"),
    ],
    TextCode.NO_THOUSAND_SEPARATOR: [
        ("được 5027 tỷ đồng", "5027"),
        ("được 5027,5 tỷ đồng", "5027,5"),
        ("có 2019 lượt xem", "2019"),
        ("có 1899 công trình", "1899"),
        ("tổng số 2279 hồ sơ", "2279"),
        ("12537.", "12537"),
    ],
    TextCode.MIXED_DATE_FORMS: [
        ("ngày 5/9/2019 và ngày 06/09/2019", "5/9/2019"),
        ("ngày 31-10-2019 và ngày 04/11/2019", "31-10-2019"),
    ],
    TextCode.NO_AS_OF_DATE: [
        ("Đến nay đã có trên 20 tỷ đồng.", "Đến nay"),
        ("Đến ngày 30/9/2019 đạt khá. Đến nay đã đủ.", "Đến nay"),
        ("từ năm 2018 đến\u00a0nay", "đến\u00a0nay"),
    ],
    TextCode.UNBOUND_FIGURE: [
        ("thu được 5.027 tỷ đồng", "5.027"),
        ("đạt 92,2% so với dự toán", "92,2%"),
        ("kỷ niệm 110 năm ngày sinh", "110"),
        ("cho 9/11 thành viên", "9"),
        ("có tổng số 12 đơn vị", "12"),
    ],
    TextCode.PERCENT_WITHOUT_BASIS: [
        ("thu ngân sách đạt 92,2%.", "92,2%"),
        ("thu đạt 92,2% so với dự toán, bằng 136,3%.", "136,3%"),
        ("so với dự toán thu còn thấp; chi đạt 80%.", "80%"),
        ("tăng 5 phần trăm.", "5 phần trăm"),
    ],
    TextCode.WRONG_PUNCTUATION: [
        ("tiêu biểu gồm; ông", "gồm;"),
        ("tỉnh , huyện", "tỉnh ,"),
        ("các cấp,, các ngành", "cấp,,"),
        ("kết thúc..", "thúc.."),
    ],
    TextCode.PROPER_NAME_CASE: [
        ("tỉnh Lạng sơn", "Lạng sơn"),
        ("Việt nam", "Việt nam"),
        ("Mặt trận tổ quốc tỉnh", "Mặt trận tổ quốc"),
    ],
    TextCode.HONORIFIC_CASE: [("gồm ông A Sùng; Ông Vi Liêm", "Ông"), ("ông Cương và Bà Lư", "Bà")],
    TextCode.MISSING_SPACE: [
        ("đã đáp ứng.Tổng số hồ sơ", "ứng.Tổng"),
        ("các xã đều đồng ý.Đến nay", "ý.Đến"),
        ("tỉnh Lạng Sơn.Ở xã", "Sơn.Ở"),
        ("trong năm 2019.Tổng kết", "2019.Tổng"),
        ("bằng khen (27 tập thể).Tỉnh", ").Tỉnh"),
        ("các cấp,các ngành", "cấp,các"),
    ],
    TextCode.IMPOSSIBLE_DATE: [
        ("ngày 31/02/2019, tỉnh", "31/02/2019"),
        ("ngày 29-2-2019", "29-2-2019"),
        ("ngày 12/13/2019", "12/13/2019"),
        ("ngày 31 tháng 4 năm 2019", "ngày 31 tháng 4 năm 2019"),
        ("ngày 30 tháng 2", "ngày 30 tháng 2"),
    ],
    TextCode.LETTER_FOR_ZERO: [
        ("tăng 3O% so với kế hoạch", "3O"),
        ("năm 2O19 có", "2O19"),
        ("đạt 5.O27 tỷ", "5.O27"),
        ("có 12O xã", "12O"),
        ("ngày O5/9/2019", "O5"),
    ],
    TextCode.MISSING_WORD: [("hồ sơ được giải đúng hạn", "được giải đúng hạn")],
    TextCode.MIXED_DASHES: [("2016-2020 và 2021–2025", "2016-2020")],
    TextCode.MIXED_ZERO_PADDING: [("02 gia đình, 9 tập thể, 12 cá nhân", "9 tập")],
    TextCode.LOOK_ALIKE_LETTER: [("tỉnh Lạng Sоn", "Sоn"), ("СОС", "СОС"), ("Ηà Nội", "Ηà")],
    TextCode.SENTENCE_FRAGMENT: [
        ("Với sự quan tâm của Tỉnh ủy, sự vào cuộc của các ngành.", None),
        ("Dưới sự lãnh đạo của Tỉnh ủy.", None),
    ],
    TextCode.OPEN_LIST: [
        ("xã Chi Lăng, xã Bắc Sơn, v.v.", "xã Bắc Sơn, v.v."),
        ("gồm: cột, kèo…", "kèo…"),
    ],
    TextCode.PERSON_WITHOUT_CONSENT: [("ông Hoàng Mạnh Cương", "Hoàng Mạnh Cương")],
}


@pytest.mark.parametrize(
    ("code", "text", "excerpt"),
    [(code, text, excerpt or text) for code, cases in FOUND.items() for text, excerpt in cases],
)
def test_the_fault_is_found(code, text, excerpt):
    assert excerpts(code, text)[:1] == [excerpt]


def test_every_code_has_a_case():
    assert set(FOUND) == set(TextCode)


LEFT_ALONE = [
    (
        TextCode.UNNAMED_PLAN,
        "92,2% dự toán năm 2019; 104% kế hoạch (5.452 tỷ đồng); 9% kế hoạch do tỉnh giao",
    ),
    (TextCode.NO_DECISION_NUMBER, "Quyết định số 2215/QĐ-UBND ngày 28/10/2019 tặng Bằng khen cho 27 tập thể"),
    (TextCode.NO_DECISION_NUMBER, "đề nghị tặng thưởng; danh hiệu thi đua; trao giải cuộc thi viết"),
    (TextCode.MIXED_COMPARISONS, "thu bằng 136,3% so với cùng kỳ, bằng 92,2% so với dự toán; tăng 3 xã"),
    (TextCode.UNBALANCED_BRACKET, "Gồm: a) nhà văn hóa; b) sân chơi (hai sân); 1) đường\nb) trường"),
    (TextCode.UNBALANCED_BRACKET, "“một (hai [ba]) bốn” (năm)"),
    (TextCode.UNBALANCED_QUOTE, '“Dân vận khéo” và «Toàn dân» và "Vì người nghèo"'),
    (TextCode.UNBALANCED_QUOTE, "bà H'Hen Niê"),
    (TextCode.DOUBLED_WORD, "luôn luôn xanh xanh, ngày ngày, đời đời, dần dần, nhà nhà, vân vân"),
    (TextCode.DOUBLED_WORD, "tặng quà công nhân nhân dịp Tết; tổ chức thành công công tác bầu cử"),
    (TextCode.DOUBLED_WORD, "thực hiện hiện đại hóa; giải quyết quyết liệt; thi công công trình"),
    (TextCode.DOUBLED_WORD, "Đảng bộ Bộ Chỉ huy quân sự; chị Nguyễn Thị Vân Vân đã đến"),
    (TextCode.DOUBLED_WORD, "danh hiệu Nghệ nhân nhân dân; hành vi vi phạm; cơ quan quan trọng"),
    (TextCode.DOUBLED_WORD, "người người, nhà nhà; năm năm qua; 20 20"),
    (TextCode.DOUBLE_SPACE, "    lùi đầu dòng\n  và nữa"),
    (TextCode.NO_BREAK_SPACE, "12.537\u00a0hồ sơ và 20\u00a0tỷ đồng"),
    (TextCode.NO_THOUSAND_SEPARATOR, "năm 2019, 1900 và 2100; 163/QĐ-UBND; 1672/NQ-UBTVQH15; số 2279"),
    (TextCode.NO_THOUSAND_SEPARATOR, "điện thoại 0205381234; 0912345678; 04/11/2019; 5.027; 5.027.000"),
    (TextCode.NO_THOUSAND_SEPARATOR, "Năm 2019 người dân đã góp; năm học 2019-2020"),
    (TextCode.MIXED_DATE_FORMS, "ngày 19/8/2019 và ngày 31/10/2019"),
    (TextCode.MIXED_DATE_FORMS, "ngày 19/08/2019 và ngày 04/11/2019"),
    (TextCode.NO_AS_OF_DATE, "Đến nay (ngày 30/9/2019) đã đủ"),
    (TextCode.NO_AS_OF_DATE, "đến nay, tính đến ngày 30 tháng 9 năm 2019, đã có"),
    (TextCode.NO_AS_OF_DATE, "đến nay, hết quý III, đã có"),
    (TextCode.UNBOUND_FIGURE, "Quyết định số 163/QĐ-UBND ngày 31/10/2019; Điều 5, khoản 2; 98/2023/NĐ-CP"),
    (TextCode.UNBOUND_FIGURE, "chủ đề “60 ngày đêm thi đua”; lần thứ V; khóa 13; thôn Nà Ao 2, xã"),
    (TextCode.UNBOUND_FIGURE, "trong 9 tháng đầu năm 2019; quý 3; tháng 9; lúc 14:00; 7 giờ 30"),
    (TextCode.UNBOUND_FIGURE, "1. Kinh tế\n2.1. Công nghiệp\n3) Văn hóa"),
    (TextCode.UNBOUND_FIGURE, "từ ngày 19/8 đến 31/10/2019; 01/01–30/09/2019; COVID-19"),
    (TextCode.PERCENT_WITHOUT_BASIS, "tăng 6,86% so với cùng kỳ; so với dự toán đạt 92,2%"),
    (TextCode.PERCENT_WITHOUT_BASIS, "99,08% hồ sơ đúng hạn; đạt 80% của kế hoạch; 12% (3/25) xã"),
    (TextCode.PERCENT_WITHOUT_BASIS, "tăng 0,58 điểm phần trăm"),
    (TextCode.WRONG_PUNCTUATION, "gồm: một, hai; ba… và v.v., kết thúc... Hết."),
    (
        TextCode.MISSING_SPACE,
        "thu 5.027 tỷ; xem thidua.example, a.b, www.Langson.gov.vn, Ban.Thi@tinh.example",
    ),
    (TextCode.MISSING_SPACE, "TP.HCM, TP.Lạng Sơn, Th.S Bình, ThS.Vi Liêm, Tp.Hồ Chí Minh, tx.Sông Cầu"),
    (TextCode.MISSING_SPACE, "N.V.An, A.Sùng; v.v.; 1.Kinh tế, 2.1.Công nghiệp, a.Tổng số; A,B,C"),
    (TextCode.MISSING_SPACE, "tặng quà. Tổng số: 5; kết thúc... Hết"),
    (
        TextCode.IMPOSSIBLE_DATE,
        "29/02/2020; 31/12/2019; ngày 29 tháng 2; 36 tháng 2 lần; 9/11 thành viên; 12-53-8125; 45/2019/NĐ-CP",
    ),
    (TextCode.LETTER_FOR_ZERO, "H2O, O157, 30oC, 30 tổ, CO2, 100 ô tô, 5 ODA, Q1O"),
    (TextCode.PROPER_NAME_CASE, "Hữu nghị và Hòa bình; TỈNH LẠNG SƠN có mức cao bằng 136,3%; Trung Quốc"),
    (TextCode.HONORIFIC_CASE, "Bà Lương Thị Bình và ông Cương. Ông Liêm hiến đất"),
    (TextCode.MIXED_DASHES, "0205-3812 và 2019–2021; 2019-10-31 và 2016–2020"),
    (TextCode.MIXED_DASHES, "Bắc Giang - Lạng Sơn; Thi đua – Khen thưởng"),
    (TextCode.MIXED_ZERO_PADDING, "6 nhóm và 9 tập thể"),
    (TextCode.MIXED_ZERO_PADDING, "02 gia đình trong 9 tháng, lớp 5 có, 3 lần"),
    (TextCode.LOOK_ALIKE_LETTER, "Lạng Sơn; Москва; Ελλάδα"),
    (TextCode.SENTENCE_FRAGMENT, "Trong 9 tháng, tỉnh tổ chức nhiều hoạt động."),
    (TextCode.SENTENCE_FRAGMENT, "Với sự nỗ lực của nhân dân, các chỉ tiêu đều đạt, vượt so với kế hoạch."),
    (TextCode.SENTENCE_FRAGMENT, "Trong không khí thi đua sôi nổi"),
    (TextCode.OPEN_LIST, "Kết thúc… Rồi tiếp; “một, hai…”"),
    (TextCode.PERSON_WITHOUT_CONSENT, "đồng chí Hoàng Văn Thụ; tỉnh Bà Rịa - Vũng Tàu; anh em"),
]


@pytest.mark.parametrize(("code", "text"), LEFT_ALONE)
def test_what_is_right_is_left_alone(code, text):
    assert excerpts(code, text) == []


def test_a_bound_figure_is_traced_and_a_typed_one_beside_it_is_not():
    text = "27 tập thể, 24 cá nhân"
    assert excerpts(TextCode.UNBOUND_FIGURE, text) == ["27", "24"]
    assert excerpts(TextCode.UNBOUND_FIGURE, text, TextContext(bound=((0, 2),))) == ["24"]


def test_a_person_who_agreed_may_be_named_and_one_who_did_not_may_not():
    text = "ông Vi Thanh Liêm và ông Lương Hồng Chắn; xã nhà của VI THANH LIÊM"
    liem, chan = NamedPerson("Vi Thanh Liêm", True), NamedPerson("Lương Hồng Chắn", False)
    code = TextCode.PERSON_WITHOUT_CONSENT
    assert excerpts(code, text, TextContext(people=(liem, chan))) == ["Lương Hồng Chắn"]
    assert excerpts(code, text, TextContext(people=(liem,))) == ["Lương Hồng Chắn"]
    assert excerpts(code, text) == ["Vi Thanh Liêm", "Lương Hồng Chắn"]
    refused = NamedPerson("Vi Thanh Liêm", False)
    assert excerpts(code, text, TextContext(people=(refused, chan))) == [
        "Vi Thanh Liêm",
        "Lương Hồng Chắn",
        "VI THANH LIÊM",
    ]


def test_findings_come_in_reading_order():
    found = check_text("đã đã  tới Trung quốc, tỉnh , huyện (xã")
    assert [each.start for each in found] == sorted(each.start for each in found)
    assert [each.code for each in found] == [
        TextCode.DOUBLED_WORD,
        TextCode.DOUBLE_SPACE,
        TextCode.PROPER_NAME_CASE,
        TextCode.WRONG_PUNCTUATION,
        TextCode.UNBALANCED_BRACKET,
    ]


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("code", TextCode)
def test_every_code_has_a_sentence_that_quotes_the_place(code, language):
    text, _place = FOUND[code][0]
    (found, *_rest) = [each for each in check_text(text, None, ARTICLE_CHECKS) if each.code is code]
    said = sentence(found, language)
    if code not in (TextCode.DOUBLE_SPACE, TextCode.NO_BREAK_SPACE):  # there spaces are drawn
        assert found.excerpt[:60] in said
    assert said.endswith((".", "”", "»"))
    assert "{" not in said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("đồng  bộ", "Thừa dấu cách ở «đồng␣␣bộ». Nên viết: «đồng bộ»."),
        (
            "tỉnh\u00a0Lạng",
            "Dấu cách không ngắt dòng dùng sai chỗ ở «tỉnh␣Lạng»: chỉ dùng giữa số và đơn vị tính."
            " Nên viết: «tỉnh Lạng».",
        ),
    ],
)
def test_spaces_that_are_wrong_are_seen_in_the_sentence(text, said):
    assert [sentence(each) for each in check_text(text)] == [said]


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [("đáp ứng.Tổng số", "ứng. Tổng"), ("tăng 3O% so với kế hoạch", "30"), ("ngày 31/02/2019", None)],
)
def test_what_was_meant_is_suggested_where_it_can_be_known(text, suggestion):
    assert [each.suggestion for each in check_text(text) if each.code is not TextCode.UNBOUND_FIGURE] == [
        suggestion
    ]


def test_there_are_sentences_for_the_codes_and_for_nothing_else():
    assert set(messages()) == {*TextCode, "with_suggestion"}
    for said in messages().values():
        assert set(said) == {"vi", "en"}
        for template in said.values():
            fields = {name for _text, name, _spec, _conversion in string.Formatter().parse(template) if name}
            assert fields in ({"excerpt"}, {"sentence", "suggestion"})


def test_a_long_excerpt_is_shortened_in_its_sentence():
    (found,) = check_text(
        "Với sự quan tâm của Tỉnh ủy, " + "sự vào cuộc của các ngành, " * 20 + "sự đồng lòng."
    )
    assert len(sentence(found)) < 200
    assert "…»" in sentence(found)


def test_the_word_lists_are_in_the_form_that_texts_are_cleaned_to():
    lists = word_lists()
    assert all(name == " ".join(name.split()) for name in lists.proper_names)
    assert all(len(pair.split()) == 2 for pair in lists.joint_heads | lists.joint_tails)
    assert all(" " not in word for word in lists.reduplications)


vietnamese = st.text(
    alphabet=st.sampled_from('aăâbcdđeêghiklmnoôơpqrstuưvxyÀÁẢĐỄ \u00a0\n.,;:()[]“”"…-–/%0123456789О'),
    max_size=200,
)


@given(vietnamese)
def test_every_finding_quotes_the_text_it_points_to(text):
    for found in check_text(text):
        assert 0 <= found.start < found.end <= len(text)
        assert found.excerpt == text[found.start : found.end]
        assert found.suggestion != found.excerpt
        assert sentence(found, "vi")
        assert sentence(found, "en")


@given(st.text(max_size=120))
def test_no_text_makes_a_check_fail(text):
    for check in CHECKS:
        check(text, TextContext())
