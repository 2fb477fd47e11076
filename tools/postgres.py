"""A PostgreSQL cluster of our own for one test run: temporary folder, free loopback port, gone afterwards.

.venv/bin/python -m tools.postgres COMMAND …    run COMMAND with THIDUA_DATABASE_URL set to such a cluster

It stops with this process, also after Ctrl-C, `kill` and `kill -9`. Durability is off: nothing is worth keeping.
"""

from __future__ import annotations

import ctypes
import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypedDict

import psycopg

from tools import debian

SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_connections": "60",
    "shared_buffers": "128MB",
    "jit": "off",
    "autovacuum": "off",
}
START_SECONDS = 30
DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG of prctl(2)


class Identity(TypedDict, total=False):
    """The options of `subprocess` that say as whom to run."""

    user: int
    group: int
    extra_groups: list[int]


class Unavailable(Exception):
    """PostgreSQL cannot be had here; the text says why and what to do."""


def binaries() -> Path:
    """Return the folder with `initdb` and `postgres`, installing them when allowed; raises Unavailable."""
    found = find_binaries()
    if found is None:
        why_not = debian.install("postgresql")
        found = find_binaries()
        if found is None:
            raise Unavailable(
                f"PostgreSQL is not on this machine; {why_not or 'its programs were not found'}"
            )
    return found


def find_binaries() -> Path | None:
    """Return the folder of the newest PostgreSQL on this machine, or None."""
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda folder: float(folder.parent.name))
    candidates = [*reversed(versions), *(Path(entry) for entry in os.get_exec_path())]
    return next((folder for folder in candidates if (folder / "initdb").exists()), None)


@contextmanager
def private_cluster() -> Iterator[str]:
    """Start a cluster, give its database URL, and stop and remove it at the end; raises Unavailable."""
    programs = binaries()
    folder = Path(tempfile.mkdtemp(prefix="thidua-postgres-"))
    identity = unprivileged(folder)
    data, log = folder / "data", folder / "log"
    try:
        create = [f"{programs}/initdb", f"--pgdata={data}", "--username=thidua", "--auth=trust", "--no-sync"]
        create += ["--encoding=UTF8", "--locale=C.UTF-8"]
        made = subprocess.run(create, capture_output=True, text=True, cwd=folder, **identity)
        if made.returncode:
            raise Unavailable(f"initdb failed: {made.stderr.strip()}")
        port = free_port()
        options = [part for name, value in SETTINGS.items() for part in ("-c", f"{name}={value}")]
        with log.open("w") as output:
            server = subprocess.Popen(
                [f"{programs}/postgres", "-D", str(data), "-p", str(port), *options],
                cwd=folder, stdin=subprocess.DEVNULL, stdout=output, stderr=output,
                start_new_session=True, preexec_fn=stop_with_parent, **identity,
            )  # fmt: skip
        try:
            wait_until_ready(server, port, log)
            yield f"postgres://thidua@127.0.0.1:{port}/thidua"
        finally:
            stop(server)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def unprivileged(folder: Path) -> Identity:
    """Return the subprocess options of a user whom PostgreSQL accepts; root hands `folder` to that user."""
    if os.geteuid() != 0:
        return {}
    for name in ("postgres", "nobody"):
        with suppress(KeyError):
            user = pwd.getpwnam(name)
            os.chown(folder, user.pw_uid, user.pw_gid)
            return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
    raise Unavailable("PostgreSQL refuses to run as root, and there is no user `postgres` or `nobody`")


def stop_with_parent() -> None:
    """Ask the kernel to end the server (fast shutdown) when the process that started it is gone."""
    ctypes.CDLL(None).prctl(DIE_WITH_PARENT, signal.SIGINT)


def free_port() -> int:
    """Return a loopback port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_until_ready(server: subprocess.Popen[bytes], port: int, log: Path) -> None:
    """Return when the cluster answers; raises Unavailable with the end of its log when it does not."""
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until and server.poll() is None:
        with suppress(psycopg.OperationalError):
            psycopg.connect(host="127.0.0.1", port=port, user="thidua", dbname="postgres").close()
            return
        time.sleep(0.1)
    raise Unavailable("the cluster did not start: " + " / ".join(log.read_text().splitlines()[-3:]))


def stop(server: subprocess.Popen[bytes]) -> None:
    """End the cluster without waiting for its clients."""
    server.send_signal(signal.SIGINT)
    try:
        server.wait(timeout=20)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


def end_politely(_signal: int, _frame: object) -> None:
    """Turn `kill` into an ordinary exit, so that what was started is stopped."""
    raise SystemExit(128 + signal.SIGTERM)


def main() -> int:
    """Run the command that was given with a private cluster; return its exit code."""
    signal.signal(signal.SIGTERM, end_politely)
    try:
        with private_cluster() as url:
            return subprocess.run(sys.argv[1:], env=os.environ | {"THIDUA_DATABASE_URL": url}).returncode
    except Unavailable as reason:
        print(f"PostgreSQL: {reason}.", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
