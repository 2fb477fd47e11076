"""Closed lists of the council room."""

from __future__ import annotations

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class MemberPost(models.TextChoices):
    """What a member is in the council."""

    CHAIR = "chair", _("chair of the council")
    VICE_CHAIR = "vice_chair", _("vice-chair of the council")
    SECRETARY = "secretary", _("member-secretary")
    MEMBER = "member", pgettext_lazy("council", "member")


class Body(models.TextChoices):
    """Who meets; shares are counted over all members of that body."""

    COUNCIL = "council", _("the whole council")
    STANDING_BODY = "standing_body", _("the standing body of the council")


class SessionState(models.TextChoices):
    """Where a session stands."""

    PLANNED = "planned", pgettext_lazy("session", "planned")
    OPEN = "open", pgettext_lazy("session", "open for voting")
    CLOSED = "closed", pgettext_lazy("session", "closed")
    CANCELLED = "cancelled", pgettext_lazy("session", "cancelled")


class BallotKind(models.TextChoices):
    """How an item is voted on; the codes are those of the law data."""

    SECRET = "secret", _("secret ballot")
    BALLOT = "ballot", _("open ballot")
    SHOW = "show", _("show of hands")


# A council may vote more strictly than the law asks, never less.
STRICTNESS: Final = {BallotKind.SHOW: 0, BallotKind.BALLOT: 1, BallotKind.SECRET: 2}


class Presence(models.TextChoices):
    """Whether a member takes part in the session."""

    EXPECTED = "expected", _("not there yet")
    PRESENT = "present", pgettext_lazy("session", "present")
    ABSENT = "absent", pgettext_lazy("session", "absent")


class Choice(models.TextChoices):
    """What a member says about a nominee."""

    YES = "yes", _("agrees")
    NO = "no", _("does not agree")
    ABSTAIN = "abstain", _("no opinion (blank ballot)")


class VoteWay(models.TextChoices):
    """How a member took part in the vote."""

    ELECTRONIC = "electronic", _("in this system")
    PAPER = "paper", _("paper ballot in the hall")
    WRITTEN = "written", _("in writing, being absent")
    SHOW = "show", _("show of hands in the hall")


class InterestKind(models.TextChoices):
    """What ties a member to somebody who may be nominated."""

    KIN = "kin", _("family")
    OTHER = "other", _("another tie")


class RecusalGround(models.TextChoices):
    """Why a member does not vote on an item."""

    NOMINEE = "nominee", _("is the nominee")
    SAME_UNIT = "same_unit", _("works in the nominee's unit")
    SIGNED = "signed", _("signed the proposal or sent it in")
    DECLARED_TIE = "declared_tie", _("declared a tie with the nominee")
    OWN_STATEMENT = "own_statement", _("stated a conflict of interest for this item")


class RecusalState(models.TextChoices):
    """Whether the recusal holds: what the records show does, until the secretary says why it does not."""

    PROPOSED = "proposed", _("found in the records, not confirmed yet")
    IN_FORCE = "in_force", pgettext_lazy("recusal", "in force")
    DISMISSED = "dismissed", pgettext_lazy("recusal", "dismissed with a reason")
