"""The law as it stands, read once."""

import pytest

from thidua.core.law.book import LawBook
from thidua.core.law.reading import load_law


@pytest.fixture(scope="session")
def book() -> LawBook:
    return load_law()
