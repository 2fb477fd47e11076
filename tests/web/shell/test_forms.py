"""Forms read what an office types, refuse in words, and lose nothing."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django import forms
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import QueryDict
from django.utils.translation import override

from tests.web.shell.conftest import rendered
from thidua.support.edits import EditedMeanwhile
from thidua.support.refusals import NotAllowed, Refused
from thidua.web.shell.forms import (
    DateField,
    FileField,
    Form,
    LineField,
    NumberField,
    SeenField,
    TextField,
    error_links,
)


class Example(Form):
    name = LineField(label="Họ và tên")
    amount = NumberField(label="Giá trị", required=False, minimum=0)
    count = NumberField(label="Số lượng", required=False, whole=True, maximum=100)
    day = DateField(label="Ngày", required=False)
    story = TextField(label="Việc đã làm", required=False, max_length=20)
    answer = forms.ChoiceField(
        label="Trả lời", choices=[("a", "A"), ("b", "B")], widget=forms.RadioSelect, required=False
    )
    seen = SeenField(required=False)


def filled(**values: Any) -> Example:
    data = QueryDict(mutable=True)
    data.update({"name": "An"} | values)
    return Example(data)


@pytest.fixture(autouse=True)
def _in_vietnamese() -> Any:
    with override("vi"):
        yield


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("5027", "5027"),
        ("5.027", "5027"),
        ("5027,0", "5027.0"),
        ("92,2%", "92.2"),
        (" 5.027\u00a0", "5027"),
        ("", None),
    ],
)
def test_a_number_is_read_as_vietnamese_write_it(typed: str, value: str | None) -> None:
    form = filled(amount=typed)
    assert form.is_valid()
    assert form.cleaned_data["amount"] == (None if value is None else Decimal(value))


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("amount", "1.5", "Viết 1,5 (dấu phẩy cho phần thập phân)."),
        ("amount", "1,234,567", "Viết 1.234.567 (dấu chấm cho hàng nghìn, dấu phẩy cho phần thập phân)."),
        ("amount", "12 537", "Viết 12.537 (dấu chấm cho hàng nghìn, không dùng dấu cách)."),
        ("amount", "5.027 tỷ đồng", "Chỉ viết số, không kèm đơn vị tính hay chữ khác."),
        ("amount", "1.23.456", "“1.23.456” không phải là số. Viết ví dụ 5.027 hoặc 92,2."),
        ("amount", "-4", "Viết số không nhỏ hơn 0."),
        ("count", "2,5", "Viết số nguyên, không có phần thập phân."),
        ("count", "101", "Viết số không lớn hơn 100."),
        ("day", "31-10-2019", "Viết 31/10/2019 (dùng dấu gạch chéo)."),
        ("day", "31/10/19", "Viết năm đủ bốn chữ số: 31/10/2019."),
        ("day", "10/31/2019", "Viết ngày trước, tháng sau: 31/10/2019."),
        ("day", "31/02/2019", "Không có ngày 31/02/2019. Kiểm tra lại ngày và tháng."),
        ("day", "hôm qua", "“hôm qua” không phải là ngày. Viết ngày/tháng/năm, ví dụ 31/10/2019."),
        ("name", " ", "Điền mục “Họ và tên”."),
    ],
)
def test_a_fault_says_what_to_write_instead(field: str, typed: str, sentence: str) -> None:
    form = filled(**{field: typed})
    assert not form.is_valid()
    assert form.errors == {field: [sentence]}
    assert form[field].value() == typed  # nothing typed is lost


def test_dates_and_numbers_of_a_record_are_shown_as_they_are_typed() -> None:
    form = Example(initial={"amount": Decimal("5027.50"), "day": date(2019, 10, 1)})
    assert (form["amount"].value(), form["day"].value()) == ("5.027,5", "01/10/2019")


def test_text_is_cleaned_of_what_cannot_be_seen() -> None:
    form = filled(name="  Lương\u200b Thi\u0323\u00a0Bình ", story="một \r\n\u200bhai  ba")
    assert form.is_valid()
    assert (form.cleaned_data["name"], form.cleaned_data["story"]) == ("Lương Thị Bình", "một\nhai ba")


def test_an_action_that_is_carried_out_leaves_its_outcome() -> None:
    form = filled()
    assert form.accepted(lambda: "the new row")
    assert form.outcome == "the new row"


def test_a_refusal_stands_beside_its_field_and_the_rest_on_top() -> None:
    form = filled(amount="5")

    def refuse() -> None:
        raise Refused({"amount": ["Lớn quá.", "Xem lại."], "elsewhere": "Chưa mở kỳ.", "": "Thử lại sau."})

    assert not form.accepted(refuse)
    assert form.errors == {"amount": ["Lớn quá.", "Xem lại."], "__all__": ["Chưa mở kỳ.", "Thử lại sau."]}
    assert form["amount"].value() == "5"


def test_an_action_is_not_tried_while_the_form_has_faults() -> None:
    tried: list[str] = []
    assert not filled(amount="1.5").accepted(lambda: tried.append("tried"))
    assert tried == []


def test_a_missing_right_is_a_page_of_its_own_with_the_sentence() -> None:
    def refuse() -> None:
        raise NotAllowed("Chỉ người của đơn vị mới làm được.")

    with pytest.raises(PermissionDenied, match=r"^Chỉ người của đơn vị mới làm được\.$"):
        filled().accepted(refuse)


def test_after_another_save_the_form_carries_the_version_that_is_there_now() -> None:
    form = filled(seen="3", amount="5")

    def refuse() -> None:
        raise EditedMeanwhile({"amount": ["Người khác đã lưu."]}, 4)

    assert not form.accepted(refuse)
    assert form["seen"].value() == "4"
    assert form["amount"].value() == "5"


def test_every_fault_leads_to_its_field_also_of_a_group_of_choices() -> None:
    form = filled(amount="1.5", answer="z")
    form.is_valid()
    form.add_error(None, "Thử lại sau.")
    assert [(link.href, link.text[:12]) for link in error_links(form)] == [
        ("", "Thử lại sau."),
        ("#id_amount", "Viết 1,5 (dấ"),
        ("#id_answer_0", form.errors["answer"][0][:12]),
    ]


def test_a_formset_tells_its_own_faults_and_those_of_its_forms() -> None:
    formset = forms.formset_factory(Example, extra=0, min_num=2, validate_min=True)(
        {"form-TOTAL_FORMS": "1", "form-INITIAL_FORMS": "0", "form-0-name": "", "form-0-amount": "1.5"}
    )
    formset.is_valid()
    assert [link.href for link in error_links(formset)] == ["", "#id_form-0-name", "#id_form-0-amount"]


def test_a_form_that_was_not_sent_has_no_faults() -> None:
    assert error_links(Example()) == []


def test_what_is_missing_is_asked_for_in_the_words_of_its_kind() -> None:
    class Every(Form):
        name = LineField(label="Họ và tên")
        unit = forms.ChoiceField(label="Đơn vị", choices=[("a", "A")])
        sure = forms.BooleanField(label="Tôi cam đoan nội dung trên là đúng.")
        paper = FileField(label="Tài liệu")

    assert Every({}, {}).errors == {
        "name": ["Điền mục “Họ và tên”."],
        "unit": ["Chọn một ý ở mục “Đơn vị”."],
        "sure": ["Đánh dấu vào ô “Tôi cam đoan nội dung trên là đúng” để tiếp tục."],
        "paper": ["Chọn tệp cho mục “Tài liệu”."],
    }


def test_an_empty_file_is_told_so() -> None:
    class Upload(Form):
        paper = FileField(label="Tệp")

    form = Upload({}, {"paper": SimpleUploadedFile("a.pdf", b"")})
    assert form.errors == {"paper": ["Tệp rỗng. Hãy chọn tệp khác."]}


def test_the_field_component_ties_label_hint_and_fault_to_the_control() -> None:
    form = filled(amount="1.5")
    form.fields["amount"].help_text = "Ví dụ 5.027"
    html = rendered('<c-field :field="field" suffix="tỷ đồng" />', field=form["amount"])
    assert '<label class="field__label" for="id_amount">Giá trị' in html
    assert 'aria-describedby="id_amount_helptext id_amount_error"' in html
    assert '<p class="field__hint" id="id_amount_helptext">Ví dụ 5.027</p>' in html
    assert 'id="id_amount_error"' in html
    assert 'aria-invalid="true"' in html
    assert "(không bắt buộc)" in html


def test_the_field_component_draws_choices_as_a_group_with_a_name() -> None:
    html = rendered('<c-field :field="field" />', field=Example()["answer"])
    assert html.startswith("<fieldset")
    assert html.count('type="radio"') == 2
    assert '<label for="id_answer_1">B</label>' in html
