"""Publish what was scheduled, and take away what has expired."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from wagtail.management.commands.publish_scheduled import Command as PublishScheduled
from wagtail.models import Page, Revision


@dataclass(frozen=True)
class Done:
    """How many pages came out, and how many went."""

    published: int
    taken_away: int


def publish_due() -> Done:
    """Do at once what is due by the clock, all of it or nothing; a second run finds nothing left."""
    now = timezone.now()
    with transaction.atomic():
        done = Done(
            published=Revision.objects.filter(approved_go_live_at__lt=now).count(),
            taken_away=Page.objects.filter(live=True, expire_at__lt=now).count(),
        )
        if done.published or done.taken_away:
            PublishScheduled().handle(dryrun=False)
    return done
