"""`thidua registry identities` looks without a browser and says how much it found."""

from __future__ import annotations

import json
import sys
from io import StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from tests.registry.identities.test_candidates import BARE, THU, book
from thidua.registry.models import IdentityCandidate


def told(*options: str) -> str:
    """Return what the command prints."""
    out = StringIO()
    call_command("registry", "identities", *options, stdout=out)
    return out.getvalue()


def test_the_command_counts_what_it_found(place):
    book(place, THU)
    book(place, BARE, year=2016)
    answer = json.loads(told("--json"))
    assert answer.pop("seconds") >= 0
    assert answer == {"persons": 0, "awards": 2, "waiting": 1, "new": 1}
    assert IdentityCandidate.objects.count() == 1


def test_the_command_says_in_words_what_it_found(place):
    assert told().startswith("0 persons and 0 awards without a person were compared in ")


def test_a_missing_engine_says_what_to_install(place, monkeypatch):
    book(place, THU)
    book(place, BARE, year=2016)
    monkeypatch.setitem(sys.modules, "pyspark.sql", None)
    with pytest.raises(CommandError) as refused:
        told("--engine", "spark")
    assert (
        str(refused.value)
        == "Spark is not installed. Install it with: pip install 'thidua[spark]' (and Java 17)."
    )
