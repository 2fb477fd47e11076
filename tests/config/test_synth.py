"""The synthetic country: the same seed gives the same rows, all of them marked, none beside real records."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection
from django.db.models import Count

from tests.factories.movements import unit
from thidua.config.synth.careers import draw_households, draw_persons, years_of_awards
from thidua.config.synth.country import TABLES, Size, write_country
from thidua.config.synth.decisions import decide
from thidua.config.synth.rows import SchemaMismatch, rows
from thidua.config.synth.target import NotHere, new_file, require_empty
from thidua.config.synth.units import plan_units
from thidua.core.vietnamese.fold import fold
from thidua.core.vietnamese.names import NameOrder, sort_key
from thidua.orgs.enums import UnitKind
from thidua.orgs.models import Person, Unit, UnitName, UnitPlacement, UnitSuccession
from thidua.registry.models import Award, Conferral, RecipientName
from thidua.registry.models.recipient_name import YEAR_STEP
from thidua.support.provenance import Provenance

AWARDS = 3_000


def written(awards: int = AWARDS, seed: int = 1) -> dict[str, int]:
    return write_country(
        Size(awards, seed, provinces=1), say=lambda _step: None, progress=lambda _done, _of: None
    )


def told(model: Any) -> list[tuple[Any, ...]]:
    return list(model.objects.order_by("pk").values_list())


@pytest.mark.django_db
def test_a_country_holds_as_many_awards_as_asked_for_and_every_row_is_test_data() -> None:
    counts = written()
    assert counts["Award"] == Award.objects.count() == AWARDS
    for model in (Unit, Person, Conferral, Award):
        assert set(model.objects.values_list("provenance", flat=True)) == {Provenance.TEST}


@pytest.mark.django_db
def test_the_same_seed_writes_the_same_rows_and_another_seed_others() -> None:
    written(600)
    first = {model: told(model) for model in TABLES}
    empty()
    written(600)
    assert {model: told(model) for model in TABLES} == first
    empty()
    written(600, seed=2)
    assert told(Award) != first[Award]


@pytest.mark.django_db
def test_the_dictionary_counts_the_awards_of_each_name_and_knows_the_newest() -> None:
    written()
    for name in RecipientName.objects.annotate(counted=Count("awards")).order_by("-counted")[:50]:
        assert name.award_count == name.counted
        newest = name.awards.order_by("-year", "-pk").first()
        assert newest is not None
        assert name.latest == newest.year * YEAR_STEP + newest.pk
        assert newest.name_code == name.code
        assert fold(newest.recipient_name) == name.folded
        assert name.sort_key == sort_key(name.spelling, NameOrder(name.order))
    assert not RecipientName.objects.filter(award_count=0).exists()


@pytest.mark.django_db
def test_names_are_found_by_their_words_after_the_writing() -> None:
    written()
    name = RecipientName.objects.filter(order=NameOrder.GIVEN_LAST).latest("award_count")
    word = name.folded.split()[-1]
    expected = {row.pk for row in RecipientName.objects.all() if word in row.folded.replace("'", " ").split()}
    assert {row.pk for row in RecipientName.objects.filter(folded__words=word)} == expected


@pytest.mark.django_db
def test_every_reference_leads_somewhere_and_the_indexes_are_back() -> None:
    before = indexes()
    written(600)
    connection.check_constraints()
    assert indexes() == before


@pytest.mark.django_db
def test_a_merged_commune_leads_to_the_one_that_follows_and_its_schools_move() -> None:
    written(600)
    old = Unit.objects.filter(successions__isnull=False).first()
    assert old is not None
    assert old.exists_to is not None
    new = old.successions.get().successor
    assert new is not None
    school = UnitPlacement.objects.filter(parent=old).first()
    assert school is not None
    assert UnitPlacement.objects.get(unit=school.unit, is_last=True).parent == new
    assert not Award.objects.filter(place=old, year__gte=2020).exists()
    renamed = UnitName.objects.values("unit").annotate(names=Count("pk")).filter(names=2)
    assert renamed.count() == 4


def test_decisions_list_twenty_to_sixty_recipients_where_there_are_so_many() -> None:
    units = plan_units(1, seed=1)
    persons = draw_persons(100_000, units, seed=1)
    households = draw_households(100_000, persons, units, seed=1)
    random = np.random.default_rng(1)
    sizes: list[int] = []
    for year in years_of_awards(100_000, persons, households, units, seed=1):
        decisions = decide(random, year, units)
        sizes += np.bincount(decisions.decision).tolist()
        assert len(set(zip(decisions.decision.tolist(), decisions.ordinal.tolist(), strict=True))) == len(
            year.kind
        )
    assert sum(sizes) == 100_000
    assert max(sizes) <= 60
    assert sum(size >= 20 for size in sizes) > 1_000


@pytest.mark.django_db
def test_nothing_is_written_where_a_unit_stands_already() -> None:
    require_empty()
    unit("Xã Đề Thám", UnitKind.COMMUNE, None)
    with pytest.raises(NotHere):
        require_empty()


@pytest.mark.django_db
def test_an_award_on_record_is_named_as_the_reason() -> None:
    written(600)
    Award.objects.filter(pk=1).update(provenance=Provenance.RECORDED)
    with pytest.raises(NotHere) as refusal:
        require_empty()
    Award.objects.filter(pk=1).update(provenance=Provenance.TEST)
    with pytest.raises(NotHere) as other:
        require_empty()
    assert str(refusal.value) != str(other.value)


def test_a_file_that_is_there_is_not_overwritten(tmp_path: Path) -> None:
    path = new_file(tmp_path, 100, 1)
    assert path == tmp_path / "synthetic-100-1.sqlite3"
    path.touch()
    with pytest.raises(NotHere):
        new_file(tmp_path, 100, 1)


def test_a_column_that_nobody_fills_is_named() -> None:
    with pytest.raises(SchemaMismatch, match=r"not filled: .*recipient_name.*unknown: colour"):
        rows(Award, 0, colour=[])


@pytest.mark.django_db
def test_a_wrong_number_of_awards_is_refused() -> None:
    with pytest.raises(CommandError):
        call_command("synth", awards=0)


def empty() -> None:
    """Delete all rows, those that refer to others first."""
    referring = (Award, Conferral, UnitSuccession)
    for model in (*referring, *(model for model in reversed(TABLES) if model not in referring)):
        model.objects.all().delete()


def indexes() -> list[tuple[str, ...]]:
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(
                "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_stat%' ORDER BY 1, 2"
            )
        else:
            cursor.execute(
                "SELECT 'index', indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' "
                "UNION ALL SELECT 'constraint', conname, pg_get_constraintdef(oid) FROM pg_constraint "
                "WHERE connamespace = 'public'::regnamespace ORDER BY 1, 2"
            )
        return [tuple(map(str, row)) for row in cursor.fetchall()]
