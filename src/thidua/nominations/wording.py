"""The words of states and moves: what the office reads and what the unit reads."""

from __future__ import annotations

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from thidua.core.workflow import dossier as flow
from thidua.nominations.enums import DossierState

# What the unit reads; the office reads the labels of DossierState.
APPLICANT_WORDS: Final[dict[str, Promise]] = {
    flow.DRAFT: _("not sent"),
    flow.SUBMITTED: _("sent: waiting to be received"),
    flow.RECEIVED: _("received: being appraised"),
    flow.RETURNED: _("returned: needs completing"),
    flow.APPRAISED: _("appraised"),
    flow.AGENCY_CONSULTATION: _("other bodies are being asked"),
    flow.PUBLIC_CONSULTATION: _("published for comments"),
    flow.COUNCIL: _("before the council"),
    flow.PROPOSED: _("waiting for the decision"),
    flow.DECIDED: _("decided"),
    flow.ISSUED: _("certificates are ready"),
    flow.HANDED_OVER: _("handed over"),
    flow.ARCHIVED: pgettext_lazy("dossier", "finished"),
    flow.WITHDRAWN: pgettext_lazy("dossier", "withdrawn"),
    flow.CANCELLED: _("closed without a result"),
}

MOVE_WORDS: Final[dict[str, Promise]] = {
    flow.OPEN: _("prepared"),
    flow.SUBMIT: _("sent in"),
    flow.RECALL: _("recalled by the unit"),
    flow.RECEIVE: _("received and entered in the register"),
    flow.RETURN: _("returned for completion"),
    flow.RESUBMIT: _("sent in again"),
    flow.CONCLUDE: _("appraisal concluded"),
    flow.REOPEN: _("taken back for appraisal"),
    flow.ASK_AGENCIES: _("agencies asked"),
    flow.OPEN_TO_PUBLIC: _("published for comments"),
    flow.SEND_TO_COUNCIL: _("sent to the council"),
    flow.PROPOSE: _("proposed for decision"),
    flow.SEND_BACK: _("sent back by who decides"),
    flow.DECIDE: _("decided"),
    flow.ISSUE: _("certificates made"),
    flow.HAND_OVER: _("handed over"),
    flow.ARCHIVE: _("archived"),
    flow.WITHDRAW: _("withdrawn by the unit"),
    flow.CANCEL: _("closed without a result"),
    flow.DISCARD: _("draft thrown away"),
    flow.SUSPEND: _("suspended"),
    flow.LIFT: _("suspension lifted"),
}


def office_words(state: str) -> str:
    """Return what the office reads for a state."""
    return str(DossierState(state).label)


def applicant_words(state: str) -> str:
    """Return what the unit reads for a state."""
    return str(APPLICANT_WORDS[state])


def move_words(verb: str) -> str:
    """Return a move in words, as the log of a dossier tells it."""
    return str(MOVE_WORDS[verb])
