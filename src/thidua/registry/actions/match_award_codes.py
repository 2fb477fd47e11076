"""Say which award of the law book an old free text means."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.core.law.reading import load_law
from thidua.registry.access import conferrals_without_code
from thidua.registry.actions.award_rows import usual_type
from thidua.registry.models import Award, Conferral
from thidua.support.audit.actions.record import record
from thidua.support.refusals import Refused


def match_award_codes(*, forms: Mapping[str, str], by: User) -> int:
    """Give every conferral of such a form (text → code) that has no code the code; return how many.

    Only those of units whose awards `by` keeps. The text stays as printed; each conferral's log tells of it.
    Raises Refused for an unknown code.
    """
    unknown = [code for code in forms.values() if code not in load_law().awards]
    if unknown:
        raise Refused(_("The law book has no such award. Choose one from the list."))
    done = 0
    with transaction.atomic():
        for form, code in forms.items():
            rows = list(
                conferrals_without_code(by)
                .filter(award_form=form)
                .select_for_update(of=("self",))
                .order_by("pk")
            )
            ids = [row.pk for row in rows]
            Conferral.objects.filter(pk__in=ids).update(award_code=code, version=F("version") + 1)
            if usual := usual_type(code):
                Award.objects.filter(conferral__in=ids, commendation_type="").update(commendation_type=usual)
            for row in rows:
                record(
                    by=by, action="registry.conferral_edited", subject=row, details={"award_code": ["", code]}
                )
            done += len(rows)
    return done
