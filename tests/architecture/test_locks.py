"""The lock files: they install what pyproject.toml asks for, checked by hash, from wherever the reader installs."""

from __future__ import annotations

import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.architecture.repository import ROOT, text_of

LOCKS = ("requirements.lock", "requirements-dev.lock", "requirements-build.lock")
PROJECT = tomllib.loads(text_of(ROOT / "pyproject.toml"))


def pins(lock: str) -> dict[str, str]:
    """Return package → version."""
    found = re.findall(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", text_of(ROOT / lock), flags=re.MULTILINE)
    return {canonicalize_name(name): version for name, version in found}


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_file_carries_no_address(lock: str) -> None:
    assert re.findall(r".*(?:://|--index|--find-links|@ ).*", text_of(ROOT / lock)) == []


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_carries_a_hash(lock: str) -> None:
    entries = re.split(r"\n(?=\S)", text_of(ROOT / lock).strip())
    assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []


WANTED = {
    "requirements.lock": PROJECT["project"]["dependencies"],
    "requirements-dev.lock": [
        *PROJECT["project"]["dependencies"],
        *PROJECT["project"]["optional-dependencies"]["dev"],
    ],
    "requirements-build.lock": PROJECT["build-system"]["requires"],
}


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_file_answers_every_requirement(lock: str) -> None:
    pinned = pins(lock)
    unanswered = [
        line
        for line in WANTED[lock]
        if (wish := Requirement(line))
        and not wish.specifier.contains(pinned.get(canonicalize_name(wish.name), "0"))
    ]
    assert unanswered == []


def test_tests_run_on_the_versions_that_the_product_runs_on() -> None:
    product, development = pins("requirements.lock"), pins("requirements-dev.lock")
    assert {name: development.get(name) for name in product} == product
