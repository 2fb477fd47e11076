"""Entering many rows at once, matching old forms, linking names: on screen."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.factories.movements import SmallProvince
from tests.factories.records import conferral, person
from tests.web.reading import texts
from thidua.orgs.actions import add_position
from thidua.registry.models import Award, Conferral, HistoryImport, YearlyGrade
from thidua.support.audit.models import AuditEntry
from thidua.support.spreadsheets.columns import Column
from thidua.support.spreadsheets.reading import read_table
from thidua.support.spreadsheets.writing_xlsx import write_xlsx

TABLE = "Họ tên\tNăm\tXếp loại\nLương Thị Bình\t2023\tHTNV\nVi Văn An\t2023\tHTTNV"


def sent(table: str = TABLE, **said: Any) -> dict[str, Any]:
    return {"kept_by": "Tỉnh Lạng Sơn", "table": table, "title": "", "act": "check", **said}


def test_the_form_is_downloaded_and_its_headings_are_known(place: SmallProvince, enter: Any) -> None:
    answer = enter(place.officer).get(reverse("import-history-template", args=["xep-loai"]))
    table = read_table(answer.content, "mau.xlsx")
    assert table.headings[-5:] == (
        "Năm",
        "Mức xếp loại",
        "Số quyết định",
        "Ngày quyết định",
        "Cơ quan ban hành",
    )


def test_a_file_is_judged_then_kept_with_the_choice_and_without_what_is_left_out(
    place: SmallProvince, enter: Any
) -> None:
    first, second = person(place, "Lương Thị Bình"), person(place, "Lương Thị Bình")
    person(place, "Vi Văn An")
    book = write_xlsx(
        [Column("Họ tên"), Column("Năm"), Column("Xếp loại")],
        [("Lương Thị Bình", "2023", "HTNV"), ("Vi Văn An", "2023", "HTTNV")],
        "A",
    )
    client, address = enter(place.officer), reverse("import-history", args=["xep-loai"])
    file = SimpleUploadedFile("xep-loai.xlsx", book)
    page = client.post(address, sent("", file=file))
    assert [(one.row.name, one.tag.text) for one in page.context["rows"]] == [
        ("Lương Thị Bình", "choose who it is"),
        ("Vi Văn An", "new"),
    ]
    assert (
        page.context["form"]["table"].value()
        == "Họ tên\tNăm\tXếp loại\nLương Thị Bình\t2023\tHTNV\nVi Văn An\t2023\tHTTNV"
    )
    assert YearlyGrade.objects.count() == 0
    confirmed = {"act": "save", "fingerprint": page.context["found"].fingerprint}
    said = sent(page.context["form"]["table"].value(), title="xep-loai.xlsx", **confirmed)
    stopped = client.post(address, said)
    assert stopped.context["form"].errors == {
        "table": ["Some rows are at fault or undecided. Correct them, or save only the others."]
    }
    answer = client.post(address, said | {"chon-1": str(second.pk), "bo-2": "on"}, follow=True)
    assert texts(answer, "div", class_="notification") == ["1 row has been saved."]
    row = YearlyGrade.objects.get()
    assert (row.person, row.batch.title) == (second, "xep-loai.xlsx")
    assert first.pk != second.pk


def test_an_import_is_undone_on_its_page(place: SmallProvince, enter: Any) -> None:
    person(place, "Lương Thị Bình")
    person(place, "Vi Văn An")
    client = enter(place.officer)
    client.post(
        reverse("import-history", args=["xep-loai"]), sent(act="save", fingerprint=_fingerprint(client))
    )
    batch = HistoryImport.objects.get()
    listed = client.get(reverse("history-imports"))
    assert texts(listed, "th", scope="row") == ["yearly grades"]
    client.post(reverse("undo-history-import", args=[batch.pk]), {"reason": "Nhầm tệp"})
    assert YearlyGrade.objects.filter(ended_at=None).count() == 0
    assert "Undo the import…" not in texts(client.get(reverse("history-import", args=[batch.pk])), "a")


def _fingerprint(client: Any) -> str:
    page = client.post(reverse("import-history", args=["xep-loai"]), sent())
    found: str = page.context["found"].fingerprint
    return found


def test_who_does_not_keep_awards_neither_imports_nor_sees_imports(place: SmallProvince, enter: Any) -> None:
    client = enter(place.clerk)
    for name, args in (("import-history", ["xep-loai"]), ("history-imports", []), ("match-award-codes", [])):
        assert client.get(reverse(name, args=args)).status_code == 403
    assert enter(place.officer).get(reverse("import-history", args=["khac"])).status_code == 404


@pytest.mark.parametrize("rows", [1, 3])
def test_old_forms_are_suggested_and_matched_only_when_ticked(
    place: SmallProvince, enter: Any, rows: int, django_assert_num_queries: Any
) -> None:
    for number in range(rows):
        conferral(place, decision_number=f"{number}/QĐ", decision_date=date(2019, 10, 28))
    client, address = enter(place.officer), reverse("match-award-codes")
    client.get(address)  # the law book is read once
    with django_assert_num_queries(6):
        (one,) = client.get(address).context["forms"]
    assert (one.form, one.conferrals, one.suggestion.code, one.suggestion.is_likely) == (
        *("Bằng khen của Chủ tịch UBND tỉnh", rows),
        *("provincial_certificate_of_merit", True),
    )
    answer = {"hinh-thuc": one.form, "ma": "provincial_certificate_of_merit"}
    page = client.post(address, answer)
    assert page.context["fault"] == "Tick at least one form of commendation."
    assert Conferral.objects.exclude(award_code="").count() == 0
    client.post(address, answer | {"nhan": one.form})
    assert Conferral.objects.filter(award_code="provincial_certificate_of_merit", version=2).count() == rows


def test_names_are_linked_only_when_chosen(place: SmallProvince, enter: Any) -> None:
    row = conferral(place)
    known = person(place, "Lương Thị Bình")
    add_position(person=known, unit=place.village, title="Trưởng thôn", by=place.officer)
    client, address = enter(place.officer), reverse("awards-link", args=[row.pk])
    page = client.get(address)
    ((award, offers, linked),) = page.context["names"]
    assert (award.recipient_name, [one.pk for one in offers], offers[0].fits, linked) == (
        *("Lương Thị Bình", [known.pk]),
        *(True, None),
    )
    client.post(address, {})
    assert Award.objects.filter(person=known).count() == 0
    client.post(address, {f"noi-{award.pk}": "987654"})
    assert Award.objects.filter(person=known).count() == 0
    client.post(address, {f"noi-{award.pk}": str(known.pk)})
    award.refresh_from_db()
    assert (award.person, award.recipient_name) == (known, "Lương Thị Bình")
    assert AuditEntry.objects.latest("sequence").action == "registry.recipients_linked"
    client.post(f"{address}?tat-ca=1", {f"noi-{award.pk}": "0"})
    award.refresh_from_db()
    assert award.person is None


def test_awards_of_a_signed_decision_are_not_changed_by_hand(place: SmallProvince, enter: Any) -> None:
    row = conferral(place)
    Conferral.objects.filter(pk=row.pk).update(from_decision=True)
    client = enter(place.officer)
    page = client.get(reverse("awards-page", args=[row.pk]))
    shown = texts(page, "a")
    assert [word for word in ("Change the list of recipients", "Remove…") if word in shown] == []
    before = list(row.awards.order_by("ordinal").values_list("pk", "recipient_name"))
    lines = {"seen": "1", "default_kind": "individual", "lines": "Người Khác", "act": "save"}
    refused = client.post(reverse("awards-lines", args=[row.pk]), lines)
    (sentence,) = refused.context["form"].non_field_errors()
    assert sentence.startswith("A decision signed in this system granted these awards")
    client.post(reverse("awards-remove", args=[row.pk]), {"reason": "Thử"})
    assert list(row.awards.order_by("ordinal").values_list("pk", "recipient_name")) == before
    form = client.get(reverse("awards-edit", args=[row.pk])).context["form"]
    assert "decision_number" not in form.fields
    assert "presented_on" in form.fields


def test_a_pasted_list_brings_year_and_type_and_says_what_changed(place: SmallProvince, enter: Any) -> None:
    row = conferral(place)
    client, address = enter(place.officer), reverse("awards-lines", args=[row.pk])
    text = client.get(address).context["form"]["lines"].value()
    changed = text.replace("Trường THCS Đề Thám", "Trường THCS Đề Thám; 2019; đột xuất")
    page = client.post(address, {"seen": "1", "default_kind": "individual", "lines": changed, "act": "check"})
    assert [(one["name"], one["tag"].text) for one in page.context["rows"]][1] == (
        "Nguyễn Văn Đức",
        "changed",
    )
    client.post(address, {"seen": "1", "default_kind": "individual", "lines": changed, "act": "save"})
    award = Award.objects.get(recipient_name="Nguyễn Văn Đức")
    assert (award.counting_year, award.commendation_type) == (2019, "sudden")
    assert "2019; sudden commendation" in client.get(address).context["form"]["lines"].value()
