"""Menus and work lists are collected from areas that do not know each other."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.utils.translation import override

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.web.shell import navigation, worklist
from thidua.web.shell.navigation import Group, Item
from thidua.web.shell.worklist import WorkItem


@pytest.fixture
def only(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Give a function that puts these items alone into the menus."""

    def put(*items: Item) -> None:
        monkeypatch.setattr(navigation, "_registered", {})
        navigation.register(*items)

    return put


@pytest.fixture
def sources(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worklist, "_sources", [])


def test_an_entry_is_shown_to_those_who_hold_its_right(only: Callable[..., None]) -> None:
    only(
        Item("Mine", "my-work", Group.WORK),
        Item("Parts", "components", Group.ADMINISTRATION, right=Right.MANAGE_ACCOUNTS),
    )
    everything = navigation.workspace_sections("/", lambda right: right is Right.MANAGE_ACCOUNTS)
    nothing = navigation.workspace_sections("/", lambda right: False)
    assert [[link.label for link in section.links] for section in everything] == [["Mine"], ["Parts"]]
    assert [[link.label for link in section.links] for section in nothing] == [["Mine"]]


def test_groups_keep_their_order_and_entries_theirs(only: Callable[..., None]) -> None:
    only(
        Item("Last", "components", Group.ADMINISTRATION),
        Item("Second", "change-password", Group.MOVEMENTS, order=20),
        Item("First", "my-work", Group.MOVEMENTS, order=10),
        Item("Public", "sign-in", Group.PUBLIC),
    )
    with override("vi"):
        sections = navigation.workspace_sections("/", lambda right: True)
    assert [(section.heading, [link.label for link in section.links]) for section in sections] == [
        ("Phong trào", ["First", "Second"]),
        ("Quản trị", ["Last"]),
    ]
    assert [link.label for link in navigation.public_links("/")] == ["Public"]


@pytest.mark.parametrize(
    ("path", "current"),
    [
        ("/viec-cua-toi", ["my-work"]),
        ("/lam-viec/thanh-phan", ["components"]),
        ("/lam-viec/thanh-phan/xac-nhan", ["components"]),
        ("/lam-viec/thanh-phan-khac", []),
        ("/", []),
    ],
)
def test_the_entry_above_a_page_is_the_current_one(
    only: Callable[..., None], path: str, current: list[str]
) -> None:
    only(Item("my-work", "my-work", Group.WORK), Item("components", "components", Group.WORK))
    sections = navigation.workspace_sections(path, lambda right: True)
    assert [link.label for section in sections for link in section.links if link.current] == current


def test_registering_twice_changes_an_entry_instead_of_doubling_it(only: Callable[..., None]) -> None:
    only(Item("Old", "my-work", Group.WORK), Item("New", "my-work", Group.WORK))
    sections = navigation.workspace_sections("/", lambda right: True)
    assert [link.label for link in sections[0].links] == ["New"]


def test_work_comes_soonest_first_and_undated_last(sources: None) -> None:
    worklist.register(
        lambda user: [WorkItem("later", "/b", "G", due=date(2019, 10, 5)), WorkItem("some day", "/c", "G")]
    )
    worklist.register(lambda user: [WorkItem("soon", "/a", "G", due=date(2019, 10, 1))])
    assert [item.title for item in worklist.work_of(User())] == ["soon", "later", "some day"]


def test_a_source_is_asked_once_even_when_registered_twice(sources: None) -> None:
    def source(user: User) -> list[WorkItem]:
        return [WorkItem("once", "/", "G")]

    worklist.register(source)
    worklist.register(source)
    assert len(worklist.work_of(User())) == 1


def test_administrators_find_the_gallery_in_their_menu_and_others_do_not(
    signed_in: Callable[..., Client],
) -> None:
    link = '<a href="/lam-viec/thanh-phan">Thành phần giao diện</a>'
    client = signed_in("administrator")
    assert client.get("/viec-cua-toi").content.decode().count(link) == 1
    client = signed_in("auditor")
    assert client.get("/viec-cua-toi").content.decode().count(link) == 0


def test_a_long_menu_shows_its_headings_and_opens_where_the_reader_is(
    only: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(navigation, "MOST_UNFOLDED", 3)
    items = (
        Item("Mine", "my-work", Group.WORK),
        Item("Movements", "movements", Group.MOVEMENTS),
        Item("Comments", "moderation", Group.PORTAL),
    )
    only(*items)
    everything = navigation.workspace_sections("/lam-viec/phong-trao", lambda right: True)
    assert [section.is_open for section in everything] == [True, True, True]
    only(*items, Item("Parts", "components", Group.ADMINISTRATION))
    folded = navigation.workspace_sections("/lam-viec/phong-trao", lambda right: True)
    assert [(section.heading, section.is_open) for section in folded] == [
        ("", True),
        ("Phong trào", True),
        ("Cổng công khai", False),
        ("Quản trị", False),
    ]
