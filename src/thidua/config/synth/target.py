"""Where the synthetic country may be written: a new file, or an empty database; never beside real records."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import dj_database_url
from django.db import connections
from django.utils.translation import gettext as _

from thidua.demo.load import is_loaded
from thidua.orgs.models import Person, Unit
from thidua.registry.models import Award
from thidua.support.provenance import Provenance


class NotHere(Exception):
    """The synthetic country may not be written into this database; the text says why and what to do."""


@contextmanager
def connected_to(url: str) -> Iterator[None]:
    """Let Django's connection lead to the database at `url`; afterwards it leads where it led before.

    Raises NotHere for an address that is none.
    """
    try:
        parsed: dict[str, Any] = dict(dj_database_url.parse(url))
    except (ValueError, KeyError) as fault:
        raise NotHere(_("Give a database as sqlite:////folder/file or postgres://user@host/name.")) from fault
    before = connections.databases["default"]
    own = connections["default"]
    configured = connections.configure_settings({"default": parsed})["default"]
    if configured["ENGINE"] == before["ENGINE"]:
        configured["OPTIONS"] = before["OPTIONS"]
    connections.databases["default"] = configured
    del connections["default"]
    try:
        yield
    finally:
        connections["default"].close()
        connections.databases["default"] = before
        connections["default"] = own


def require_empty() -> None:
    """Raise NotHere where the database holds the demonstration, recorded awards or anything else."""
    if is_loaded():
        raise NotHere(
            _("This database holds the demonstration. Write the synthetic country into another one.")
        )
    if Award.objects.exclude(provenance=Provenance.TEST).exists():
        raise NotHere(_("This database holds real awards. Write the synthetic country into another one."))
    if Unit.objects.exists() or Person.objects.exists():
        raise NotHere(_("This database is in use. Write the synthetic country into an empty one."))


def new_file(folder: Path, awards: int, seed: int) -> Path:
    """Return the default target, raising NotHere when it is there already."""
    path = folder / f"synthetic-{awards}-{seed}.sqlite3"
    if path.exists():
        raise NotHere(_("%(path)s is there already. Delete it, or name another database.") % {"path": path})
    return path


@contextmanager
def thrown_away_if_broken(path: Path | None) -> Iterator[None]:
    """Remove the new file at `path` when the writing is broken off: half a country is of no use."""
    try:
        yield
    except BaseException:
        if path is not None:
            path.unlink(missing_ok=True)
        raise
