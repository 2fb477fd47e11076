"""A Wagtail site as `wagtail start` makes it: what its start page costs, to compare ours with."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Final

NAME: Final = "plain"
PRODUCTION: Final = """\
from .base import *

SECRET_KEY = "only-while-something-is-measured"
ALLOWED_HOSTS = ["127.0.0.1"]
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
"""


def make(folder: Path) -> dict[str, str]:
    """Make the site in `folder` with its database; return the environment that it is served in."""
    binaries = Path(sys.executable).parent
    subprocess.run([binaries / "wagtail", "start", NAME, folder], check=True, capture_output=True)
    (folder / NAME / "settings" / "measured.py").write_text(PRODUCTION)
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": f"{NAME}.settings.measured",
        "PYTHONPATH": str(folder),
    }
    subprocess.run(
        [sys.executable, "manage.py", "migrate", "--verbosity", "0"],
        cwd=folder,
        env=environment,
        check=True,
    )
    return environment


def command(port: int) -> list[str]:
    """Return the command that serves it just as `thidua serve` serves our site: one worker, four threads."""
    granian = str(Path(sys.executable).parent / "granian")
    return [
        granian, "--interface", "wsgi", "--port", str(port), "--workers", "1", "--blocking-threads", "4",
        "--no-ws", "--log-level", "warning", f"{NAME}.wsgi:application",
    ]  # fmt: skip
