"""A notice."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thidua.support.notices.enums import Channel, NoticeState


class Notice(models.Model):
    """What one person is told, by one channel. It is written in the transaction of what it tells of.

    `key` names the occasion: the same occasion tells the same person once. `link`: the page it leads to, a path.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="notices"
    )
    address = models.EmailField(_("e-mail address"), blank=True)
    channel = models.CharField(_("channel"), max_length=10, choices=Channel.choices)
    subject = models.CharField(_("subject"), max_length=300)
    text = models.TextField(_("text"))
    link = models.CharField(max_length=300, blank=True)
    key = models.CharField(max_length=200)
    state = models.CharField(
        _("state"), max_length=10, choices=NoticeState.choices, default=NoticeState.READY
    )
    created_at = models.DateTimeField()
    due_at = models.DateTimeField(_("leaves not before"))
    claimed_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(_("sent at"), null=True, blank=True)
    read_at = models.DateTimeField(_("read at"), null=True, blank=True)
    attempts = models.PositiveIntegerField(_("attempts"), default=0)
    fault = models.CharField(_("why it could not be sent"), max_length=500, blank=True)
    edited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        ordering = ["-created_at", "-id"]
        indexes = [
            models.Index(fields=["state", "due_at"], name="notice_outbox"),
            models.Index(fields=["user", "read_at"], name="notice_inbox"),
        ]
        constraints = [
            models.UniqueConstraint(
                name="notice_once_to_user", fields=["key", "user", "channel"], condition=Q(user__isnull=False)
            ),
            models.UniqueConstraint(
                name="notice_once_to_address",
                fields=["key", "address", "channel"],
                condition=Q(user__isnull=True),
            ),
            models.CheckConstraint(
                name="notice_reaches_somebody", condition=Q(user__isnull=False) | ~Q(address="")
            ),
        ]

    def __str__(self) -> str:
        return self.subject
