"""A notice."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thidua.support.notices.enums import Channel, NoticeKind, NoticeState, SendFault


class Notice(models.Model):
    """What one person is told, by one channel. It is written in the transaction of what it tells of.

    `key` names the occasion: the same occasion tells the same person once. `about_kind`, `about_code`: what it
    speaks of («dossier», «HS-2026-00042»); only the screens know its address. `office`: id of the unit whose officers
    may read and hold it before it leaves; None: nobody but the person it is for.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="notices")
    address = models.EmailField(_("e-mail address"), blank=True)
    channel = models.CharField(_("channel"), max_length=10, choices=Channel.choices)
    kind = models.CharField(_("about"), max_length=10, choices=NoticeKind.choices)
    subject = models.CharField(_("subject"), max_length=300)
    text = models.TextField(_("text"))
    about_kind = models.CharField(max_length=20, blank=True)
    about_code = models.CharField(max_length=40, blank=True)
    office = models.BigIntegerField(null=True, blank=True)
    key = models.CharField(max_length=200)
    state = models.CharField(
        _("state"), max_length=10, choices=NoticeState.choices, default=NoticeState.READY
    )
    created_at = models.DateTimeField(_("written at"))
    due_at = models.DateTimeField(_("leaves not before"))
    claimed_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(_("sent at"), null=True, blank=True)
    read_at = models.DateTimeField(_("read at"), null=True, blank=True)
    attempts = models.PositiveIntegerField(_("attempts"), default=0)
    fault = models.CharField(
        _("why it could not be sent"), max_length=20, choices=SendFault.choices, blank=True
    )
    fault_said = models.CharField(max_length=500, blank=True)  # the mail server's own words
    discard_reason = models.CharField(_("why it was discarded"), max_length=300, blank=True)
    edited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        ordering = ["-created_at", "-id"]
        indexes = [
            models.Index(fields=["state", "due_at"], name="notice_to_send"),
            models.Index(fields=["channel", "office", "-created_at"], name="notice_outbox"),
            models.Index(fields=["user", "channel", "-created_at"], name="notice_inbox"),
            models.Index(
                fields=["user"],
                condition=Q(channel=Channel.IN_APP, read_at__isnull=True),
                name="notice_unread",
            ),
        ]
        constraints = [
            models.UniqueConstraint(name="notice_once", fields=["key", "user", "channel"]),
        ]

    def __str__(self) -> str:
        return self.subject
