"""The page of open data and its files: cached, limited, described, and followed by what changes."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.cache import cache
from django.test import Client

from tests.factories.movements import SmallProvince
from tests.factories.register import awarded
from tests.web.reading import main_text, rows
from thidua.registry.actions import choose_public_fields
from thidua.registry.open_data.columns import COLUMNS
from thidua.registry.open_data.keeping import OpenFile, kept_file, parts_of, register_state
from thidua.web.public.views.open_data import MOST

CODE = "provincial_certificate_of_merit"


@pytest.fixture
def published(place: SmallProvince) -> SmallProvince:
    cache.clear()
    awarded(place.province, "Lương Thị Bình", "Vi Văn A", year=2019, place=place.de_tham)
    awarded(place.province, "Tập thể B", year=2018, recipient_kind="collective")
    # A row of the log, so that this test's files are no other's.
    choose_public_fields(award_code=CODE, names=["name", "year"], seen=0, by=place.officer)
    return place


def content(response: Any) -> str:
    return b"".join(response).decode("utf-8-sig")


def test_the_page_names_files_licence_and_every_column(published: SmallProvince, client: Client) -> None:
    page = client.get("/en/du-lieu")
    told = main_text(page)
    assert [row[:2] for row in rows(page)] == [["All years", "3"], ["2019", "2"], ["2018", "1"]]
    assert [row[0] for row in rows(page, 1)] == [column.name for column in COLUMNS]
    assert "Creative Commons Attribution 4.0" in told
    assert re.search(r"Last change .*\d{4}", told)


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_costs_the_same_whatever_its_rows(
    place: SmallProvince, client: Client, count: int, django_assert_num_queries: Any
) -> None:
    cache.clear()
    for year in range(2017, 2017 + count):
        awarded(place.province, "Vi Văn A", year=year)
    client.get("/du-lieu")
    with django_assert_num_queries(1):
        assert len(rows(client.get("/du-lieu"))) == count + 1


def test_no_stranger_makes_the_register_count_its_years_again_and_again(
    published: SmallProvince, client: Client, django_assert_num_queries: Any
) -> None:
    client.get("/du-lieu")
    for address in ("/du-lieu", "/du-lieu/1900.csv", "/du-lieu/datapackage.json"):
        with django_assert_num_queries(1):  # the newest entry of the log
            client.get(address)
    awarded(published.province, "Vi Văn B", year=2020)
    choose_public_fields(award_code=CODE, names=["name"], seen=1, by=published.officer)
    assert [row[:2] for row in rows(client.get("/en/du-lieu"))][:2] == [["All years", "4"], ["2020", "1"]]


def test_a_file_is_streamed_then_kept_and_not_sent_again(published: SmallProvince, client: Client) -> None:
    first = client.get("/du-lieu/2019.csv")
    assert first.streaming
    text = content(first)
    assert text.count("\r\n") == 3
    assert "Lương Thị Bình" in text
    path = kept_file(OpenFile(2019, "csv"), register_state())
    assert path is not None
    assert path.read_bytes().decode("utf-8-sig") == text
    assert content(client.get("/du-lieu/2019.csv")) == text
    again = client.get("/du-lieu/2019.csv", headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304
    since = client.get("/du-lieu/2019.csv", headers={"If-Modified-Since": first["Last-Modified"]})
    assert since.status_code == 304
    size = rows(client.get("/en/du-lieu"))[1][2]
    assert "bytes" in size or "KB" in size


def test_a_change_of_the_register_makes_the_file_anew(published: SmallProvince, client: Client) -> None:
    first = client.get("/du-lieu/2018.json")
    assert [one["status"] for one in json.loads(content(first))["awards"]] == ["active"]
    choose_public_fields(award_code=CODE, names=["year"], seen=1, by=published.officer)
    second = client.get("/du-lieu/2018.json", headers={"If-None-Match": first["ETag"]})
    assert second.status_code == 200
    assert [one["name"] for one in json.loads(content(second))["awards"]] == [None]


def test_a_reader_who_breaks_off_leaves_no_half_file(published: SmallProvince) -> None:
    file, state = OpenFile(None, "csv"), register_state()
    parts = parts_of(file, state)
    assert b"award_code" in next(parts)
    parts.close()
    assert kept_file(file, state) is None
    assert list((Path(settings.VAR) / "open-data").glob(".*")) == []


def test_the_description_is_a_data_package_of_all_files(published: SmallProvince, client: Client) -> None:
    told = client.get("/du-lieu/datapackage.json").json()
    assert [one["path"] for one in told["resources"]] == ["tat-ca.csv", "2019.csv", "2018.csv"]
    names = [field["name"] for field in told["resources"][0]["schema"]["fields"]]
    assert content(client.get("/du-lieu/2018.csv")).splitlines()[0].split(",") == names


@pytest.mark.parametrize("name", ["1999.csv", "2019.xml", "2019.csv.bak", "20190.csv", "x"])
def test_a_file_that_there_is_not_is_not_found(published: SmallProvince, client: Client, name: str) -> None:
    assert client.get(f"/du-lieu/{name}").status_code == 404


def test_one_reader_does_not_take_files_without_end(published: SmallProvince, client: Client) -> None:
    codes = [client.get("/du-lieu/2018.csv").status_code for _ in range(MOST + 1)]
    assert codes == [200] * MOST + [429]
    assert client.get("/du-lieu/2018.csv")["Retry-After"].isdigit()
    cache.clear()
