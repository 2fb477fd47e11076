"""A good example that somebody proposes, most often a visitor without an account."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from thidua.movements.enums import FieldOfWork, ProposalState, SubjectKind
from thidua.support.provenance import provenance_field


class RoleModelProposal(models.Model):
    """Who did what and where, in the words of whoever proposes; the proposer is for the office's eyes alone.

    `role_model` is the row that the proposal became once the unit verified it.
    """

    follow_up_code = models.CharField(max_length=20, unique=True, editable=False)
    subject_kind = models.CharField(_("subject"), max_length=20, choices=SubjectKind.choices)
    subject_name = models.CharField(_("name"), max_length=200)
    place = models.CharField(_("place"), max_length=200)  # as typed; the office chooses the unit
    field = models.CharField(_("field"), max_length=30, choices=FieldOfWork.choices, blank=True)
    deed = models.TextField(_("deed"))
    proposer_name = models.CharField(_("proposer"), max_length=200, blank=True)
    proposer_contact = models.CharField(_("contact of the proposer"), max_length=200, blank=True)
    state = models.CharField(
        _("state"), max_length=20, choices=ProposalState.choices, default=ProposalState.NEW
    )
    state_since = models.DateTimeField(_("in this state since"), default=timezone.now, editable=False)
    asked_unit = models.ForeignKey(
        "orgs.Unit",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="role_models_asked",
        verbose_name=_("unit asked"),
    )
    asked_at = models.DateTimeField(_("asked at"), null=True, blank=True)
    question = models.TextField(_("question to the unit"), blank=True)
    unit_said = models.TextField(_("what the unit found"), blank=True)
    reason = models.TextField(_("reason"), blank=True)  # told to the proposer
    role_model = models.OneToOneField(
        "movements.RoleModel",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="proposal",
        verbose_name=_("role model"),
    )
    proposed_at = models.DateTimeField(_("proposed at"), auto_now_add=True)
    provenance = provenance_field()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("proposed role model")
        verbose_name_plural = _("proposed role models")
        ordering = ["proposed_at", "id"]  # the oldest waits longest
        indexes = [models.Index(fields=["state", "proposed_at"], name="role_model_proposal_queue")]
        constraints = [
            models.CheckConstraint(
                name="role_model_proposal_asks_a_unit",
                condition=~models.Q(state=ProposalState.WITH_UNIT) | models.Q(asked_unit__isnull=False),
            ),
            models.CheckConstraint(
                name="role_model_proposal_says_why_not",
                condition=~models.Q(state=ProposalState.NOT_TAKEN_UP) | ~models.Q(reason=""),
            ),
        ]

    def __str__(self) -> str:
        return self.subject_name


class ProposedPhoto(models.Model):
    """A photo that came with a proposal, with its caption and its words for those who do not see it."""

    proposal = models.ForeignKey(RoleModelProposal, on_delete=models.CASCADE, related_name="photos")
    photo = models.ForeignKey("photos.Photo", on_delete=models.PROTECT, related_name="+")
    caption = models.CharField(_("caption"), max_length=300, blank=True)
    alternative = models.CharField(_("what the photo shows"), max_length=300)
    order = models.PositiveSmallIntegerField(default=1)

    class Meta:
        verbose_name = _("proposed photo")
        verbose_name_plural = _("proposed photos")
        ordering = ["proposal", "order", "id"]

    def __str__(self) -> str:
        return self.caption or self.alternative
