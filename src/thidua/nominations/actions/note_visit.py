"""Note that an officer looks at a dossier."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from thidua.accounts.models import User
from thidua.nominations.models import Dossier, DossierVisit

# Within this time a second look is the same visit: reading on costs no write.
SAME_VISIT: Final = timedelta(minutes=1)


def note_visit(*, dossier: Dossier, by: User, at: datetime) -> None:
    """Remember that `by` has `dossier` open at this moment; nothing of the dossier changes, so nothing is logged.

    One query while the visit lasts, two more when it is new.
    """
    known = DossierVisit.objects.filter(dossier=dossier, user=by).values_list("at", flat=True).first()
    if known is not None and known > at - SAME_VISIT:
        return
    DossierVisit.objects.update_or_create(dossier=dossier, user=by, defaults={"at": at})
