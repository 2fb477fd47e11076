"""Install what a test run needs from Debian, where this process may."""

from __future__ import annotations

import os
import shutil
import subprocess

APT = ["apt-get", "-qq", "-o", "DPkg::Lock::Timeout=300"]


def can_install() -> bool:
    """Return whether packages can be installed without asking anybody: apt is here and we are root."""
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def install(*packages: str) -> str:
    """Install Debian packages without recommendations; return "" or one sentence that says why not."""
    if not can_install():
        return f"install it first, as root: apt-get install {' '.join(packages)}"
    print(f"… installing {' '.join(packages)} with apt", flush=True)
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for command in ([*APT, "update"], [*APT, "install", "--yes", "--no-install-recommends", *packages]):
        done = subprocess.run(
            command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True
        )
        if done.returncode:
            last = (done.stderr.strip().splitlines() or ["no message"])[-1]
            return f"`{' '.join(command)}` failed: {last}"
    return ""
