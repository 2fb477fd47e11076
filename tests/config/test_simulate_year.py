"""`thidua simulate-year`: a year through the real actions, the same for the same seed."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction

from tests.factories.movements import small_province
from thidua.config.simulation.clock import WorkingYear
from thidua.config.simulation.fates import draw_fates
from thidua.config.simulation.outcome import as_json, as_text, outcome_of
from thidua.config.simulation.year import simulate
from thidua.decisions.models import Decision, HandingOver
from thidua.nominations.models import Dossier, DossierMove
from thidua.support.audit.queries import verify_chain
from thidua.support.provenance import Provenance

DOSSIERS = 24
FEW = 6  # enough for two seeds to differ
YEAR = 2025


def run(seed: int, dossiers: int) -> tuple[dict[str, Any], str]:
    simulation = simulate(dossiers, seed, YEAR, lambda day, in_flight: None)
    outcome = outcome_of(simulation, seed)
    return json.loads(as_json(outcome)), as_text(outcome)


def year(seed: int) -> dict[str, Any]:
    """One small year, taken back afterwards: what it leaves is looked at where it is asked."""
    with transaction.atomic():
        told = run(seed, FEW)[0]
        transaction.set_rollback(True)
    return told


@pytest.mark.django_db
def test_a_seed_gives_the_same_statistics_twice_and_another_seed_gives_others() -> None:
    first = year(1)
    assert year(1) == first
    second = year(2)
    assert [second["total"], second["faults"]] != [first["total"], first["faults"]]


@pytest.mark.django_db
def test_the_counts_of_a_year_add_up_and_the_log_verifies() -> None:
    told, text = run(3, DOSSIERS)
    total, states = told["total"], told["states"]
    before_reception = states.get("draft", 0) + states.get("submitted", 0)
    assert sum(states.values()) == Dossier.objects.count()
    assert total["received"] == Dossier.objects.count() - before_reception
    assert total["received"] == total["in_work"] + total["resolved"]
    assert total["resolved"] == sum(total[name] for name in ("early", "on_time", "late", "no_limit"))
    assert sum(one["received"] for one in told["by_month"].values()) == total["received"]
    assert told["most_in_flight"] >= 3
    assert {one.provenance for one in Dossier.objects.all()} == {Provenance.ILLUSTRATIVE}
    assert {move.at.year for move in DossierMove.objects.all()} == {YEAR}
    assert HandingOver.objects.exists() == (states.get("archived", 0) > 0)
    assert {one.year for one in Decision.objects.exclude(number=None)} == {YEAR}
    verdict = verify_chain()
    assert (verdict.intact, verdict.checked > 10 * DOSSIERS) == (True, True)
    assert f"{total['received']}" in text


@pytest.mark.django_db
def test_an_empty_installation_takes_the_year_into_its_own_database(
    capsys: pytest.CaptureFixture[str],
) -> None:
    call_command("simulate_year", "--dossiers", "3", "--seed", "5", "--here", "--json")
    told = json.loads(capsys.readouterr().out)
    assert (told["dossiers"], Dossier.objects.count(), sum(told["states"].values())) == (3, 3, 3)
    assert {one.provenance for one in Dossier.objects.all()} == {Provenance.ILLUSTRATIVE}


@pytest.mark.django_db
def test_the_installation_in_use_is_not_written_into() -> None:
    small_province()
    with pytest.raises(CommandError):
        call_command("simulate_year", "--dossiers", "3", "--here")
    assert Dossier.objects.count() == 0


def test_november_brings_more_than_any_other_month() -> None:
    working = WorkingYear(YEAR)
    fates = draw_fates(2000, 1, 20, working)
    months = [working.days[int(fate.submitted)].month for fate in fates]
    assert max(set(months), key=months.count) == 11
    assert len(fates) == 2000
    assert all(fate.drafted < fate.submitted < working.length for fate in fates)


def test_a_dossier_has_the_same_fate_however_many_others_there_are() -> None:
    fate = draw_fates(1, 7, 10, WorkingYear(YEAR))[0]
    assert draw_fates(5, 7, 10, WorkingYear(YEAR))[0] == fate
