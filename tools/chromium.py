"""The system's Chromium and what drives it; Debian's packages are installed when they are missing and we may."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from tools import debian

NAMES = ("chromium", "chromium-browser", "google-chrome")
# Chromium alone brings no font; this one has every Vietnamese letter for text outside our own typeface.
BROWSER = ("chromium", "fonts-dejavu-core")
# Playwright's driver is linked against this library, which a minimal Debian lacks.
DRIVER = ("libatomic1",)

# Rootless sandboxes need a kernel that a container rarely has; the other switches keep the browser from
# looking for hosts on the network that the tests do not need.
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-default-apps",
]


def find() -> str | None:
    """Return the path of a Chromium on this machine, or None."""
    return next(filter(None, map(shutil.which, NAMES)), None)


def driver_starts() -> bool:
    """Return whether Playwright's driver, a program of its own, can be started."""
    command = [str(Path(sys.executable).parent / "playwright"), "--version"]
    return subprocess.run(command, capture_output=True).returncode == 0


def find_or_install() -> tuple[str | None, str]:
    """Return (path, "") or (None, one sentence that says what to do)."""
    missing = (() if find() else BROWSER) + (() if driver_starts() else DRIVER)
    why_not = debian.install(*missing) if missing else ""
    found = find()
    if found is None:
        return None, f"Chromium is not on this machine; {why_not or 'its program was not found'}"
    if not driver_starts():
        return (
            None,
            f"Playwright's driver does not start; {why_not or 'see `.venv/bin/playwright --version`'}",
        )
    return found, ""


def main() -> int:
    """Print the path of Chromium; return the exit code."""
    path, sentence = find_or_install()
    print(path or sentence, file=sys.stdout if path else sys.stderr)
    return 0 if path else 1


if __name__ == "__main__":
    sys.exit(main())
