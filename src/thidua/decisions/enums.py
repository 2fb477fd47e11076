"""Closed lists of the decisions room."""

from __future__ import annotations

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class SubmissionState(models.TextChoices):
    """Where a proposal to the deciding person stands."""

    PROPOSED = "proposed", pgettext_lazy("submission", "waiting for the decision")
    SENT_BACK = "sent_back", pgettext_lazy("submission", "sent back")
    DECIDED = "decided", pgettext_lazy("submission", "decided")


class DecisionState(models.TextChoices):
    """Where a decision stands."""

    DRAFT = "draft", pgettext_lazy("decision", "being drafted")
    WAITING = "waiting", pgettext_lazy("decision", "waiting for signature")
    RETURNED = "returned", pgettext_lazy("decision", "returned by who signs")
    SIGNED = "signed", pgettext_lazy("decision", "signed")
    PUBLISHED = "published", pgettext_lazy("decision", "signed and published")
    CANCELLED = "cancelled", pgettext_lazy("decision", "not issued")


# What may still be changed, and what has taken effect.
OPEN: Final = (DecisionState.DRAFT, DecisionState.RETURNED)
IN_EFFECT: Final = (DecisionState.SIGNED, DecisionState.PUBLISHED)


class SequenceKind(models.TextChoices):
    """Which papers a row of numbers counts."""

    SUBMISSION = "submission", _("submission letter")
    DECISION = "decision", pgettext_lazy("paper", "decision")


class BonusSource(models.TextChoices):
    """Who says how much is paid."""

    LAW = "law", _("computed from the law")
    PERSON = "person", _("set by a person, with the reason")
    OPEN = "open", _("not known yet")
    RULES = "rules", _("as the rules of the contest say")
    REFUSED = "refused", _("nothing is paid: not granted")


class FundEntryKind(models.TextChoices):
    """What moves the emulation and commendation fund (articles 11 and 46 of the law and decree)."""

    ALLOCATION = "allocation", _("allocated from the State budget")
    CONTRIBUTION = "contribution", _("contribution")
    PAYMENT = "payment", _("bonus of a decision")
    RECOVERY = "recovery", _("bonus recovered")
    ADJUSTMENT = "adjustment", _("correction of an entry")


# Kinds a person enters; payments come from decisions alone.
ENTERED: Final = (FundEntryKind.ALLOCATION, FundEntryKind.CONTRIBUTION, FundEntryKind.ADJUSTMENT)


class CertificateState(models.TextChoices):
    """Whether a certificate counts."""

    VALID = "valid", pgettext_lazy("certificate", "valid")
    REISSUED = "reissued", pgettext_lazy("certificate", "replaced by another")
    CORRECTED = "corrected", pgettext_lazy("certificate", "corrected: replaced by another")
    CANCELLED = "cancelled", pgettext_lazy("certificate", "cancelled")


class EventKind(models.TextChoices):
    """What happened to a certificate after it was made."""

    EXCHANGE = "exchange", _("exchanged")
    REISSUE = "reissue", _("issued again")
    CORRECTION = "correction", pgettext_lazy("certificate", "correction of the text")
    CANCELLATION = "cancellation", _("award cancelled")
    RECALL = "recall", _("certificate taken back")
    REPRINT = "reprint", _("page printed again")


class ReasonCode(models.TextChoices):
    """Why a certificate is replaced, or an award cancelled (article 93 clause 2 of the law of 2022)."""

    FRAUD = "fraud", _("fraud in declaring the achievement")
    FORGED_PAPERS = "forged_papers", _("false information or forged papers")
    AGAINST_LAW = "against_law", _("appraised or approved against the law")
    WRONGDOING = "wrongdoing", _("wrongdoing found in the time that was counted")
    DAMAGED = "damaged", _("damaged")
    MISPRINT = "misprint", _("printed wrongly")
    LOST = "lost", _("lost")
    WRONG_TEXT = "wrong_text", _("wrong words in the decision")
    OTHER = "other", pgettext_lazy("reason", "another reason")


CANCELLING: Final = frozenset(
    {ReasonCode.FRAUD, ReasonCode.FORGED_PAPERS, ReasonCode.AGAINST_LAW, ReasonCode.WRONGDOING}
)
EXCHANGING: Final = frozenset({ReasonCode.DAMAGED, ReasonCode.MISPRINT, ReasonCode.OTHER})


class BatchState(models.TextChoices):
    """Where the making of a decision's certificates stands."""

    RUNNING = "running", pgettext_lazy("batch", "being made")
    DONE = "done", pgettext_lazy("batch", "made")


class TemplateKind(models.TextChoices):
    """The letters whose template the office may edit in Word; keys of the letters of `support.documents`."""

    SUBMISSION = "submission", _("submission letter")
    DECISION = "decision", pgettext_lazy("paper", "decision")
    ANNEX = "annex", _("list attached to the decision")
    MINUTES = "minutes", _("minutes of the council")
    TALLY = "tally", _("tally sheet of the council")
