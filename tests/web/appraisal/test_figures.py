"""The figures of the office's work: each leads to its list, beside those of a year before."""

from __future__ import annotations

from io import BytesIO

import openpyxl
import pytest

from tests.factories import nominations as make
from tests.factories.movements import account
from tests.web.reading import elements, rows, texts
from thidua.accounts.roles import BOARD_OFFICER
from thidua.nominations import actions

ALL = "/lam-viec/ho-so-khen-thuong"
FIGURES = f"{ALL}/thong-ke"


def total(page):
    """The lines of the first table: figure, this period, the year before."""
    return {line[0]: line[1:3] for line in rows(page, 0)}


def test_each_figure_leads_to_the_dossiers_it_counts(at, as_):
    returned, closed = make.returned(at), make.received(at)
    actions.cancel_dossier(dossier=closed, reason="Đơn vị xin dừng.", by=at.officer)
    client = as_(at.officer)
    page = client.get(FIGURES)
    assert total(page)["Đã tiếp nhận"] == ["2", "chưa có số"]
    links = [
        one.attributes["href"] for one in elements(page, "a") if "/thong-ke/ho-so" in one.attributes["href"]
    ]
    by_figure = {address.split("so=")[1].split("&")[0]: address for address in reversed(links)}
    listed = {name: [line[1] for line in rows(client.get(address))] for name, address in by_figure.items()}
    codes = {name: sorted(code.split()[0] for code in lines) for name, lines in listed.items()}
    assert codes["in_work"] == [returned.code]
    assert codes["resolved"] == [closed.code]
    assert codes["fault%2Fminutes"] == [returned.code]


def test_the_same_days_a_year_before_stand_beside(at, as_, clock):
    make.received(at)
    clock.move_to("2027-03-16T02:00:00Z")
    page = as_(at.officer).get(f"{FIGURES}?tu=01/03/2027&den=31/03/2027")
    assert total(page)["Đã tiếp nhận"] == ["0", "1"]
    wider = as_(at.officer).get(f"{FIGURES}?tu=01/03/2026&den=31/03/2026")
    assert total(wider)["Đã tiếp nhận"] == ["1", "chưa có số"]


def test_how_each_figure_is_counted_stands_beside_it(at, as_):
    page = as_(at.officer).get(FIGURES)
    said = [line[3] for line in rows(page, 0)]
    assert len(said) == 9
    assert all(said)


def test_the_figures_are_downloaded_as_a_workbook(at, as_):
    make.returned(at)
    answer = as_(at.officer).get(f"{FIGURES}?dinh-dang=xlsx")
    sheet = openpyxl.load_workbook(BytesIO(answer.content)).active
    found = [[cell.value for cell in line] for line in sheet.iter_rows()]
    place = found[0].index("Đã tiếp nhận")
    assert [line[place] for line in found[1:] if line[0] in ("Tổng hợp", "Đơn vị")] == [1, 1]


@pytest.mark.parametrize("query", ["", "?so=moon&tu=01/01/2026&den=31/12/2026", "?so=late&tu=x&den=y"])
def test_a_figure_that_does_not_exist_has_no_list(at, as_, query):
    client = as_(at.officer)
    assert client.get(f"{FIGURES}/ho-so?so=late&tu=01/01/2026&den=31/12/2026").status_code == 200
    assert client.get(f"{FIGURES}/ho-so{query}").status_code == 404


def test_a_wrong_period_is_told(at, as_):
    page = as_(at.officer).get(f"{FIGURES}?tu=31/12/2026&den=01/01/2026")
    assert texts(page, "div", class_="error-summary") != []


def test_another_office_counts_only_its_own(at, as_):
    make.received(at)
    stranger = account(BOARD_OFFICER.code, at.place.de_tham, "Triệu Thị Lạ")
    assert total(as_(at.officer).get(FIGURES))["Đã tiếp nhận"][0] == "1"
    assert total(as_(stranger).get(FIGURES))["Đã tiếp nhận"][0] == "0"
    address = f"{FIGURES}/ho-so?so=received&tu=01/01/2026&den=31/12/2026"
    assert len(rows(as_(at.officer).get(address))) == 1
    assert elements(as_(stranger).get(address), "table") == []


@pytest.mark.parametrize("count", [1, 3])
def test_the_figures_cost_the_same_whatever_they_count(at, as_, count, django_assert_num_queries):
    for _number in range(count):
        make.received(at)
    client = as_(at.officer)
    client.get(FIGURES)
    with django_assert_num_queries(7):
        client.get(FIGURES)
