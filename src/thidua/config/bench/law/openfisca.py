"""Six awards of 2025 as a tax-benefit system of OpenFisca: the peer, written as its authors would write it.

Yearly variables with formulas over earlier years; runs of years are carried on from year to year. Only for the
benchmark: the package is a development dependency.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib.util import find_spec
from typing import Any, Final

import numpy as np

from thidua.config.bench.law.people import FIRST_YEAR, YEARS
from thidua.core.law.columns import Columns

AWARDS: Final = (
    "grassroots_emulation_fighter",
    "provincial_emulation_fighter",
    "provincial_certificate_of_merit",
    "pm_certificate_of_merit",
    "labor_order_3",
    "labor_order_2",
)
SCOPES: Final = ("grassroots", "province_or_ministry", "nationwide")
LAST_YEAR: Final = FIRST_YEAR + YEARS - 1
Formula = Callable[[Any, Any], Any]


def is_installed() -> bool:
    """Tell whether the development dependencies are here."""
    return find_spec("openfisca_core") is not None


def prepared(columns: Columns) -> Callable[[], Mapping[str, Any]]:
    """Hand the same people to OpenFisca; return what judges them: award → who meets it."""
    from openfisca_core.simulations import SimulationBuilder

    system = _system()
    simulation = SimulationBuilder().build_default_simulation(system, columns.size)
    simulation.max_spiral_loops = YEARS  # runs of years are formulas over the year before
    for year in range(FIRST_YEAR, LAST_YEAR + 1):
        place = year - FIRST_YEAR
        simulation.set_input("grade", year, columns.grades[place].astype(np.int32))
        for (code, _), matrix in columns.awards.items():
            simulation.set_input(f"has_{code}", year, matrix[place].astype(bool))
        for scope in ("grassroots", "province_or_ministry"):
            wide_enough = SCOPES[SCOPES.index(scope) :]
            total = sum(columns.initiatives[one, "initiative"][place].astype(np.int32) for one in wide_enough)
            simulation.set_input(f"initiatives_{scope}", year, total)
    return lambda: {award: simulation.calculate(award, LAST_YEAR) for award in AWARDS}


def _system() -> Any:
    from openfisca_core.entities import build_entity
    from openfisca_core.periods import DateUnit
    from openfisca_core.taxbenefitsystems import TaxBenefitSystem
    from openfisca_core.variables import Variable

    person = build_entity(key="person", plural="people", label="A person", is_person=True)
    system = TaxBenefitSystem([person])

    def add(name: str, value_type: type, formula: Formula | None = None) -> None:
        body: dict[str, object] = {
            "value_type": value_type, "entity": person, "definition_period": DateUnit.YEAR, "label": name,
        }  # fmt: skip
        if formula is not None:
            body["formula"] = formula
        system.add_variable(type(name, (Variable,), body))

    add("grade", int)
    for code in (*AWARDS, "advanced_worker"):
        add(f"has_{code}", bool)
    for scope in ("grassroots", "province_or_ministry"):
        add(f"initiatives_{scope}", int)
    for name, (value_type, formula) in _formulas().items():
        add(name, value_type, formula)
    return system


def _formulas() -> dict[str, tuple[type, Formula]]:
    return {
        "ever_certificate": (bool, _ever("has_provincial_certificate_of_merit")),
        "after_pm": (bool, _after("has_pm_certificate_of_merit", "after_pm")),
        "after_order_3": (bool, _after("has_labor_order_3", "after_order_3")),
        "excellent_run": (int, _carried("excellent_run", _excellent, _one)),
        "initiatives_in_excellent_run": (
            int, _carried("initiatives_in_excellent_run", _excellent, _of("initiatives_grassroots")),
        ),
        "well_run": (int, _carried("well_run", _well, _one)),
        "fighter_in_well_run": (
            int, _carried("fighter_in_well_run", _well, _of("has_grassroots_emulation_fighter")),
        ),
        **_runs_after("pm"),
        **_runs_after("order_3"),
        "grassroots_emulation_fighter": (bool, _grassroots),
        "provincial_emulation_fighter": (bool, _provincial),
        "provincial_certificate_of_merit": (bool, _provincial_certificate),
        "pm_certificate_of_merit": (bool, _pm_certificate),
        "labor_order_3": (bool, _order_3),
        "labor_order_2": (bool, _order_2),
    }  # fmt: skip


def _runs_after(award: str) -> dict[str, tuple[type, Formula]]:
    def good(person: Any, period: Any) -> Any:
        return _well(person, period) & person(f"after_{award}", period)

    counted = {"run": _one, "excellent": _excellent, "fighter": _of("has_grassroots_emulation_fighter"),
               "provincial": _of("has_provincial_emulation_fighter")}  # fmt: skip
    wanted = ("run", "excellent", "fighter") if award == "pm" else ("run", "excellent", "provincial")
    return {
        f"{name}_after_{award}": (int, _carried(f"{name}_after_{award}", good, counted[name]))
        for name in wanted
    }


def _first(period: Any) -> bool:
    return bool(period.start.year <= FIRST_YEAR)


def _carried(name: str, good: Formula, adds: Formula) -> Formula:
    """What is counted in the unbroken run of good years that ends in a year."""

    def formula(person: Any, period: Any) -> Any:
        before = 0 if _first(period) else person(name, period.last_year)
        return good(person, period) * (before + adds(person, period))

    return formula


def _after(held: str, name: str) -> Formula:
    def formula(person: Any, period: Any) -> Any:
        if _first(period):
            return person(held, period) & False
        return person(name, period.last_year) | person(held, period.last_year)

    return formula


def _ever(held: str) -> Formula:
    def formula(person: Any, period: Any) -> Any:
        found = person(held, period)
        for year in range(FIRST_YEAR, period.start.year):
            found = found | person(held, str(year))
        return found

    return formula


def _one(_person: Any, _period: Any) -> Any:
    return 1


def _of(name: str) -> Formula:
    return lambda person, period: person(name, period)


def _well(person: Any, period: Any) -> Any:
    return person("grade", period) >= 3


def _excellent(person: Any, period: Any) -> Any:
    return person("grade", period) == 4


def _grassroots(person: Any, period: Any) -> Any:
    achieved = _excellent(person, period) | (person("initiatives_grassroots", period) >= 1)
    return person("has_advanced_worker", period) & achieved


def _times_in_a_row(person: Any, period: Any, times: int) -> Any:
    held = person("has_grassroots_emulation_fighter", period)
    for years in range(1, times):
        held = held & person("has_grassroots_emulation_fighter", period.offset(-years))
    return held


def _provincial(person: Any, period: Any) -> Any:
    found = person("initiatives_province_or_ministry", period)
    for year in range(FIRST_YEAR, period.start.year):
        found = found + person("initiatives_province_or_ministry", str(year))
    return _times_in_a_row(person, period, 3) & (found >= 1)


def _provincial_certificate(person: Any, period: Any) -> Any:
    initiatives = person("initiatives_in_excellent_run", period) >= 2
    return _times_in_a_row(person, period, 2) | ((person("excellent_run", period) >= 2) & initiatives)


def _pm_certificate(person: Any, period: Any) -> Any:
    fighter = person("fighter_in_well_run", period) >= 3
    return person("ever_certificate", period) & (person("well_run", period) >= 5) & fighter


def _order_3(person: Any, period: Any) -> Any:
    years = (person("run_after_pm", period) >= 5) & (person("excellent_after_pm", period) >= 1)
    return years & (person("fighter_after_pm", period) >= 3)


def _order_2(person: Any, period: Any) -> Any:
    """The text does not ask that the years reach the proposal (Đ43 k1 đ)."""
    met = person("has_labor_order_3", period) & False
    for year in range(FIRST_YEAR, period.start.year + 1):
        run = person("run_after_order_3", str(year)) >= 5
        excellent = person("excellent_after_order_3", str(year)) >= 2
        met = met | (run & excellent & (person("provincial_after_order_3", str(year)) >= 1))
    return met
