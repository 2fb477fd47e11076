"""Reads of the notices service."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Count, F, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from thidua.support.notices.enums import Channel, NoticeKind, NoticeState
from thidua.support.notices.models import ConfirmedAddress, Notice, SilencedKind


def inbox(user: Any) -> QuerySet[Notice]:
    """Return what `user` was told in the system, newest first."""
    return Notice.objects.filter(user=user, channel=Channel.IN_APP)


def unread_count(user: Any) -> int:
    """Return how many notices `user` has not read; one query."""
    return inbox(user).filter(read_at__isnull=True).count()


def unread_of_account() -> Coalesce:
    """Return the expression that counts, along with a query for accounts, what each has not read."""
    unread = Notice.objects.filter(user=OuterRef("pk"), channel=Channel.IN_APP, read_at__isnull=True)
    counted = unread.order_by().values("user").annotate(count=Count("pk")).values("count")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)


def outbox(offices: QuerySet[Any]) -> QuerySet[Notice]:
    """Return the e-mails that the officers of `offices` (values of unit ids) may read, newest first."""
    return Notice.objects.filter(channel=Channel.EMAIL, office__in=offices).select_related("user")


def waiting_count(offices: QuerySet[Any]) -> int:
    """Return how many e-mails are held or failed, and so need a person; one query."""
    needing = (NoticeState.DRAFT, NoticeState.FAILED)
    return outbox(offices).filter(state__in=needing).count()


def has_confirmed(user: Any) -> bool:
    """Tell whether the present address of `user` is confirmed."""
    return bool(user.email) and ConfirmedAddress.objects.filter(user=user, address=user.email).exists()


def silenced_kinds(user: Any) -> set[str]:
    """Return the kinds that `user` does not want by e-mail."""
    return set(SilencedKind.objects.filter(user=user).values_list("kind", flat=True))


def reached_by_email(users: Iterable[Any], kind: NoticeKind) -> set[int]:
    """Return the ids of those of `users` to whom notices of `kind` also go by e-mail: address confirmed, kind wanted.

    No query where nobody has an address, else one.
    """
    with_address = [user.pk for user in users if user.email]
    if not with_address:
        return set()
    confirmed = ConfirmedAddress.objects.filter(user__in=with_address, address=F("user__email"))
    if kind != NoticeKind.SECURITY:
        confirmed = confirmed.exclude(user__in=SilencedKind.objects.filter(kind=kind).values("user"))
    return set(confirmed.values_list("user_id", flat=True))


def told_already(keys: Iterable[str]) -> set[str]:
    """Return those of `keys` of which somebody was told; one query."""
    found = Notice.objects.filter(key__in=list(keys), channel=Channel.IN_APP)
    return set(found.values_list("key", flat=True).distinct().order_by())
