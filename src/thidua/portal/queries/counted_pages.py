"""Whether views of a page are counted: only of articles that everybody may read."""

from __future__ import annotations

import time
from collections import deque
from typing import Final

from thidua.portal.models import Article

KEPT: Final = 60.0  # seconds for which a page that was there is taken to be there still
MOST: Final = 20  # questions to the database in a second: whoever makes pages up costs no more
_known: Final[dict[int, float]] = {}
_asked: Final[deque[float]] = deque()


def takes_views(page: int) -> bool:
    """Return whether there is such an article; its first view in a minute asks the database, the others do not."""
    now = time.monotonic()
    if now - _known.get(page, float("-inf")) < KEPT:
        return True
    while _asked and now - _asked[0] >= 1:
        _asked.popleft()
    if len(_asked) >= MOST:
        return False
    _asked.append(now)
    _known.pop(page, None)
    if Article.objects.live().filter(pk=page).exists():
        _known[page] = now
        return True
    return False


def forget() -> None:
    """Ask again for every page."""
    _known.clear()
    _asked.clear()
