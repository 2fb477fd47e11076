"""Write the three lock files from pyproject.toml: pinned versions with hashes, and no address of any index.

    requirements.lock        what the product needs to run
    requirements-dev.lock    the same, and what tests and checks need
    requirements-build.lock  what installs the package itself

`uv` does the resolving because pip cannot write hashes; it is taken from the path, or installed into a
folder that is removed afterwards. Existing pins are kept unless `--upgrade` is given.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OPTIONS = [
    "--quiet", "--generate-hashes", "--universal", "--python-version", "3.11",
    "--no-emit-index-url", "--no-annotate", "--no-header",
]  # fmt: skip


def main() -> int:
    """Write the lock files; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--upgrade", action="store_true", help="take the newest versions that are allowed")
    upgrade = ["--upgrade"] if parser.parse_args().upgrade else []
    build = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["build-system"]["requires"]
    with tempfile.TemporaryDirectory() as folder:
        wanted = Path(folder) / "build.in"
        wanted.write_text("\n".join(build) + "\n", encoding="utf-8")
        compile_with = [*find_uv(folder), "pip", "compile", *OPTIONS, *upgrade]
        for source, lock in (
            (["pyproject.toml"], "requirements.lock"),
            (
                ["pyproject.toml", "--extra", "dev", "--constraint", "requirements.lock"],
                "requirements-dev.lock",
            ),
            ([str(wanted)], "requirements-build.lock"),
        ):
            subprocess.run([*compile_with, *source, "--output-file", lock], check=True, cwd=ROOT)
            print(f"written: {lock}")
    return 0


def find_uv(folder: str) -> list[str]:
    """Return the command that starts uv, installing it into `folder` when the path has none that works."""
    found = shutil.which("uv")
    if found and subprocess.run([found, "--version"], capture_output=True).returncode == 0:
        return [found]
    target = Path(folder) / "uv"
    subprocess.run(
        [sys.executable, "-m", "pip", "install", "--quiet", "--target", str(target), "uv"], check=True
    )
    return [str(target / "bin" / "uv")]


if __name__ == "__main__":
    sys.exit(main())
