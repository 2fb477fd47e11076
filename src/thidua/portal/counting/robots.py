"""Programs that read pages and say so, by the name they give (User-Agent).

Browsers without a screen and libraries are among them; one that lies is not found here, but the limit for one address
(`tally`) holds for it as for everybody.
"""

from __future__ import annotations

import re
from typing import Final

_NAMES: Final = re.compile(
    r"bot\b|bot[/;_ -]|crawl|spider|slurp|archive|scrap|preview|fetch|monitor|uptime|pingdom|lighthouse|"
    r"headless|phantomjs|puppeteer|playwright|selenium|curl|wget|python|java/|okhttp|go-http|libwww|perl|ruby|"
    r"php/|axios|node|httpclient|feed|rss|facebookexternalhit|zalo\w*crawl|coccoc\w*bot|googleother|"
    r"mediapartners|validator|scanner",
    re.IGNORECASE,
)


def is_robot(user_agent: str) -> bool:
    """Tell whether the program says that it is no reader's browser; one that says nothing is none either."""
    return not user_agent.startswith(("Mozilla/", "Opera/")) or _NAMES.search(user_agent) is not None
