"""Every address that names a thing, asked by people whom the thing does not concern.

They get what they would get if there were no such thing; and somebody gets something else, so that there was something
to learn. An address that is new must be named in `tests.factories.whole_road`.
"""

from __future__ import annotations

import re
from importlib import import_module
from typing import Any
from urllib.parse import quote

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories.whole_road import Args, Road
from thidua.accounts.models import User
from thidua.web.workspace.records.kinds.history import HISTORY

AREAS = (
    "nominations",
    "appraisal",
    "council",
    "signing",
    "certificates",
    "notices",
    "records",
    "register",
    "privacy",
    "books",
    "role_models",
    "contests",
)
# They name no thing of somebody: a kind of letter or of table, the proof of an own address.
NAME_NO_THING = re.compile(
    r"(letter|present|built-in|preview|use-built-in)-template|import-history.*|confirm-address|(forget-)?spelling"
)
# Other records are looked at by the tests of their own area.
KEPT = "|".join((*(kind.key for kind in HISTORY), "awards"))
RECORDS = re.compile(rf"({KEPT})-(page|edit|remove|lines|link|conclude)|.*-(history|traits|import)")
# Open in a state only in which the road has nothing; the tests of their own area go there.
ELSEWHERE = ("appraisal-passages", "council-paper-count", "record-result", "decision-file", "opinion-file")
NOBODY, NO_CODE, NO_DOSSIER = 987654321, "22222-22222", "HS-2026-99999"
CLOSED = (403, 404, 405)
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="[^"]*"')


def addresses() -> list[Any]:
    found = []
    for area in AREAS:
        for one in import_module(f"thidua.web.workspace.{area}.urls").urlpatterns:
            wanted = one.name and one.pattern.converters and not NAME_NO_THING.fullmatch(one.name)
            if wanted and (area != "records" or RECORDS.fullmatch(one.name)):
                found.append(
                    pytest.param(area, one.name, tuple(one.pattern.converters), id=f"{area}: {one.name}")
                )
    return found


def named(road: Road, area: str, name: str, parameters: tuple[str, ...]) -> Args:
    """Return what the address names: by its name, by all its parameters, or by the last of them."""
    known = road.named[area]
    key = next(key for key in (name, ",".join(parameters), parameters[-1], "") if key in known)
    assert tuple(known[key]) == parameters
    return known[key]


def nothing(args: Args) -> Args:
    """Return the same address with a thing that there is not."""
    last = [key for key in args if key not in ("part", "kind")][-1]
    said = args[last]
    if isinstance(said, int):
        return args | {last: NOBODY}
    return args | {last: NO_DOSSIER if said.startswith("HS-") else NO_CODE}


def entered(user: User) -> Client:
    client = Client()
    client.force_login(user, backend="thidua.web.shell.backends.AccountBackend")
    return client


def told(client: Client, method: str, name: str, args: Args) -> tuple[int, str, str]:
    """Return status, way on and words of the answer, without what differs from one request to the next."""
    address = reverse(name, kwargs=args)
    response = getattr(client, method)(address)
    content = b"".join(response) if response.streaming else response.content
    page = TOKEN.sub("", content.decode("utf-8", "replace"))
    for written in (address, quote(address), quote(address, safe="")):
        page = page.replace(written, "")
    return response.status_code, response.get("Location", "").replace(address, ""), page


@pytest.mark.parametrize(("area", "name", "parameters"), addresses())
def test_whom_it_does_not_concern_learns_nothing(
    road: Road, area: str, name: str, parameters: tuple[str, ...]
) -> None:
    there = named(road, area, name, parameters)
    gone = nothing(there)

    inside = [entered(user) for user in road.insiders[area]]
    assert name in ELSEWHERE or any(
        told(client, method, name, there) != told(client, method, name, gone)
        for method in ("get", "post")
        for client in inside
    )

    stranger = entered(road.stranger)
    for method in ("get", "post"):
        answer = told(stranger, method, name, there)
        assert answer == told(stranger, method, name, gone)
        assert answer[0] in CLOSED

    assert told(Client(), "get", name, there)[:2] == (302, "/dang-nhap?next=")


@pytest.mark.parametrize(
    ("area", "name", "parameters"),
    [one for one in addresses() if one.values[0] not in ("records", "register", "notices", "role_models")],
)
def test_who_has_another_task_in_the_same_office_is_let_in_nowhere(
    road: Road, area: str, name: str, parameters: tuple[str, ...]
) -> None:
    there = named(road, area, name, parameters)
    for user in (road.editor, road.technician):
        client = entered(user)
        assert told(client, "get", name, there)[0] in CLOSED
        assert told(client, "post", name, there)[0] in CLOSED
    # The auditor reads dossiers and decisions, and changes nothing.
    assert told(entered(road.auditor), "post", name, there)[0] in CLOSED
