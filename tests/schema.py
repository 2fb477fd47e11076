"""The tables of the models, without going through the history of the migrations: `python -m tests.schema`.

Two hundred migrations, most of them a package's, take a minute; the tables themselves take seconds. What a
migration does beside making tables is done in earnest, and `tests/config/test_migrations.py` walks the real history.
"""

from __future__ import annotations

import django
from django.apps import apps
from django.core.management import call_command
from django.db import connection
from django.test.utils import override_settings

# Triggers and full-text tables, of which no model tells.
UNTOLD = "wagtailsearch"
REFUSING = ("audit", "0001")


class NoHistory:
    """Says of each app that it has no migrations."""

    def __contains__(self, _label: str) -> bool:
        return True

    def __getitem__(self, _label: str) -> None:
        return None


def make() -> None:
    """Make all tables in the database of the settings, and note every migration as applied."""
    with override_settings(MIGRATION_MODULES=NoHistory()):
        call_command("migrate", run_syncdb=True, verbosity=0)
    call_command("migrate", fake=True, verbosity=0)
    _without_tables(UNTOLD)
    for app, before in (REFUSING, (UNTOLD, "zero")):
        call_command("migrate", app, before, fake=True, verbosity=0)
        call_command("migrate", app, verbosity=0)


def _without_tables(label: str) -> None:
    with connection.schema_editor() as editor:
        for model in apps.get_app_config(label).get_models():
            editor.delete_model(model)


if __name__ == "__main__":
    django.setup()
    make()
