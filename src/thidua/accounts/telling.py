"""What the owner of an account is told of it, whatever they chose; written in the transaction of what happened."""

from __future__ import annotations

from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.core.vietnamese.dates import format_date_time
from thidua.support.notices.actions import tell
from thidua.support.notices.enums import NoticeKind
from thidua.support.notices.wording import in_house_language


@in_house_language
def tell_new_password(account: User, *, changed_by_owner: bool) -> None:
    """Tell the owner that the account has another password, and what to do if that was not their doing."""
    now = timezone.now()
    words = {"account": account.username, "moment": format_date_time(now)}
    happened = (
        _("The password of the account %(account)s was changed at %(moment)s.")
        if changed_by_owner
        else _("The administrator gave the account %(account)s a new first password at %(moment)s.")
    )
    tell(
        users=[account],
        subject=_("Your password has been changed"),
        text=f"{happened % words}\n" + _("If you know nothing of it, tell the administrator at once."),
        key=f"account/{account.pk}/password/{now.timestamp()}",
        kind=NoticeKind.SECURITY,
    )
