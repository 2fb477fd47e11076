"""The shipped law, read once for these tests."""

import pytest

from thidua.core.law.book import LawBook
from thidua.core.law.reading import load_law


@pytest.fixture(scope="session")
def book() -> LawBook:
    return load_law()
