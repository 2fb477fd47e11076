"""Each test begins in the language of the installation: a page asked for in English leaves its own behind."""

from __future__ import annotations

import pytest
from django.utils import translation


@pytest.fixture(autouse=True)
def begin_in_the_language_of_the_installation() -> None:
    """Forget the language that an earlier test made the thread's."""
    translation.deactivate()
