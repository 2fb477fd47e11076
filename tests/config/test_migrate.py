"""A new database gets the tables of the packages first: `thidua migrate` plans so, whatever the names of the apps."""

import pytest
from django.core.management import get_commands
from django.db import connection

from thidua.config.management.commands.migrate import PackagesFirst


@pytest.mark.django_db
def test_the_packages_come_before_our_rooms() -> None:
    planner = PackagesFirst(connection)
    plan = planner.migration_plan(planner.loader.graph.leaf_nodes(), clean_start=True)
    labels = list(dict.fromkeys(migration.app_label for migration, _backwards in plan))
    assert {"wagtailcore", "wagtailimages", "orgs", "contests"} - set(labels) == set()
    ours = [label for label in labels if label not in PACKAGES]
    assert labels == [label for label in labels if label in {*PACKAGES, "accounts"}] + ours[1:]
    assert ours[0] == "accounts"  # the packages' own tables point to it


def test_the_command_is_ours() -> None:
    assert get_commands()["migrate"] == "thidua.config"


PACKAGES = {
    *("admin", "auth", "axes", "contenttypes", "sessions", "taggit"),
    *("wagtailadmin", "wagtailcore", "wagtaildocs", "wagtailembeds", "wagtailforms", "wagtailimages"),
    *("wagtailredirects", "wagtailsearch", "wagtailusers"),
}
