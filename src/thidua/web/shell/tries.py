"""How often one address may ask for a code: ten times in a minute, so that codes are not guessed by machine.

Downloads and what visitors send are counted in the same way, so that one person keeps nobody from the server.

Counted no longer than needed, in the cache, which all processes of this machine share.
"""

from __future__ import annotations

import math
import time
from typing import Final

from django.core.cache import cache
from django.http import HttpRequest

from thidua.support.documents.secret_files import only_one
from thidua.web.shell.visitors import address_of

MOST: Final = 10
WITHIN: Final = 60  # seconds
_ONE_AT_A_TIME: Final = "certificate-tries"


def seconds_to_wait(
    request: HttpRequest, counted: str = "certificate-tries", most: int = MOST, within: int = WITHIN
) -> int:
    """Count a try of the reader's address and return 0, or the seconds until the next one is free (not counted).

    `counted` names what is tried, each counted apart; `most` in `within` seconds.
    """
    return _counted(f"{counted}:{address_of(request) or 'unknown'}", most, within)


def seconds_for_all(counted: str, most: int, within: int = WITHIN) -> int:
    """As `seconds_to_wait`, for all readers together, from however many addresses."""
    return _counted(f"{counted}:all", most, within)


def _counted(key: str, most: int, within: int) -> int:
    now = time.time()
    with only_one(_ONE_AT_A_TIME):
        recent: list[float] = [moment for moment in cache.get(key, ()) if now - moment < within]
        if len(recent) >= most:
            return max(1, math.ceil(recent[0] + within - now))
        cache.set(key, [*recent, now], within)
    return 0
