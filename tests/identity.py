"""Each test begins with the identity that the environment gives: no page asks the database for another."""

from __future__ import annotations

import pytest

from thidua.orgs.queries.site_identity import hold


@pytest.fixture(autouse=True)
def begin_with_the_identity_of_the_installation() -> None:
    """Forget the edition that an earlier test put in force."""
    hold({})
