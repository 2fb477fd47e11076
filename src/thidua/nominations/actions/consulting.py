"""Who keeps consultations."""

from __future__ import annotations

from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.nominations import access
from thidua.nominations.models import Dossier
from thidua.support.refusals import NotAllowed


def require_consulting(by: User | None, dossier: Dossier) -> None:
    """Raise NotAllowed unless `by` asks agencies and the public about the nominees of `dossier`."""
    if not access.office_may(by, Right.CONSULT, dossier):
        raise NotAllowed(_("Only officers of the Board keep consultations about nominees."))
