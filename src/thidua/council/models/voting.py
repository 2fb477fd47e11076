"""Who voted, and the votes that are given by name."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from thidua.council.enums import Choice, VoteWay


class Voted(models.Model):
    """That a member voted in a session, how and when. What was voted stands nowhere beside it."""

    session = models.ForeignKey("council.Session", on_delete=models.PROTECT, related_name="voted")
    member = models.ForeignKey("council.CouncilMember", on_delete=models.PROTECT, related_name="voted")
    way = models.CharField(_("way"), max_length=12, choices=VoteWay.choices)
    at = models.DateTimeField(_("at"))

    class Meta:
        verbose_name = _("member who voted")
        verbose_name_plural = _("members who voted")
        ordering = ["session", "member"]
        constraints = [models.UniqueConstraint(name="voted_once", fields=["session", "member"])]

    def __str__(self) -> str:
        return str(self.member)


class WrittenVote(models.Model):
    """The signed paper of an absent member, entered by the secretary; its choices are named votes."""

    session = models.ForeignKey("council.Session", on_delete=models.PROTECT, related_name="written_votes")
    member = models.ForeignKey("council.CouncilMember", on_delete=models.PROTECT, related_name="+")
    signed_on = models.DateField(_("signed on"))
    paper = models.ForeignKey("files.StoredFile", on_delete=models.PROTECT, related_name="+")
    entered_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    entered_at = models.DateTimeField(_("entered at"))

    class Meta:
        verbose_name = _("written vote")
        verbose_name_plural = _("written votes")
        ordering = ["session", "member"]
        constraints = [models.UniqueConstraint(name="written_vote_once", fields=["session", "member"])]

    def __str__(self) -> str:
        return str(self.member)


class NamedVote(models.Model):
    """A vote given openly: on an open ballot, by show of hands, or in writing."""

    item = models.ForeignKey("council.AgendaItem", on_delete=models.PROTECT, related_name="named_votes")
    member = models.ForeignKey("council.CouncilMember", on_delete=models.PROTECT, related_name="+")
    choice = models.CharField(_("choice"), max_length=10, choices=Choice.choices)
    way = models.CharField(_("way"), max_length=12, choices=VoteWay.choices)

    class Meta:
        verbose_name = _("named vote")
        verbose_name_plural = _("named votes")
        ordering = ["item", "member"]
        constraints = [models.UniqueConstraint(name="named_vote_once", fields=["item", "member"])]

    def __str__(self) -> str:
        return f"{self.member}: {self.choice}"
