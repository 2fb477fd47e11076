"""How often one address may ask for a code: ten times in a minute, so that codes are not guessed by machine.

Counted for a minute only, in the cache, which all processes of this machine share.
"""

from __future__ import annotations

import math
import time
from ipaddress import IPv6Address, ip_address, ip_network
from typing import Final

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest

from thidua.support.documents.secret_files import only_one

MOST: Final = 10
WITHIN: Final = 60  # seconds
_ONE_AT_A_TIME: Final = "certificate-tries"


def seconds_to_wait(request: HttpRequest) -> int:
    """Count a try of the reader's address and return 0, or the seconds until the next one is free (not counted)."""
    key = f"certificate-tries:{_address(request)}"
    now = time.time()
    with only_one(_ONE_AT_A_TIME):
        recent: list[float] = [moment for moment in cache.get(key, ()) if now - moment < WITHIN]
        if len(recent) >= MOST:
            return max(1, math.ceil(recent[0] + WITHIN - now))
        cache.set(key, [*recent, now], WITHIN)
    return 0


def _address(request: HttpRequest) -> str:
    """Return the reader's address; of IPv6 the /64, which one household or office has to itself."""
    said = request.META.get("REMOTE_ADDR", "")
    if settings.SECURE_PROXY_SSL_HEADER:
        # Only then is there a web server of ours in front; it adds the last address, the others anybody may write.
        said = request.META.get("HTTP_X_FORWARDED_FOR", "").rpartition(",")[2].strip() or said
    try:
        address = ip_address(said)
    except ValueError:
        return "unknown"
    if isinstance(address, IPv6Address):
        return str(ip_network((address, 64), strict=False).network_address)
    return str(address)
