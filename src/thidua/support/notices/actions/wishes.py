"""How a person wants to be told: their own choice, and the proof of their address."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, Final

from django.core import signing
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.support.notices.enums import Channel, NoticeKind, NoticeState
from thidua.support.notices.models import ConfirmedAddress, Notice, SilencedKind
from thidua.support.notices.wording import in_house_language
from thidua.support.refusals import Refused

MAY_BE_SILENT: Final = tuple(kind for kind in NoticeKind if kind != NoticeKind.SECURITY)
_SALT: Final = "notices.address"
_VALID: Final = 3 * 24 * 3600  # seconds


def choose_kinds(*, wanted: Collection[str], by: Any) -> None:
    """Let `by` have the kinds `wanted` by e-mail and no others; what concerns the account itself always comes."""
    silent = {kind for kind in MAY_BE_SILENT if kind not in wanted}
    with transaction.atomic():
        SilencedKind.objects.filter(user=by).exclude(kind__in=silent).delete()
        SilencedKind.objects.bulk_create(
            [SilencedKind(user=by, kind=kind) for kind in sorted(silent)], ignore_conflicts=True
        )


@in_house_language
def _letter(link: str) -> tuple[str, str]:
    text = _("Open this address within three days, signed in to the system, and confirm:\n%(link)s") % {
        "link": link
    }
    return _("Confirm your e-mail address"), text


def address_token(user: Any) -> str:
    """Return what proves, when it comes back, that letters to the present address of `user` reach them."""
    return signing.dumps([user.pk, user.email], salt=_SALT)


def ask_to_confirm(*, link: str, by: Any) -> Notice:
    """Write to the address of `by` a letter with `link`, and return it; once an hour. Raises Refused."""
    if not by.email:
        raise Refused(_("No address is kept for your account. Ask the administrator to enter it."))
    now = timezone.now()
    subject, text = _letter(link)
    with transaction.atomic():
        row, made = Notice.objects.get_or_create(
            user=by,
            channel=Channel.EMAIL,
            key=f"address/{by.email}/{now:%Y%m%d%H}",
            defaults={
                "address": by.email,
                "kind": NoticeKind.SECURITY,
                "subject": subject,
                "text": text,
                "state": NoticeState.READY,
                "created_at": now,
                "due_at": now,
            },
        )
    if not made:
        raise Refused(
            _("A letter is on its way to you already. Look into your mailbox; ask again in an hour.")
        )
    return row


def confirm_address(*, token: str, by: Any) -> ConfirmedAddress:
    """Keep the present address of `by` as confirmed, and return it; twice is once. Raises Refused."""
    try:
        told = signing.loads(token, salt=_SALT, max_age=_VALID)
    except signing.BadSignature as fault:
        raise Refused(_("This address to confirm is incomplete or too old. Ask for a new letter.")) from fault
    if told != [by.pk, by.email]:
        raise Refused(_("This letter was for another account or another address. Ask for a new one."))
    row, _made = ConfirmedAddress.objects.update_or_create(
        user=by, defaults={"address": by.email, "confirmed_at": timezone.now()}
    )
    return row
