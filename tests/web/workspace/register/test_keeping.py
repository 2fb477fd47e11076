"""Searches that are kept, and files of all hits."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO
from typing import Any
from urllib.parse import urlencode

import openpyxl
import pytest
from django.urls import reverse
from django.utils import timezone

from tests.factories.movements import SmallProvince
from tests.factories.register import awarded
from tests.web.reading import main_text, texts
from thidua.registry.actions import export_register
from thidua.registry.models import RegisterExport, RegisterExportPart, SavedSearch
from thidua.support.refusals import Refused

KEEP = {"name": "Nông dân 2019", "address": "q=binh&nam=2019"}


def test_a_search_is_kept_opened_renamed_deleted_and_brought_back(place: SmallProvince, enter: Any) -> None:
    awarded(place.province, "Lương Thị Bình")
    client = enter(place.officer)
    answer = client.post(reverse("save-search"), KEEP)
    assert answer["Location"] == reverse("register") + "?q=binh&nam=2019"
    row = SavedSearch.objects.get()
    page = client.get(reverse("register"))
    assert f'<a href="{reverse("register")}?q=binh&amp;nam=2019">Nông dân 2019</a>' in page.content.decode()
    client.post(reverse("rename-search", args=[row.pk]), {"name": "Người Bình"})
    client.post(reverse("remove-search", args=[row.pk]))
    gone = client.get(reverse("saved-searches"))
    assert "The search “Người Bình” is deleted." in main_text(gone)
    assert texts(gone, "th", scope="row") == []
    client.post(reverse("restore-search", args=[row.pk]))
    assert texts(client.get(reverse("saved-searches")), "th", scope="row") == ["Người Bình"]


def test_a_name_that_is_taken_or_missing_says_so_and_keeps_what_was_typed(
    place: SmallProvince, enter: Any
) -> None:
    client = enter(place.officer)
    client.post(reverse("save-search"), KEEP)
    again = client.post(reverse("save-search"), KEEP)
    assert "You have a saved search of this name. Choose another name." in main_text(again)
    assert 'value="q=binh&amp;nam=2019"' in again.content.decode()
    assert client.post(reverse("save-search"), KEEP | {"name": " "}).status_code == 200
    assert client.post(reverse("save-search"), {"name": "Không có gì", "address": ""}).status_code == 200
    assert SavedSearch.objects.count() == 1


def begin(client: Any, form: str, address: str = "q=nong") -> RegisterExport:
    client.post(reverse("start-export"), {"address": address, "form": form})
    return RegisterExport.objects.latest("pk")


def test_a_file_is_made_range_by_range_and_survives_a_kill(
    place: SmallProvince, enter: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(export_register, "ROWS_IN_PART", 2)
    awarded(place.province, *(f"Nông Văn An {number}" for number in range(5)))
    client = enter(place.officer)
    row = begin(client, "csv")
    row = export_register.make_export(export=row, by=place.officer, seconds=0)
    assert (row.state, row.done, row.total) == ("running", 2, 5)
    page = client.get(reverse("register-export", args=[row.pk]))
    assert "2 of 5 rows are written." in main_text(page)
    assert client.get(reverse("download-export", args=[row.pk])).status_code == 404
    client.post(reverse("register-export", args=[row.pk]))
    row.refresh_from_db()
    assert (row.state, row.done, RegisterExportPart.objects.count()) == ("done", 5, 3)
    text = b"".join(client.get(reverse("download-export", args=[row.pk]))).decode("utf-8-sig")
    lines = text.splitlines()
    assert lines[0].split(";")[:3] == ["Recipient", "Kind", "Post at the time"]
    assert sorted(line.split(";")[0] for line in lines[1:]) == [
        f"Nông Văn An {number}" for number in range(5)
    ]


def test_a_name_like_a_formula_stays_text_in_both_forms(place: SmallProvince, enter: Any) -> None:
    awarded(place.province, '=HYPERLINK("http://x","Nông")')
    client = enter(place.officer)
    for form in ("csv", "xlsx"):
        row = begin(client, form)
        client.post(reverse("register-export", args=[row.pk]))
        answer = client.get(reverse("download-export", args=[row.pk]))
        if form == "csv":
            text = b"".join(answer).decode("utf-8-sig")
            assert "'=HYPERLINK" in text.splitlines()[1]
        else:
            cell = openpyxl.load_workbook(BytesIO(answer.content)).active["A2"]
            assert (cell.value, cell.data_type) == ('=HYPERLINK("http://x","Nông")', "s")


def test_what_belongs_to_a_person_alone_is_in_no_file(place: SmallProvince, enter: Any) -> None:
    awarded(place.province, "Nông Văn An", birth_year=1961)
    client = enter(place.officer)
    row = begin(client, "csv")
    client.post(reverse("register-export", args=[row.pk]))
    assert "1961" not in b"".join(client.get(reverse("download-export", args=[row.pk]))).decode()


def test_only_who_began_a_file_opens_it_and_it_goes_after_a_week(place: SmallProvince, enter: Any) -> None:
    awarded(place.province, "Nông Văn An")
    client = enter(place.officer)
    row = begin(client, "csv")
    client.post(reverse("register-export", args=[row.pk]))
    for name in ("register-export", "download-export"):
        assert enter(place.other_clerk).get(reverse(name, args=[row.pk])).status_code == 404
        assert enter(place.officer).get(reverse(name, args=[row.pk])).status_code == 200
    RegisterExport.objects.update(started_at=timezone.now() - timedelta(days=8))
    assert enter(place.officer).get(reverse("download-export", args=[row.pk])).status_code == 404
    begin(enter(place.officer), "csv")
    assert RegisterExport.objects.filter(pk=row.pk).count() == 0


def test_nothing_found_makes_no_file(place: SmallProvince, enter: Any) -> None:
    answer = enter(place.officer).post(reverse("start-export"), {"address": "q=zzzz", "form": "csv"})
    assert "Nothing was found, so there is nothing to download." in main_text(answer)
    assert RegisterExport.objects.count() == 0


@pytest.mark.parametrize("rows", [1, 3])
def test_own_lists_cost_the_same_whatever_their_rows(
    place: SmallProvince, enter: Any, rows: int, django_assert_num_queries: Any
) -> None:
    awarded(place.province, "Nông Văn An")
    client = enter(place.officer)
    for number in range(rows):
        client.post(reverse("save-search"), KEEP | {"name": f"Tên {number}"})
        begin(client, "csv")
    for name in ("saved-searches", "register-exports"):
        client.get(reverse(name))
        with django_assert_num_queries(4):
            assert len(client.get(reverse(name)).context["rows"]) == rows


def test_a_search_too_long_to_be_kept_whole_makes_no_file_of_something_else(
    place: SmallProvince, enter: Any
) -> None:
    awarded(place.province, "Nông Văn An")
    client = enter(place.officer)
    told = "This search is too long for a file."
    long = urlencode({"q": "nông", "noi": "ế" * 290})
    assert told in main_text(client.post(reverse("start-export"), {"address": long, "form": "csv"}))
    with pytest.raises(Refused, match=told):
        export_register.start_export(address={}, form="csv", by=place.officer, conferrals=list(range(201)))
    assert RegisterExport.objects.count() == 0


def test_nobody_fills_the_disc_with_finished_files(
    place: SmallProvince, enter: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(export_register, "MOST_KEPT", 2)
    awarded(place.province, "Nông Văn An")
    client = enter(place.officer)
    for _number in range(2):
        client.post(reverse("register-export", args=[begin(client, "csv").pk]))
    answer = client.post(reverse("start-export"), {"address": "q=nong", "form": "csv"})
    assert "You have 2 files. Delete one that you do not need any more." in main_text(answer)
    assert RegisterExport.objects.filter(state="done").count() == 2


def test_a_nul_in_an_address_that_is_kept_is_a_blank(place: SmallProvince, enter: Any) -> None:
    awarded(place.province, "Lương Thị Bình")
    client = enter(place.officer)
    client.post(reverse("save-search"), KEEP | {"address": "q=binh&phong_trao=a%00b"})
    assert SavedSearch.objects.get().address == "q=binh&phong_trao=a+b"
