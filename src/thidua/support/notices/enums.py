"""Closed lists of the notices service."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class NoticeState(models.TextChoices):
    """Where a notice stands on its way."""

    DRAFT = "draft", pgettext_lazy("notice", "held: to be read before it leaves")
    READY = "ready", pgettext_lazy("notice", "ready to leave")
    SENDING = "sending", pgettext_lazy("notice", "leaving")
    SENT = "sent", pgettext_lazy("notice", "sent")
    FAILED = "failed", pgettext_lazy("notice", "could not be sent")
    DROPPED = "dropped", pgettext_lazy("notice", "discarded")


class Channel(models.TextChoices):
    """How a notice reaches somebody."""

    IN_APP = "in_app", _("in this system")
    EMAIL = "email", _("by e-mail")


class NoticeKind(models.TextChoices):
    """What a notice is about; each person chooses by kind what also comes by e-mail."""

    DOSSIER = "dossier", _("where a dossier stands")
    DUE = "due", _("what is due soon or late")
    COUNCIL = "council", _("sessions of the council")
    DECISION = "decision", _("decisions, certificates and cancelled awards")
    ARTICLE = "article", _("articles, documents and pages under review")
    ROLE_MODEL = "role_model", _("good examples that your unit is asked about")
    SECURITY = "security", _("your own account: password and address")


class SendFault(models.TextChoices):
    """Why an e-mail did not leave, and what helps."""

    UNREACHABLE = (
        "unreachable",
        _("The mail server could not be reached. It is tried again by itself."),
    )
    SIGN_IN = (
        "sign_in",
        _("The mail server does not let this system in. A technician checks THIDUA_EMAIL_URL."),
    )
    ADDRESS = (
        "address",
        _("The mail server does not accept this address. Ask the person for another, then try again."),
    )
    BUSY = "busy", _("The mail server asks to come back later. It is tried again by itself.")
    REFUSED = (
        "refused",
        _("The mail server refused the letter. Change its words, or ask a technician, then try again."),
    )
    CUT_OFF = (
        "cut_off",
        _("Sending was cut off: nobody knows whether it left. Ask the person, or send it again."),
    )
    LATER = (
        "later",
        _("It was tried several times without success. Try again when the mail server works."),
    )
