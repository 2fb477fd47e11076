"""Make a story public, check it again after a year, and take it down."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.core.vietnamese.hygiene import clean_line
from thidua.core.workflow.role_model_proposal import PUBLISH, TAKE_DOWN
from thidua.movements.actions.role_model_moves import follow_role_model, take_down
from thidua.movements.enums import Consent, SubjectKind
from thidua.movements.models import RoleModel, RoleModelStory
from thidua.movements.role_model_access import may_be_named, require_office
from thidua.support.audit.actions.record import record
from thidua.support.edits import misfits
from thidua.support.refusals import Refused


def publish_story(*, story: RoleModelStory, by: User) -> RoleModelStory:
    """Let everybody read the story, to be checked again in a year, and return it.

    Raises NotAllowed, or Refused while the one it names has not agreed on record.
    """
    require_office(by)
    with transaction.atomic():
        role_model, row = _locked(story)
        _require_consent(role_model)
        if row.published_at is not None and row.taken_down_at is None:
            raise Refused(_("This story is public already. Load the page again."))
        row.published_at, row.check_due = timezone.now(), a_year_after(timezone.localdate())
        row.taken_down_at, row.taken_down_because = None, ""
        row.version += 1
        row.save()
        record(by=by, action="movements.story_published", subject=row, details={"check_due": row.check_due})
        follow_role_model(role_model, PUBLISH)
    return row


def confirm_story(*, story: RoleModelStory, by: User) -> RoleModelStory:
    """Record that the story is still true and its subject still an example, for another year, and return it.

    Raises NotAllowed, or Refused for a story that is not public.
    """
    require_office(by)
    with transaction.atomic():
        role_model, row = _locked(story)
        if row.published_at is None or row.taken_down_at is not None:
            raise Refused(_("Only a public story is checked again. Load the page again."))
        _require_consent(role_model)
        row.check_due = a_year_after(timezone.localdate())
        row.version += 1
        row.save(update_fields=["check_due", "version"])
        record(by=by, action="movements.story_confirmed", subject=row, details={"check_due": row.check_due})
    return row


def take_story_down(*, story: RoleModelStory, reason: str, by: User) -> RoleModelStory:
    """Take the story down at once and return it; raises NotAllowed, or Refused without a reason."""
    require_office(by)
    told = clean_line(reason)
    faults = misfits(RoleModelStory, {"taken_down_because": told})
    if not told:
        raise Refused({"reason": _("Write why the story is taken down; it goes into the log.")})
    if faults:
        raise Refused({"reason": faults["taken_down_because"]})
    with transaction.atomic():
        role_model, _row = _locked(story)
        row = take_down(role_model, told, by=by)
        if row is None:
            raise Refused(_("This story is not public. Load the page again."))
        follow_role_model(role_model, TAKE_DOWN)
    return row


def a_year_after(day: date) -> date:
    """Return the same day of the next year; the 1st of March after the 29th of February."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return day.replace(year=day.year + 1, day=28) + timedelta(days=1)


def _locked(story: RoleModelStory) -> tuple[RoleModel, RoleModelStory]:
    """Always the role model first: consent is written by locking it, and counts for whoever comes after."""
    role_model = RoleModel.objects.select_for_update(of=("self",)).get(pk=story.role_model_id)
    return role_model, RoleModelStory.objects.select_for_update(of=("self",)).get(pk=story.pk)


def _require_consent(role_model: RoleModel) -> None:
    if not may_be_named(role_model):
        raise Refused(_("Record first that the one it names agreed. Without that nothing is published."))
    if role_model.subject_kind != SubjectKind.COLLECTIVE and role_model.consent == Consent.GIVEN:
        last = role_model.consent_records.last()
        if last is None or not last.given:
            raise Refused(
                _("Record how and when the one it names agreed. Without that nothing is published.")
            )
