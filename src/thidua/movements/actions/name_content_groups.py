"""Number, name and order the content groups of a movement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.core.vietnamese.hygiene import clean_line, clean_text
from thidua.movements import access
from thidua.movements.models import ContentGroup, Movement
from thidua.support.audit.actions.record import record
from thidua.support.edits import EditedMeanwhile
from thidua.support.refusals import NotAllowed, Refused, Sentence

MOST_GROUPS = 30
_OUT_OF_THE_WAY = 1000


@dataclass(frozen=True)
class GroupContent:
    """A content group as it shall be; without `pk` it is new, without `name` it is still to be named."""

    name: str = ""
    criteria: str = ""
    pk: int | None = None


def name_content_groups(
    *, movement: Movement, groups: Sequence[GroupContent], version: int, by: User
) -> list[ContentGroup]:
    """Make `groups`, in this order, the content groups of the movement, and return them.

    Groups left out are taken away, unless somebody registered for them. Names may be given after the movement
    was closed as well, so that a missing name can still be found. Raises Refused, NotAllowed.
    """
    if not access.may_manage(by, movement):
        raise NotAllowed(_("Only those who run this movement name its content groups."))
    wanted = [GroupContent(clean_line(group.name), clean_text(group.criteria), group.pk) for group in groups]
    _check(wanted)
    with transaction.atomic():
        row = Movement.objects.select_for_update().get(pk=movement.pk)
        before = list(row.content_groups.all())
        if _as_wanted(before) == wanted:
            return before
        if row.version != version:
            sentence = _(
                "Somebody else has changed the content groups meanwhile. Look at them and save again."
            )
            raise EditedMeanwhile({"": [sentence]}, row.version)
        after = _write(row, before, wanted)
        row.version += 1
        row.save(update_fields=["version"])
        said = {"content_groups": [[group.name for group in before], [group.name for group in after]]}
        record(by=by, action="movements.groups_named", subject=row, details=said)
    return after


def _check(wanted: Sequence[GroupContent]) -> None:
    faults: list[Sentence] = []
    if len(wanted) > MOST_GROUPS:
        faults.append(_("A movement has at most %(limit)s content groups.") % {"limit": MOST_GROUPS})
    if any(len(group.name) > 300 for group in wanted):
        faults.append(
            _("The name of a group is longer than 300 characters. Move the details to its criteria.")
        )
    names = [group.name.casefold() for group in wanted if group.name]
    if len(names) != len(set(names)):
        faults.append(_("Two groups bear the same name. Give each its own."))
    if faults:
        raise Refused({"": faults})


def _as_wanted(groups: Sequence[ContentGroup]) -> list[GroupContent]:
    return [GroupContent(group.name, group.criteria, group.pk) for group in groups]


def _write(
    movement: Movement, before: Sequence[ContentGroup], wanted: Sequence[GroupContent]
) -> list[ContentGroup]:
    known = {group.pk: group for group in before}
    strangers = {group.pk for group in wanted if group.pk} - known.keys()
    if strangers:
        raise Refused(_("A content group was taken away meanwhile. Load the page again."))
    _take_away([group for group in before if group.pk not in {kept.pk for kept in wanted}])
    # Two groups may change places, and no order may stand twice even for a moment.
    movement.content_groups.update(order=F("order") + _OUT_OF_THE_WAY)
    after = []
    for order, group in enumerate(wanted, start=1):
        row = known[group.pk] if group.pk else ContentGroup(movement=movement)
        row.order, row.name, row.criteria = order, group.name, group.criteria
        row.save()
        after.append(row)
    return after


def _take_away(groups: Sequence[ContentGroup]) -> None:
    for group in groups:
        if group.registrations.exists():
            raise Refused(
                _("Units have registered for group %(order)s “%(name)s”, so it stays. Rename it instead.")
                % {"order": group.order, "name": group.name or _("not named yet")}
            )
        group.delete()
