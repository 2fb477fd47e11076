"""The one way in which accepted figures come into being: new rows in, former ones kept as superseded."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from thidua.support.refusals import Refused
from thidua.targets.enums import ObservationState
from thidua.targets.models import Observation

Key = tuple[int, int, object, object]

_SAID: Final = (
    *("value", "numerator", "denominator", "comparator", "as_of"),
    *("note", "source", "provenance", "evidence_id"),
)


def key_of(row: Observation) -> Key:
    """Return what only one accepted row may have: indicator, unit and period."""
    return row.indicator_id, row.unit_id, row.starts_on, row.ends_on


def says_the_same(former: Observation, new: Observation) -> bool:
    """Tell whether a new row would repeat the former one."""
    return all(getattr(former, name) == getattr(new, name) for name in _SAID)


def accepted_now(rows: Iterable[Observation]) -> dict[Key, Observation]:
    """Return the accepted rows in the places of `rows`, locked; call inside a transaction."""
    wanted = {key_of(row) for row in rows}
    if not wanted:
        return {}
    candidates = Observation.objects.select_for_update().filter(
        Q(state=ObservationState.ACCEPTED),
        indicator_id__in={key[0] for key in wanted},
        unit_id__in={key[1] for key in wanted},
        ends_on__in={key[3] for key in wanted},
    )
    return {key_of(row): row for row in candidates.order_by("pk") if key_of(row) in wanted}


def replace_observations(new: Sequence[Observation]) -> tuple[list[Observation], dict[Key, Observation]]:
    """Keep the rows that say something new; return them, and the former rows by key.

    Call inside a transaction. Rows that repeat what is accepted already are left out. Raises Refused when somebody
    else fills the same empty place at this moment: there was no row yet to wait for.
    """
    former = accepted_now(new)
    fresh = [row for row in new if key_of(row) not in former or not says_the_same(former[key_of(row)], row)]
    replaced = [former[key_of(row)] for row in fresh if key_of(row) in former]
    for row in replaced:
        row.state = ObservationState.SUPERSEDED
    Observation.objects.bulk_update(replaced, ["state"], batch_size=500)
    try:
        with transaction.atomic():
            kept = Observation.objects.bulk_create(fresh, batch_size=500)
    except IntegrityError as fault:
        raise Refused(
            _(
                "Somebody else put one of these figures on record at the same moment. Look at it, then save again."
            )
        ) from fault
    by_key = {key_of(row): row for row in kept}
    for row in replaced:
        row.replaced_by = by_key[key_of(row)]
    Observation.objects.bulk_update(replaced, ["replaced_by"], batch_size=500)
    return kept, former
