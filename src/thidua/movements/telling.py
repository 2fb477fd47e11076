"""What units are told about role models; written in the transaction of what it tells of."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext as _

from thidua.accounts.rights import Right
from thidua.movements.models import RoleModel, RoleModelProposal
from thidua.orgs.access import accounts_with
from thidua.support.notices.actions import About, tell
from thidua.support.notices.enums import NoticeKind
from thidua.support.notices.wording import in_house_language

PROPOSED: Final = "proposed_example"
ROLE_MODEL: Final = "role_model"


@in_house_language
def tell_unit_asked(row: RoleModelProposal) -> int:
    """Tell who keeps the records of the unit that it is asked, never who proposed; return how many are told."""
    unit = row.asked_unit
    if unit is None:
        return 0
    lines = [_("Lives or works at: %(place)s.") % {"place": row.place}]
    if row.question:
        lines.append(_("The Board asks: %(question)s") % {"question": row.question})
    lines.append(_("Find out whether it is so, then answer here: it is so, or it is not so."))
    return tell(
        users=accounts_with(Right.KEEP_RECORDS, unit, only_here=True),
        subject=_("Your unit is asked about a good example: %(name)s") % {"name": row.subject_name},
        text="\n".join(lines),
        key=f"proposed-example/{row.pk}/asked/{row.version}",
        kind=NoticeKind.ROLE_MODEL,
        about=About(PROPOSED, str(row.pk)),
    )


@in_house_language
def tell_unit_invited(row: RoleModel) -> int:
    """Tell who prepares the dossiers of the unit that it is invited to nominate; return how many are told."""
    unit = row.invited_unit
    if unit is None:
        return 0
    lines = [row.deed]
    if row.invitation:
        lines.append(_("The Board writes: %(note)s") % {"note": row.invitation})
    lines.append(_("Name, deed and story are taken along; you choose the award and complete the dossier."))
    return tell(
        users=accounts_with(Right.NOMINATE, unit, only_here=True),
        subject=_("The Board invites you to nominate: %(name)s") % {"name": row.subject},
        text="\n".join(lines),
        key=f"role-model/{row.pk}/invited/{row.version}",
        kind=NoticeKind.ROLE_MODEL,
        about=About(ROLE_MODEL, str(row.pk)),
    )
