"""Create a prize or a contest."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.contests.access import require_keeping_contests
from thidua.contests.enums import CompetitionKind
from thidua.contests.models import Competition
from thidua.core.vietnamese.hygiene import clean_line
from thidua.orgs.models import Unit
from thidua.support.audit.actions.record import record
from thidua.support.refusals import Refused, Sentence


def create_competition(
    *, organiser: Unit, slug: str, kind: str, name: str, by: User, genre: str = ""
) -> Competition:
    """Create a competition of `organiser` and return it; raises NotAllowed, or Refused per field at fault."""
    require_keeping_contests(by, organiser)
    faults: dict[str, Sentence | list[Sentence]] = {}
    if kind not in CompetitionKind.values:
        faults["kind"] = _("Choose whether this is a prize or a contest.")
    if not clean_line(name):
        faults["name"] = _("Write the name of the prize or contest.")
    if Competition.objects.filter(slug=slug).exists():
        faults["slug"] = _("There is a prize or contest with this address already. Choose another.")
    if faults:
        raise Refused(faults)
    with transaction.atomic():
        competition = Competition.objects.create(
            organiser=organiser, slug=slug, kind=kind, name=clean_line(name), genre=clean_line(genre)
        )
        record(by=by, action="contests.competition_created", subject=competition, details={"kind": kind})
    return competition
