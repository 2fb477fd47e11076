"""Every page that leads on from a menu, opened with all the demonstration's rows behind it.

What a page says and to whom is asked by the tests of its area, on SQLite; here, that PostgreSQL answers whatever the
page asks of it: lists in every order, by every filter, as a file. A new page is opened without a word here.
"""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any
from urllib.parse import parse_qsl, quote, urljoin, urlsplit

import pytest
from django.db import connection
from django.test import Client
from django.urls import Resolver404, resolve

from thidua.accounts.models import User
from thidua.demo.sign_ins import SIGN_INS
from thidua.web.shell.tables import FORMAT, ORDER

# A visitor first, then whoever sees the most of the offices; each of the others adds what is theirs alone.
FIRST = ("", "chuyen-vien", "lanh-dao-ban")
READERS = (*FIRST, *(one.username for one in SIGN_INS if one.username not in FIRST))
# The desk of articles has tests of its own on both databases, in `tests/portal`.
ELSEWHERE = re.compile(r"/(lam-viec/bien-tap|en|static|anh|dang-xuat)(/|$)")
# It asks two questions at once: which letter, and after which paper.
NEVER_ALONE = ("preview-template",)
# A thousand and more are found; a menu that led nowhere would leave but a part of them.
MOST_THAT_A_FAULT_WOULD_LEAVE = 900


class Leads(HTMLParser):
    """Where a page leads: its links, and one address for each control of its forms that ask and change nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.form: str | None = None
        self.select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if tag == "a" and "href" in said:
            self.found.append(said["href"])
        elif tag == "form":
            asks = said.get("method", "get").lower() == "get"
            self.form = said.get("action", "").partition("?")[0] if asks else None
        elif self.form is not None and tag == "select":
            self.select = said.get("name", "")
        elif self.form is not None and tag == "option" and self.select and said.get("value"):
            self._ask(self.select, said["value"])
            self.select = ""
        elif self.form is not None and tag == "input" and said.get("name"):
            self._ask(said["name"], said.get("value") or "lan")

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.form = None

    def _ask(self, name: str, value: str) -> None:
        self.found.append(f"{self.form}?{quote(name)}={quote(value)}")


def kind(address: str) -> tuple[str, ...] | None:
    """Return what an address is one of: its view, the names that it asks by, the order; None when it is not ours."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc or ELSEWHERE.match(parts.path):
        return None
    try:
        view = resolve(parts.path).view_name
    except Resolver404:
        return None
    asked = dict(parse_qsl(parts.query))
    if len(asked) > 1 or view in NEVER_ALONE:
        return None  # one question at a time: all combinations would take a day
    return (view, *sorted(f"{name}={asked[name]}" if name in (ORDER, FORMAT) else name for name in asked))


def opened(client: Client, start: str, known: set[tuple[str, ...]]) -> Iterator[tuple[str, int]]:
    """Open what `start` leads to, one address of each kind that is not in `known`; give addresses and answers."""
    waiting = [start]
    while waiting:
        address = waiting.pop()
        one = kind(address)
        if one is None or one in known:
            continue
        known.add(one)
        answer: Any = client.get(address)
        content = b"".join(answer.streaming_content) if answer.streaming else answer.content
        yield address, answer.status_code
        if answer.status_code == 302:
            waiting.append(answer["Location"])
        elif answer.get("Content-Type", "").startswith("text/html"):
            leads = Leads()
            leads.feed(content.decode())
            waiting += [urljoin(address, lead).partition("#")[0] for lead in leads.found]


@pytest.mark.skipif(connection.vendor == "sqlite", reason="there every area has tests of its own")
# Wagtail leaves the file in which it draws a picture to the collector of garbage.
@pytest.mark.filterwarnings("ignore:Unclosed file <tempfile.SpooledTemporaryFile:ResourceWarning")
@pytest.mark.filterwarnings("ignore:unclosed file <_io.BufferedRandom:ResourceWarning")
def test_whatever_a_page_asks_the_database_answers(province: None) -> None:
    known: set[tuple[str, ...]] = set()
    answers: dict[tuple[str, str], int] = {}
    for reader in READERS:
        client = Client()
        if reader:
            client.force_login(
                User.objects.get(username=reader), backend="thidua.web.shell.backends.AccountBackend"
            )
        start = "/viec-cua-toi" if reader else "/"
        known.discard(("my-work",))
        answers |= {(reader, address): status for address, status in opened(client, start, known)}
    gc.collect()
    assert {asked: status for asked, status in answers.items() if status not in (200, 302)} == {}
    assert len(answers) > MOST_THAT_A_FAULT_WOULD_LEAVE
