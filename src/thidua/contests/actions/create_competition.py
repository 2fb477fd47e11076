"""Create a prize or a contest, and correct it."""

from __future__ import annotations

from django.db import transaction

from thidua.accounts.models import User
from thidua.contests.access import require_keeping_contests
from thidua.contests.content import CompetitionContent
from thidua.contests.models import Competition
from thidua.movements.slugs import free_slug
from thidua.orgs.models import Unit
from thidua.support.audit.actions.record import record
from thidua.support.edits import apply_edit


def create_competition(
    *, organiser: Unit, kind: str, name: str, by: User, slug: str = "", genre: str = ""
) -> Competition:
    """Create a competition of `organiser` and return it; its address is made of the name where none is given.

    Raises NotAllowed, or Refused with a sentence per field at fault.
    """
    require_keeping_contests(by, organiser)
    content = CompetitionContent(kind=kind, name=name, genre=genre)
    values = content.cleaned()
    address = free_slug(Competition, slug, name, otherwise="cuoc-thi")
    with transaction.atomic():
        competition = Competition.objects.create(
            organiser=organiser, slug=address, **values, **content.derived()
        )
        details = values | {"slug": address, "organiser": organiser}
        record(by=by, action="contests.competition_created", subject=competition, details=details)
    return competition


def edit_competition(
    *, competition: Competition, content: CompetitionContent, version: int, by: User
) -> Competition:
    """Store `content` and return the row; raises EditedMeanwhile when somebody saved after `version`."""
    require_keeping_contests(by, competition.organiser)
    values = content.cleaned()
    with transaction.atomic():
        row = Competition.objects.select_for_update().get(pk=competition.pk)
        changes = apply_edit(row, values, seen=version, derived=content.derived())
        if changes:
            record(by=by, action="contests.competition_edited", subject=row, details=changes)
    return row
