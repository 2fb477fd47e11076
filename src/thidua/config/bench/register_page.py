"""The whole page of a search as a superuser gets it: sign-in, search, count, decisions, and the HTML of the hits."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import transaction
from django.test import Client, override_settings
from django.urls import reverse

from thidua.config.bench.register_queries import Asked, QueryClass
from thidua.registry.search import SearchQuery

CLASSES: Final = ("full name, newest 50", "prefix while typing", "any words")
LIMIT: Final = 60.0
_FILES: Final = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}


class NoPage(AssertionError):
    """The page answered something else than hits: its speed says nothing."""


@contextmanager
def visitor(query_of: Callable[[Asked], SearchQuery]) -> Iterator[Callable[[Asked], int]]:
    """Give a function that asks for the page of a query and returns its bytes; the visitor is gone afterwards."""
    storages = settings.STORAGES | {"staticfiles": _FILES}
    with (
        override_settings(ALLOWED_HOSTS=["testserver"], STORAGES=storages, SECURE_SSL_REDIRECT=False),
        transaction.atomic(),
    ):
        client = Client()
        user = get_user_model().objects.create_superuser(username="bench-page", password=None)
        client.force_login(user, backend=settings.AUTHENTICATION_BACKENDS[-1])

        def ask(asked: Asked) -> int:
            answer = client.get(reverse("register"), query_of(asked).parameters())
            if answer.status_code != 200:
                raise NoPage(f"{asked.text!r}: {answer.status_code}")
            return len(answer.content)

        yield ask
        transaction.set_rollback(True)


def promised(classes: list[QueryClass]) -> list[QueryClass]:
    """Return the classes of queries that are asked as pages, with what is promised of their median."""
    return [
        QueryClass(f"page: {one.name}", one.queries, median_limit=LIMIT)
        for one in classes
        if one.name in CLASSES
    ]
