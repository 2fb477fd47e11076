"""The name of the office for settings that take a plain text."""

from __future__ import annotations

from django.utils.functional import lazy


def office_name() -> str:
    """Return a text that reads, each time it is shown, what the site calls itself at that moment."""
    return lazy(_now, str)()


def _now() -> str:
    from thidua.orgs.queries.site_identity import identity_now  # rooms are loaded after the settings

    return identity_now("vi").office
