"""Begin a search for identities, and tell how far it is."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.registry.enums import SearchState, SearchStep
from thidua.registry.identities.linking import PLAUSIBLE
from thidua.registry.identities.rights import require_deciding_identities
from thidua.registry.models import IdentitySearch
from thidua.support.refusals import Refused

# A run tells every few seconds that it works; one that stores its pairs may have to wait for the database.
SILENT_AFTER: Final = timedelta(minutes=3)


def is_silent(search: IdentitySearch) -> bool:
    """Tell whether a run that should be under way was killed."""
    return search.state == SearchState.RUNNING and timezone.now() - search.alive_at > SILENT_AFTER


def start_identity_search(*, by: User | None) -> IdentitySearch:
    """Return a new run, to be handed to `find_identities`; a run that fell silent is taken for broken off.

    Raises NotAllowed, or Refused while another run is under way.
    """
    require_deciding_identities(by)
    now = timezone.now()
    with transaction.atomic():
        present = IdentitySearch.objects.select_for_update().filter(state=SearchState.RUNNING).first()
        if present is not None and not is_silent(present):
            raise Refused(_("Another search for identities is under way. Wait until it is done."))
        if present is not None:
            fail_identity_search(search=present)
        return IdentitySearch.objects.create(started_at=now, started_by=by, alive_at=now, at_least=PLAUSIBLE)


def tell_identity_search(
    *,
    search: IdentitySearch,
    step: SearchStep | None = None,
    persons: int | None = None,
    awards: int | None = None,
) -> bool:
    """Note that the run works, and what it does now; return False when the run counts no more."""
    said = {"step": step, "persons": persons, "awards": awards}
    changed = {name: value for name, value in said.items() if value is not None}
    rows = IdentitySearch.objects.filter(pk=search.pk, state=SearchState.RUNNING)
    return bool(rows.update(alive_at=timezone.now(), **changed))


def require_own_run(search: IdentitySearch) -> None:
    """Raise Refused when the run was taken for broken off meanwhile; call inside the transaction that stores."""
    rows = IdentitySearch.objects.select_for_update().filter(pk=search.pk, state=SearchState.RUNNING)
    if rows.first() is None:
        raise Refused(_("This search fell silent for too long, and another one was begun."))


def finish_identity_search(*, search: IdentitySearch, waiting: int, new: int, seconds: float) -> None:
    """Note what the run found."""
    now = timezone.now()
    IdentitySearch.objects.filter(pk=search.pk).update(
        state=SearchState.DONE, waiting=waiting, new=new, seconds=seconds, finished_at=now, alive_at=now
    )


def fail_identity_search(*, search: IdentitySearch, fault: str = "") -> None:
    """Note that the run came to no end; `fault`: the sentence that says why, where there is one."""
    rows = IdentitySearch.objects.filter(pk=search.pk, state=SearchState.RUNNING)
    rows.update(state=SearchState.FAILED, finished_at=timezone.now(), fault=fault[:500])
