"""Where the system's Chromium is; Debian's package is installed when it is missing and we may."""

from __future__ import annotations

import shutil
import sys

from tools import debian

NAMES = ("chromium", "chromium-browser", "google-chrome")
# Chromium alone brings no font; this one has every Vietnamese letter for text outside our own typeface.
PACKAGES = ("chromium", "fonts-dejavu-core")

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


def find_or_install() -> tuple[str | None, str]:
    """Return (path, "") or (None, one sentence that says what to do)."""
    why_not = ""
    if find() is None:
        why_not = debian.install(*PACKAGES)
    found = find()
    if found:
        return found, ""
    return None, f"Chromium is not on this machine; {why_not or 'its program was not found'}"


def main() -> int:
    """Print the path of Chromium; return the exit code."""
    path, sentence = find_or_install()
    print(path or sentence, file=sys.stdout if path else sys.stderr)
    return 0 if path else 1


if __name__ == "__main__":
    sys.exit(main())
