"""Templates of letters on their pages."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.factories.decisions import waiting
from tests.web.reading import elements, faults, rows, texts
from thidua.decisions.models import DocumentTemplate
from thidua.support.documents.letters.defaults import default_template

BASE = "/lam-viec/mau-van-ban"


def changed(sentence):
    document = docx.Document(BytesIO(default_template("decision")))
    document.add_paragraph(sentence)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def upload(client, data, name="mau-tinh.docx"):
    return client.post(f"{BASE}/decision", {"template": SimpleUploadedFile(name, data)})


def words(answer):
    return [one.text for one in docx.Document(BytesIO(answer.content)).paragraphs]


def test_every_letter_is_listed_with_the_template_it_is_written_from(of, as_, django_assert_num_queries):
    client = as_(of.leader)
    client.get(BASE)
    with django_assert_num_queries(5):
        page = client.get(BASE)
    assert [row[:2] for row in rows(page)] == [
        ["Tờ trình", "mẫu gốc"],
        ["Quyết định", "mẫu gốc"],
        ["Danh sách kèm theo quyết định", "mẫu gốc"],
        ["Biên bản họp hội đồng", "mẫu gốc"],
        ["Biên bản kiểm phiếu", "mẫu gốc"],
    ]


def test_a_changed_template_is_kept_looked_at_filled_and_put_in_use(of, as_):
    row = waiting(of)
    client = as_(of.leader)
    upload(client, changed("Mẫu của tỉnh."))
    kept = DocumentTemplate.objects.get()
    assert kept.active is False
    shown = client.get(f"{BASE}/decision/xem-thu?ban={kept.pk}&theo={row.pk}")
    assert words(shown)[-1] == "Mẫu của tỉnh."
    assert row.legal_bases[0] in words(shown)
    client.post(f"{BASE}/decision/{kept.pk}/dung")
    assert words(client.get(f"{BASE}/decision/tep"))[-1] == "Mẫu của tỉnh."
    client.post(f"{BASE}/decision/ve-mau-goc")
    kept.refresh_from_db()
    assert kept.active is False
    assert words(client.get(f"{BASE}/decision/tep"))[-1] != "Mẫu của tỉnh."
    assert [cells[0] for cells in rows(client.get(f"{BASE}/decision"))] == [f"Bản {kept.pk}: mau-tinh.docx"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"MZ" + bytes(400), "Đây không phải văn bản Word (.docx)."),
        (changed("{{ khong_co_truong_nay }}"), "khong_co_truong_nay"),
    ],
)
def test_a_template_that_cannot_be_used_is_told_in_a_sentence(of, as_, data, said):
    page = upload(as_(of.leader), data)
    [fault] = faults(page)
    assert said in fault
    assert not DocumentTemplate.objects.exists()


@pytest.mark.parametrize("kind", ["submission", "decision", "annex"])
def test_a_preview_is_filled_with_a_paper_that_there_is(of, as_, kind):
    row = waiting(of)
    client = as_(of.leader)
    [choice] = elements(client.get(f"{BASE}/{kind}"), "select", name="theo")
    paper = row.submission_id if kind == "submission" else row.pk
    assert "Về việc tặng" in choice.text
    answer = client.get(f"{BASE}/{kind}/xem-thu?ban=goc&theo={paper}")
    cells = [cell.text for table in docx.Document(BytesIO(answer.content)).tables for cell in table._cells]
    assert any("Lý Văn An" in text or "Số: " in text for text in cells)


def test_a_preview_of_a_paper_that_is_not_ones_own_is_told_and_nothing_is_given(of, as_):
    waiting(of)
    page = as_(of.leader).get(f"{BASE}/decision/xem-thu?ban=goc&theo=99999", follow=True)
    assert page.redirect_chain == [(f"{BASE}/decision", 302)]


def test_only_who_proposes_sees_templates_and_an_unknown_letter_is_not_told(of, as_):
    assert as_(of.chairman).get(BASE).status_code == 403
    unknown = as_(of.leader).get(f"{BASE}/giay-moi")
    missing = as_(of.leader).get(f"{BASE}/decision/12345")
    assert (unknown.status_code, missing.status_code) == (403, 403)
    assert texts(unknown, "main") == texts(missing, "main")
