"""What a page needs to know of a kind of record. Each kind is one value of this class, in `kinds/`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, QuerySet
from django.urls import reverse
from django.utils.functional import Promise

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.orgs.access import may
from thidua.orgs.models import Unit
from thidua.registry.lists.reading import ReadLine
from thidua.registry.lists.shape import Shape
from thidua.support.audit.models import AuditEntry
from thidua.web.shell.tables import Table
from thidua.web.workspace.records.facts import Fact
from thidua.web.workspace.records.record_form import RecordForm


@dataclass(frozen=True)
class Words:
    """The words that pages say of a kind, whole sentences where Vietnamese and English differ in order."""

    plural: Promise  # «Sự kiện»: the heading of the list
    add: Promise  # «Ghi sự kiện»: the button and the heading of the empty form
    edit: Promise  # «Sửa sự kiện»
    lead: Promise  # one sentence under the heading of the list
    recorded: Promise  # «Đã ghi sự kiện.»
    remove: Promise  # «Gỡ sự kiện này?»
    removed: Promise  # «Sự kiện đã gỡ»: the heading of the list of removed ones


Kept = Mapping[str, Any]  # the columns of a removed row, as the log keeps them


@dataclass(frozen=True)
class Removal:
    """How a record is taken away and brought back, and the code by which the log tells of it.

    `units` tells for removed rows which units they belonged to, by id: only those who keep them see them listed.
    """

    withdraw: Callable[..., AuditEntry]  # (row, reason=, by=)
    restore: Callable[..., Model]  # (entry=, by=)
    action: str
    units: Callable[[Sequence[Kept]], list[int | None]]


def own_unit(column: str) -> Callable[[Sequence[Kept]], list[int | None]]:
    """Return `Removal.units` of rows that carry the unit themselves."""
    return lambda rows: [row[column] for row in rows]


def unit_of_parent(
    parent: type[Model], column: str, unit: str
) -> Callable[[Sequence[Kept]], list[int | None]]:
    """Return `Removal.units` of rows that belong to a `parent` row, which carries the unit; one query."""

    def units(rows: Sequence[Kept]) -> list[int | None]:
        ids = {row[column] for row in rows}
        known = dict(parent._default_manager.filter(pk__in=ids).values_list("pk", unit))
        return [known.get(row[column]) for row in rows]

    return units


@dataclass(frozen=True)
class Cancelling:
    """How a record is taken out of the count while it stays readable: `act` is called as (row, reason=, by=)."""

    act: Callable[..., Model]


@dataclass(frozen=True)
class LineList:
    """A list of winners that belongs to a record: how it is shown, and how it is written from text or a file.

    `first` and `second` head the two columns beside name and kind. `replace` is called as (row, lines, version=, by=).
    """

    path: str  # in addresses: "nguoi-nhan"
    heading: Promise
    edit: Promise  # «Sửa danh sách người nhận»
    hint: Promise
    saved: Promise
    first: Promise
    second: Promise
    shape: Shape
    default_kind: str
    table: Table[Any]
    rows: Callable[[Any], QuerySet[Any]]
    stored: Callable[[Any], list[Any]]
    make: Callable[[ReadLine], Any]
    replace: Callable[..., Model]
    extras: Callable[[Any], tuple[str, ...]] = lambda _line: ()  # further parts, as they are written
    renew: Callable[[Any, Any], Any] = lambda kept, _made: kept


@dataclass(frozen=True)
class RecordKind:
    """A kind of record: where it is found, who may keep it, how it is listed, shown, written and removed.

    `rows` returns what a user may see, with all that list and page need. `facts` are the lines of the page.
    `reading`: the right without which even the list is closed. A kind whose records are never deleted has
    `cancelling` in the place of `removal`; only `changeable` rows are corrected or cancelled.
    `beside` adds to the context of the list (of all rows that match) and of the page. `hidden` names the details
    of the history that a user may not read. Templates may extend the general ones.
    """

    key: str  # in names of addresses: "events"
    path: str  # in addresses: "su-kien"
    model: type[Model]
    words: Words
    right: Right
    rows: Callable[[User], QuerySet[Any]]
    unit_of: Callable[[Any], Unit]
    table: Table[Any]
    form: type[RecordForm]
    facts: Callable[[Any, User], list[Fact]]
    removal: Removal | None
    reading: Right = Right.SEE_RECORDS
    cancelling: Cancelling | None = None
    changeable: Callable[[Any], bool] = lambda _row: True
    title: Callable[[Any], str] = str
    hidden: Callable[[Any], frozenset[str]] = lambda _row: frozenset()
    beside_list: Callable[[QuerySet[Any]], Mapping[str, object]] = lambda _rows: {}
    beside_page: Callable[[Any], Mapping[str, object]] = lambda _row: {}
    list_template: str = "records/list.html"
    page_template: str = "records/page.html"
    lines: LineList | None = None
    above: RecordKind | None = None  # the kind whose list leads here

    def address(self, page: str) -> str:
        """Return the name of an address: list, new, page, edit, remove, removed, restore."""
        return self.key if page == "list" else f"{self.key}-{page}"

    def url(self, page: str, *args: object) -> str:
        """Return an address of this kind."""
        return reverse(self.address(page), args=args)

    @property
    def new_address(self) -> str:
        """The name of the address of the empty form, for templates."""
        return self.address("new")

    @property
    def removed_address(self) -> str:
        """The name of the address of the removed records, for templates."""
        return self.address("removed")

    @property
    def restore_address(self) -> str:
        """The name of the address that brings a record back, for templates."""
        return self.address("restore")

    def may_keep(self, user: User, row: Any) -> bool:
        """Tell whether `user` may change `row`."""
        return self.changeable(row) and may(user, self.right, self.unit_of(row))
