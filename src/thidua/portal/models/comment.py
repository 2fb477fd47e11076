"""What a reader says below an article."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thidua.portal.enums import CommentState, DeclineReason
from thidua.support.provenance import provenance_field


class Comment(models.Model):
    """A comment sent without an account; nothing of the sender is kept but what they wrote.

    `code` is what the sender follows it up with. The text is text: it is never shown as HTML.
    """

    article = models.ForeignKey(
        "portal.Article", on_delete=models.CASCADE, related_name="comments", verbose_name=_("article")
    )
    name = models.CharField(_("name of the sender"), max_length=80)
    text = models.TextField(_("comment"), max_length=1000)
    code = models.CharField(_("code to follow it up"), max_length=16, unique=True)
    sent_at = models.DateTimeField(_("sent at"))
    state = models.CharField(
        _("state"), max_length=20, choices=CommentState.choices, default=CommentState.WAITING
    )
    decline_reason = models.CharField(
        _("why it is not published"), max_length=20, choices=DeclineReason.choices, blank=True
    )
    decline_note = models.CharField(_("note to the sender"), max_length=300, blank=True)
    moderated_by = models.ForeignKey(
        "accounts.User",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("read by"),
    )
    moderated_at = models.DateTimeField(_("read at"), null=True, blank=True)
    provenance = provenance_field()

    class Meta:
        verbose_name = _("comment of a reader")
        verbose_name_plural = _("comments of readers")
        ordering = ["sent_at", "id"]
        indexes = [
            models.Index(name="comment_by_state", fields=["state", "sent_at"]),
            models.Index(name="comment_below_article", fields=["article", "state", "sent_at"]),
        ]
        constraints = [
            models.CheckConstraint(
                name="comment_declined_with_reason",
                condition=Q(state=CommentState.DECLINED, decline_reason__gt="")
                | (~Q(state=CommentState.DECLINED) & Q(decline_reason="", decline_note="")),
            ),
            models.CheckConstraint(
                name="comment_waiting_is_unread",
                condition=Q(state=CommentState.WAITING, moderated_at__isnull=True)
                | (~Q(state=CommentState.WAITING) & Q(moderated_at__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return self.code
