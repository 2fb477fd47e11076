"""Lists: declared columns, filters, sorting, pages of fifty and CSV of all matches, all from the address.

`?trang=2` is the page, `?xep=-ngay` the order, `?dinh-dang=csv` or `xlsx` the download; the other names are the
filters'.
A list costs the same number of queries whatever its rows: one to count, one to read (and those of its prefetches).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, Generic, TypeVar

from django.db.models import F, OrderBy, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise
from django.utils.safestring import SafeString

from thidua.web.shell import cells
from thidua.web.shell.csv_download import csv_response
from thidua.web.shell.filters import Chosen, FilterForm
from thidua.web.shell.htmx import render_page_or_part
from thidua.web.shell.pages import PAGE, PAGE_SIZE, Page, address_with, page_of
from thidua.web.shell.xlsx_download import xlsx_response

Row = TypeVar("Row")
ORDER, FORMAT = "xep", "dinh-dang"
# Beside the menu of a 1280 pixel screen so many columns find room.
MOST_COLUMNS = 7


@dataclass(frozen=True)
class Column(Generic[Row]):
    """One column: its name in the address and the CSV, its heading, and what it shows of a row.

    `value` returns text, a number, a date, a `Tag`, or HTML made by `cells.link` and its like. `csv` returns the
    plain value where `value` is HTML; a column with `export_only=True` stands only in the downloads. `sort` names
    the fields to order by (a queryset) or returns the sort key of a row (a list). The column with `header=True`
    names the row to those who hear the table.
    """

    key: str
    label: Promise | str
    value: Callable[[Row], object]
    csv: Callable[[Row], object] | None = None
    sort: tuple[str, ...] | Callable[[Row], Any] | None = None
    numeric: bool = False
    header: bool = False
    export_only: bool = False


@dataclass(frozen=True)
class Cell:
    """One drawn cell."""

    label: str
    html: SafeString
    numeric: bool
    header: bool


@dataclass(frozen=True)
class Heading:
    """One drawn column heading; `sort_url` is empty where the column cannot be sorted."""

    label: str
    numeric: bool
    sort_url: str
    direction: str  # ascending, descending or "": the value of aria-sort


@dataclass(frozen=True)
class TableView:
    """A list ready to be drawn by `c-data-table` and `c-filter-bar`."""

    id: str
    caption: str
    empty: str
    headings: list[Heading]
    rows: list[list[Cell]]
    page: Page
    filters: FilterForm | None
    chosen: list[Chosen]
    order: str
    csv_url: str
    xlsx_url: str

    @property
    def is_wide(self) -> bool:
        """Whether the columns need a box of their own to scroll sideways in."""
        return len(self.headings) > MOST_COLUMNS


@dataclass(frozen=True)
class Table(Generic[Row]):
    """The declaration of a list.

    `name` is its id on the page and its CSV's file name; `order` the key of a sortable column, with a minus for
    the last first, or empty for rows that come in their order. Rows are a queryset or a list; `prepare` adds to
    the rows of one page, all at once, what a query cannot carry.
    """

    name: str
    caption: Promise | str
    columns: tuple[Column[Row], ...]
    order: str
    empty: Promise | str
    filters: type[FilterForm] | None = None
    page_size: int = PAGE_SIZE
    prepare: Callable[[Sequence[Row]], None] | None = None

    def respond(
        self,
        request: HttpRequest,
        rows: QuerySet[Any] | Sequence[Row],
        template: str,
        context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Return the page with `table` in its context, the table alone when only it is asked for, or a download."""
        if request.GET.get(FORMAT) == "csv":
            return self.csv(request, rows)
        if request.GET.get(FORMAT) == "xlsx":
            return self.xlsx(request, rows)
        return render_page_or_part(
            request,
            template,
            {**(context or {}), "table": self.view(request, rows)},
            part=self.name,
            part_template="shell/table_part.html",
        )

    def csv(self, request: HttpRequest, rows: QuerySet[Any] | Sequence[Row]) -> HttpResponse:
        """Return all rows that match the filters as a CSV download."""
        return csv_response(self.name, self._export_headings(), self._exported(request, rows))

    def xlsx(self, request: HttpRequest, rows: QuerySet[Any] | Sequence[Row]) -> HttpResponse:
        """Return all rows that match the filters as a workbook."""
        numeric = [column.numeric for column in self.columns]
        exported = list(self._exported(request, rows))
        return xlsx_response(self.name, str(self.caption), self._export_headings(), numeric, exported)

    def view(self, request: HttpRequest, rows: QuerySet[Any] | Sequence[Row]) -> TableView:
        """Return the list as the address asks for it, for a page that draws it among other things."""
        form = self.filters(request.GET) if self.filters else None
        order = self._order(request)
        page, shown = self._page(request, self._sorted(form.applied_to(rows) if form else rows, order))
        columns = [column for column in self.columns if not column.export_only]
        return TableView(
            id=self.name,
            caption=str(self.caption),
            empty=str(self.empty),
            headings=[self._heading(request, column, order) for column in columns],
            rows=[[self._cell(column, row) for column in columns] for row in shown],
            page=page,
            filters=form,
            chosen=list(form.chosen(request.GET)) if form else [],
            order=request.GET.get(ORDER, ""),
            csv_url=address_with(request.GET, **{FORMAT: "csv", PAGE: ""}),
            xlsx_url=address_with(request.GET, **{FORMAT: "xlsx", PAGE: ""}),
        )

    def _export_headings(self) -> list[str]:
        return [str(column.label) for column in self.columns]

    def _exported(self, request: HttpRequest, rows: QuerySet[Any] | Sequence[Row]) -> Iterator[list[object]]:
        form = self.filters(request.GET) if self.filters else None
        matching = self._sorted(form.applied_to(rows) if form else rows, self._order(request))
        # Two thousand at a time: prefetches still happen, and a long list does not fill the memory.
        found = iter(matching.iterator(chunk_size=2000) if isinstance(matching, QuerySet) else matching)
        while chunk := list(islice(found, 2000)):
            if self.prepare:
                self.prepare(chunk)
            for row in chunk:
                yield [(column.csv or column.value)(row) for column in self.columns]

    def _order(self, request: HttpRequest) -> str:
        wanted = request.GET.get(ORDER, "")
        sortable = {column.key for column in self.columns if column.sort is not None}
        return wanted if wanted.removeprefix("-") in sortable else self.order

    def _sorted(self, rows: Any, order: str) -> Any:
        if not order:
            return rows
        descending = order.startswith("-")
        sort = next(column.sort for column in self.columns if column.key == order.removeprefix("-"))
        if callable(sort):
            return sorted(rows, key=sort, reverse=descending)
        fields = [_ordering(field, descending) for field in sort or ()]
        return rows.order_by(*fields, "-pk" if descending else "pk")

    def _page(self, request: HttpRequest, rows: Any) -> tuple[Page, list[Row]]:
        total = rows.count() if isinstance(rows, QuerySet) else len(rows)
        page = page_of(request.GET, total, self.page_size)
        shown = _slice(rows, page.rows)
        if self.prepare:
            self.prepare(shown)
        return page, shown

    def _heading(self, request: HttpRequest, column: Column[Row], order: str) -> Heading:
        if column.sort is None:
            return Heading(str(column.label), column.numeric, "", "")
        direction = {column.key: "ascending", f"-{column.key}": "descending"}.get(order, "")
        following = f"-{column.key}" if direction == "ascending" else column.key
        return Heading(
            str(column.label),
            column.numeric,
            address_with(request.GET, **{ORDER: following, PAGE: ""}),
            direction,
        )

    def _cell(self, column: Column[Row], row: Row) -> Cell:
        shown = cells.show(column.value(row), numeric=column.numeric)
        return Cell(str(column.label), shown, column.numeric, column.header)


def _slice(rows: Any, part: slice) -> list[Any]:
    """Return the rows of one page, in one query.

    The page is cut out of the bare keys, so that a far page of a long list sorts numbers instead of whole rows.
    """
    if not isinstance(rows, QuerySet):
        return list(rows[part])
    return list(rows.filter(pk__in=rows.values("pk")[part]))


def _ordering(field: str, descending: bool) -> OrderBy:
    """Unknown values come last in either direction; left to themselves the two databases differ."""
    name = F(field.removeprefix("-"))
    return name.desc(nulls_last=True) if descending != field.startswith("-") else name.asc(nulls_last=True)
