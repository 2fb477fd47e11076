"""One verb for many dossiers: each succeeds or is refused by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from thidua.accounts.models import User
from thidua.nominations.actions.assign_dossier import assign_dossier
from thidua.nominations.actions.confirm_findings import confirm_findings
from thidua.nominations.actions.receive_dossier import receive_dossier
from thidua.nominations.actions.store_appraisal import store_appraisals
from thidua.nominations.models import Dossier
from thidua.support.refusals import NotAllowed, Refused


@dataclass
class BulkResult:
    """Which dossiers went through, and why the others did not."""

    done: list[Dossier] = field(default_factory=list)
    refused: list[tuple[Dossier, str]] = field(default_factory=list)


def receive_dossiers(*, dossiers: Iterable[Dossier], by: User | None) -> BulkResult:
    """Receive each of `dossiers` and check its nominees by the law."""

    def act(row: Dossier) -> object:
        return store_appraisals(dossier=receive_dossier(dossier=row, by=by), by=by)

    return _each(dossiers, act)


def assign_dossiers(*, dossiers: Iterable[Dossier], officer: User, by: User | None) -> BulkResult:
    """Give each of `dossiers` to `officer`."""
    return _each(dossiers, lambda row: assign_dossier(dossier=row, officer=officer, by=by))


def confirm_dossiers(*, dossiers: Iterable[Dossier], by: User | None) -> BulkResult:
    """Confirm in each of `dossiers` what the check by the law settled."""
    return _each(dossiers, lambda row: confirm_findings(dossier=row, by=by))


def _each(dossiers: Iterable[Dossier], act: Callable[[Dossier], object]) -> BulkResult:
    result = BulkResult()
    for row in dossiers:
        try:
            act(row)
        except (Refused, NotAllowed) as refused:
            result.refused.append((row, str(refused)))
        else:
            result.done.append(row)
    return result
