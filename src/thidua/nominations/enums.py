"""Closed lists of the nominations room; states, routes and levels are those of `core.workflow.dossier`."""

from __future__ import annotations

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

# The same list as the register: what is nominated for becomes what is held.
from thidua.registry.enums import CommendationType as CommendationType


class DossierState(models.TextChoices):
    """Where a dossier stands, in the words of the office; the applicant's words are in `wording`."""

    DRAFT = "draft", _("being written")
    SUBMITTED = "submitted", _("waiting to be received")
    RECEIVED = "received", _("being appraised")
    RETURNED = "returned", _("returned for completion")
    APPRAISED = "appraised", _("appraised")
    AGENCY_CONSULTATION = "agency_consultation", _("agencies are being asked")
    PUBLIC_CONSULTATION = "public_consultation", _("the public is being asked")
    COUNCIL = "council", _("before the council")
    PROPOSED = "proposed", _("proposed for decision")
    DECIDED = "decided", _("decided")
    ISSUED = "issued", _("certificates made")
    HANDED_OVER = "handed_over", _("handed over")
    ARCHIVED = "archived", _("archived")
    WITHDRAWN = "withdrawn", _("withdrawn by the unit")
    CANCELLED = "cancelled", _("closed without a result")


class Route(models.TextChoices):
    """The procedure that a dossier takes."""

    MERIT = "merit", _("merit")
    MOVEMENT = "movement", _("emulation movement")
    SUDDEN = "sudden", _("sudden achievement")
    SIMPLIFIED = "simplified", _("simplified procedure")
    LONG_SERVICE = "long_service", _("long service")
    EXTERNAL = "external", _("external relations")


class Level(models.TextChoices):
    """Who decides in the end."""

    UNIT = "unit", _("the unit itself")
    COMMUNE = "commune", _("the commune")
    PROVINCE = "province", _("the province")
    STATE = "state", _("the Prime Minister or the State President")


class Outcome(models.TextChoices):
    """What became of one nomination."""

    PENDING = "pending", _("not concluded yet")
    ELIGIBLE = "eligible", _("eligible")
    NOT_ELIGIBLE = "not_eligible", _("not eligible")
    PASSED = "passed", _("passed by the council")
    FAILED = "failed", _("not passed by the council")
    GRANTED = "granted", _("granted")
    REFUSED = "refused", _("refused")
    WITHDRAWN = "withdrawn", pgettext_lazy("nomination", "withdrawn")


# What a nomination may still become something from.
ALIVE: Final = (Outcome.PENDING, Outcome.ELIGIBLE, Outcome.PASSED)
# While one of these is in a dossier that was not handed over, there is something left to do in it.
MAY_STILL_BECOME: Final = (*ALIVE, Outcome.GRANTED)


class EvidenceKind(models.TextChoices):
    """What a file in the dossier is."""

    LETTER = "letter", _("submission letter")
    MINUTES = "minutes", _("minutes of the meeting")
    VOTE_RESULT = "vote_result", _("record of the vote")
    REPORT = "report", _("signed achievement report")
    INITIATIVE = "initiative", _("recognition of an initiative or topic")
    CONFIRMATION = "confirmation", _("confirmation by a competent body")
    PICTURE = "picture", _("picture")
    OTHER = "other", _("other paper")


class FaultCode(models.TextChoices):
    """What a dossier is returned for; the list behind “the ten commonest faults”."""

    LETTER = "letter", _("submission letter missing or faulty")
    MINUTES = "minutes", _("minutes missing or faulty")
    VOTE = "vote", _("vote missing or too low")
    REPORT = "report", _("achievement report too thin or not signed")
    EVIDENCE = "evidence", _("achievement without evidence")
    INITIATIVE = "initiative", _("initiative not recognised")
    CONFIRMATION = "confirmation", _("confirmation of a competent body missing")
    RECIPIENT = "recipient", _("name, post or unit wrong")
    AWARD = "award", _("award or type of commendation wrong")
    CONDITION = "condition", _("a condition of the law is not proved")
    DUPLICATE = "duplicate", _("already commended for this")
    COPIED = "copied", _("report copied from another")
    OTHER = "other", _("other fault")


class FindingRuling(models.TextChoices):
    """What the officer says of a finding."""

    CONFIRMED = "confirmed", _("confirmed")
    OVERRULED = "overruled", _("overruled")


class Agency(models.TextChoices):
    """Whom the Board asks before it proposes."""

    TAX = "tax", _("tax office")
    SOCIAL_INSURANCE = "social_insurance", _("social insurance")
    POLICE = "police", _("police")
    INSPECTION = "inspection", _("inspectorate")
    ENVIRONMENT = "environment", _("agriculture and environment")
    PARTY = "party", _("standing board of the Party committee")
    OTHER = "other", _("another body")


class AgencyAnswer(models.TextChoices):
    """What the agency said."""

    AWAITED = "awaited", _("awaited")
    AGREES = "agrees", _("agrees")
    OBJECTS = "objects", _("objects")
    SILENT = "silent", _("no answer in time: counts as consent")


class OpinionStance(models.TextChoices):
    """What somebody's opinion says of the nominee; an opinion is no vote, so nothing is counted by it."""

    AGREES = "agrees", pgettext_lazy("opinion", "agrees")
    AGAINST = "against", _("speaks against")
    INFORMS = "informs", _("gives information")


class OpinionState(models.TextChoices):
    """Whether the public may read an opinion."""

    WAITING = "waiting", _("waiting for moderation")
    PUBLISHED = "published", _("published")
    KEPT_BACK = "kept_back", _("kept back")


class SuspensionCause(models.TextChoices):
    """Why nothing may be decided for now (article 4 clause 4 of the decree)."""

    DISCIPLINE = "discipline", _("discipline is being considered")
    INSPECTION = "inspection", _("an inspection, audit or examination is under way")
    INVESTIGATION = "investigation", _("an investigation or prosecution is under way")
    COMPLAINT = "complaint", _("a complaint or denunciation is being verified")
    OPINION = "opinion", _("an opinion from the public is being verified")
    OTHER = "other", _("another cause")


class ShareMeasure(models.TextChoices):
    """The shares looked at while a list is made."""

    DIRECT_WORKERS = "direct_workers", _("direct workers")
    WOMEN = "women", _("women")
    ETHNIC_MINORITIES = "ethnic_minorities", _("ethnic minorities")
    HOUSEHOLDS = "households", _("households")
    REMOTE = "remote", _("remote communes")
