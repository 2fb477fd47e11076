"""Lạng Sơn 2019 for the tests of the closing report."""

import pytest

from tests.factories.reports import Province2019, province_2019


@pytest.fixture
def place(db) -> Province2019:
    return province_2019()
