"""What the members of a council are told of its sessions; written in the transaction of what happened."""

from __future__ import annotations

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.accounts.models import User
from thidua.core.vietnamese.dates import format_date_time
from thidua.council.access import members_for
from thidua.council.enums import SessionState
from thidua.council.models import Session
from thidua.support.notices.actions import About, tell
from thidua.support.notices.enums import NoticeKind
from thidua.support.notices.wording import in_house_language

PLANNED: Final = "planned"
OPENED: Final = "opened"
EXTENDED: Final = "extended"
CANCELLED: Final = "cancelled"
CLOSED: Final = "closed"
SUBJECTS: Final[dict[str, Promise]] = {
    PLANNED: gettext_lazy("A session of the council is planned: %(title)s"),
    OPENED: gettext_lazy("You may vote now: %(title)s"),
    EXTENDED: gettext_lazy("The voting ends later: %(title)s"),
    CANCELLED: gettext_lazy("The session does not take place: %(title)s"),
    CLOSED: gettext_lazy("The voting is over: %(title)s"),
}


@in_house_language
def tell_members(row: Session, what: str, reason: str = "") -> None:
    """Tell every member of the body that meets what happened to the session, once for each state of it."""
    lines = [
        _("%(place)s, from %(start)s until %(end)s.")
        % {
            "place": row.place,
            "start": format_date_time(row.opens_at),
            "end": format_date_time(row.closes_at),
        }
    ]
    if reason:
        lines.append(_("Reason: %(reason)s") % {"reason": reason})
    tell(
        users=_people(row),
        subject=str(SUBJECTS[what]) % {"title": row.title},
        text="\n".join(lines),
        key=f"session/{row.pk}/{what}/{row.version}",
        kind=NoticeKind.COUNCIL,
        about=About("session", str(row.pk)),
        office=row.unit_id,
    )


def _people(row: Session) -> list[User]:
    if row.state == SessionState.PLANNED:
        return [member.user for member in members_for(row).select_related("user")]
    on_roll = [one.member.user for one in row.roll.select_related("member__user")]
    return on_roll or [member.user for member in members_for(row).select_related("user")]
