"""How often one address may ask for a code: ten times in a minute, so that codes are not guessed by machine.

Downloads are counted in the same way, so that one reader does not keep the server from the others.

Counted for a minute only, in the cache, which all processes of this machine share.
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


def seconds_to_wait(request: HttpRequest, counted: str = "certificate-tries", most: int = MOST) -> int:
    """Count a try of the reader's address and return 0, or the seconds until the next one is free (not counted).

    `counted` names what is tried, each counted apart; `most` in a minute.
    """
    key = f"{counted}:{address_of(request) or 'unknown'}"
    now = time.time()
    with only_one(_ONE_AT_A_TIME):
        recent: list[float] = [moment for moment in cache.get(key, ()) if now - moment < WITHIN]
        if len(recent) >= most:
            return max(1, math.ceil(recent[0] + WITHIN - now))
        cache.set(key, [*recent, now], WITHIN)
    return 0
