"""Each test begins without editors' pages at the foot: no page asks the database for them."""

from __future__ import annotations

import pytest

from thidua.portal.queries.foot_pages import hold


@pytest.fixture(autouse=True)
def begin_with_an_empty_foot() -> None:
    """Forget the pages that an earlier test published."""
    hold(())
