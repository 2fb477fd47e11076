"""Each test begins with no file downloaded: what is counted lies in a cache that tests share."""

from __future__ import annotations

import pytest
from django.core.cache import cache

from thidua.web.shell.downloads import COUNTED


@pytest.fixture(autouse=True)
def begin_with_no_file_downloaded() -> None:
    """Forget the downloads of an earlier test."""
    cache.delete(f"{COUNTED}:127.0.0.1")
