"""`thidua migrate`: Django's own, with the tables of the packages before ours.

A step of a migration renders each model anew that hangs together with the one it changes. Wagtail changes its pages
some two hundred times; with our two hundred models already there, that is most of the time that a new database takes.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.apps import apps
from django.core.management.commands import migrate
from django.db.migrations.executor import MigrationExecutor

Target = tuple[str, str | None]


class PackagesFirst(MigrationExecutor):
    """Plans as Django does, but reaches the goals of the packages before ours."""

    def migration_plan(
        self, targets: Sequence[Target] | set[tuple[str, str]], clean_start: bool = False
    ) -> Any:
        """Return the steps to `targets` as (migration, whether backwards)."""
        return super().migration_plan(sorted(targets, key=_is_ours), clean_start)


def _is_ours(target: Target) -> bool:
    return apps.get_app_config(target[0]).name.startswith("thidua.")


class Command(migrate.Command):
    """Django's command with that order."""

    def handle(self, *arguments: Any, **options: Any) -> None:
        """Migrate as Django does."""
        vars(migrate)["MigrationExecutor"] = PackagesFirst
        super().handle(*arguments, **options)
