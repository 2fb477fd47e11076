"""Pages as a signed-in person opens them: server time, and the weight of the HTML as it is sent."""

from __future__ import annotations

import gzip
from collections.abc import Iterator

from django.conf import settings
from django.test import Client
from django.test.utils import override_settings

from thidua.accounts.models import User
from thidua.config.bench.measurement import Measurement, median_ms

# Names without a hash: whoever measures need not have gathered the static files first.
STORAGES = settings.STORAGES | {
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
}
BACKEND = "thidua.web.shell.backends.AccountBackend"


class PageFailed(RuntimeError):
    """A page that is to be measured did not answer with 200."""


def page(
    path: str,
    user: User | None,
    *,
    size: str,
    database: str,
    milliseconds: float,
    kilobytes: float | None = None,
) -> Iterator[Measurement]:
    """Yield weight (KB, gzip) and server time (ms, median) of `path` as `user` sees it; raises PageFailed."""
    with override_settings(ALLOWED_HOSTS=["testserver"], STORAGES=STORAGES):
        client = Client()
        if user is not None:
            client.force_login(user, backend=BACKEND)
        answer = client.get(path)
        if answer.status_code != 200:
            raise PageFailed(f"{path} answered {answer.status_code}")
        name = f"{path} ({user.username if user else 'public'})"
        weight = round(len(gzip.compress(answer.content, 6)) / 1024, 1)
        yield Measurement(f"{name} HTML", weight, "KB", size, database, limit=kilobytes)
        took = median_ms(lambda: client.get(path))
        yield Measurement(f"{name} server", took, "ms", size, database, limit=milliseconds)
