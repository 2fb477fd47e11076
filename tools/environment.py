"""Make `.venv` hold exactly what the lock files say; run by any Python 3.11+ with nothing installed.

    python3 tools/environment.py          what the product needs to run
    python3 tools/environment.py --dev    and what its tests and checks need

Three installs: the locked dependencies (every file checked by its hash), the locked build tool, and the
package itself as an editable install. The last one is an ordinary `pip install -e`, so that the `thidua`
command and its version come from pyproject.toml and nowhere else; the build tool has a lock of its own
(requirements-build.lock) because Debian 12 ships one too old to read our pyproject.toml.

What was installed is remembered in `.venv`, so that an unchanged lock file costs nothing.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import subprocess
import sys
import tomllib
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / ".venv"
PYTHON = FOLDER / "bin" / "python"
REMEMBERED = FOLDER / "installed.json"
PIP = [str(PYTHON), "-m", "pip", "install", "-qq", "--disable-pip-version-check", "--no-input"]


def main() -> int:
    """Install what is missing or out of date; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--dev", action="store_true", help="also what tests and checks need")
    dev = parser.parse_args().dev
    try:
        prepare(dev=dev)
    except subprocess.CalledProcessError as failure:
        print("The virtual environment could not be completed: see pip's message above.", file=sys.stderr)
        print("Check the connection to your package index, then run the same command again.", file=sys.stderr)
        return failure.returncode or 1
    return 0


def prepare(*, dev: bool) -> None:
    """Bring `.venv` up to date; raises CalledProcessError when pip fails."""
    if not works():
        say("making .venv")
        venv.create(FOLDER, with_pip=True, clear=True)
        REMEMBERED.unlink(missing_ok=True)
    lock = "requirements-dev.lock" if dev else "requirements.lock"
    done = json.loads(REMEMBERED.read_text()) if REMEMBERED.exists() else {}
    steps = {
        lock: [*PIP, "--require-hashes", "-r", str(ROOT / lock)],
        "requirements-build.lock": [*PIP, "--require-hashes", "-r", str(ROOT / "requirements-build.lock")],
        "package": [*PIP, "--no-deps", "--no-build-isolation", "-e", str(ROOT)],
    }
    for name, command in steps.items():
        if done.get(name) == fingerprint(name):
            continue
        say(f"installing {name}")
        subprocess.run(command, check=True, cwd=ROOT)
        done[name] = fingerprint(name)
        if dev and name == lock:  # the development lock holds every pin of the other one
            done["requirements.lock"] = fingerprint("requirements.lock")
        REMEMBERED.write_text(json.dumps(done, indent=1))


def works() -> bool:
    """Return whether `.venv` holds a Python 3.11+ with pip that starts."""
    question = "import sys, pip; sys.exit(sys.version_info < (3, 11))"
    return (
        PYTHON.exists() and subprocess.run([str(PYTHON), "-c", question], capture_output=True).returncode == 0
    )


def fingerprint(step: str) -> str:
    """Return the hash of what an install step depends on, the place of the checkout included."""
    if step == "package":
        project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
        content = json.dumps(
            [project["project"], project["build-system"], str(ROOT)], sort_keys=True
        ).encode()
    else:
        content = (ROOT / step).read_bytes()
    return hashlib.sha256(content).hexdigest()


def say(what: str) -> None:
    """Tell what takes time."""
    print(f"… {what}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
