"""Closed lists of the movements room."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class MovementKind(models.TextChoices):
    """The kinds of emulation movement."""

    REGULAR = "regular", _("regular movement")
    THEMATIC = "thematic", _("thematic movement")
    SPECIAL = "special", _("special drive")
    PEAK = "peak", _("peak drive")


class MovementReach(models.TextChoices):
    """How far a movement reaches (article 16 of the law of 2022): rows 02 to 05 of statistical form 0601.N."""

    NATION = "nation", _("the whole nation")
    LOCALITY = "locality", _("a ministry, sector, mass organisation or locality")
    CLUSTER = "cluster", _("a cluster or block of emulation")
    UNIT = "unit", _("an agency, organisation or unit")


class MovementState(models.TextChoices):
    """Where a movement stands, from draft to filed."""

    DRAFT = "draft", _("draft")
    LAUNCHED = "launched", _("running")
    REVIEWED = "reviewed", _("preliminary review done")
    CLOSED = "closed", _("summed up")


class UnitLevel(models.TextChoices):
    """The levels of units that a movement may call on; told from a unit's kind and hierarchy."""

    AGENCY = "agency", _("departments and agencies of the State")
    PARTY_BODY = "party_body", _("bodies of the Party")
    MASS_BODY = "mass_body", _("the Fatherland Front and mass organisations")
    DISTRICT = "district", _("district level")
    COMMUNE = "commune", _("commune level")
    ENTERPRISE = "enterprise", _("enterprises and co-operatives")
    VILLAGE = "village", _("villages and residential groups")


class DatePrecision(models.TextChoices):
    """How exactly a day is known: "từ cuối năm 2018" is no day."""

    DAY = "day", _("day")
    MONTH = "month", _("month")
    QUARTER = "quarter", _("quarter")
    START_OF_YEAR = "start_of_year", _("beginning of the year")
    END_OF_YEAR = "end_of_year", _("end of the year")
    YEAR = "year", _("year")


class FieldOfWork(models.TextChoices):
    """The fields the closing report is arranged by, each with a responsible unit that signs off."""

    ECONOMY = "economy", _("economy")
    CULTURE_SOCIETY = "culture_society", _("culture and society")
    DEFENCE_SECURITY = "defence_security", _("defence and security")
    POLITICAL_SYSTEM = "political_system", _("building the political system")
    ADMINISTRATIVE_REFORM = "administrative_reform", _("administrative reform")


class RegistrationState(models.TextChoices):
    """A registration on its way; the table of moves is `core.workflow.registration`."""

    DRAFT = "draft", _("not sent")
    SENT = "sent", _("sent")
    RETURNED = "returned", _("returned")
    ACCEPTED = "accepted", _("accepted")


class ReviewKind(models.TextChoices):
    """Sơ kết and tổng kết."""

    PRELIMINARY = "preliminary", _("preliminary review")
    FINAL = "final", _("final review")


class EventScale(models.TextChoices):
    """The scale of an event hosted."""

    NATIONAL = "national", _("national")
    PROVINCIAL = "provincial", _("provincial")
    LOCAL = "local", _("local")


class MilestoneKind(models.TextChoices):
    """What was reached."""

    COMPLETED = "completed", _("completed")
    SUBMITTED = "submitted", _("submitted for approval")
    STARTED = "started", _("started")
    UNDER_WAY = "under_way", _("under way")
    PLAQUE = "plaque", _("plaque mounted")
    MODEL = "model", _("model built")


class SubjectKind(models.TextChoices):
    """Whom a role model is about."""

    PERSON = "person", _("person")
    COLLECTIVE = "collective", _("collective")
    HOUSEHOLD = "household", _("household")


class Consent(models.TextChoices):
    """Whether somebody agreed to be named in public."""

    UNKNOWN = "unknown", _("not asked yet")
    GIVEN = "given", _("agreed to be named")
    REFUSED = "refused", _("asked not to be named")
    PUBLISHED = "published", _("already named in an official publication")


class ConsentWay(models.TextChoices):
    """How somebody said that they agree, or that they do not."""

    IN_WRITING = "in_writing", _("in writing")
    FACE_TO_FACE = "face_to_face", _("face to face")
    BY_TELEPHONE = "by_telephone", _("by telephone")
    BY_MESSAGE = "by_message", _("by message or e-mail")


class ProposalState(models.TextChoices):
    """A proposed role model on its way; the table of moves is `core.workflow.role_model_proposal`."""

    NEW = "new", pgettext_lazy("proposal", "new")
    WITH_UNIT = "with_unit", pgettext_lazy("proposal", "with the unit")
    DOUBTED = "doubted", pgettext_lazy("proposal", "doubted by the unit")
    VERIFIED = "verified", pgettext_lazy("proposal", "verified")
    CONSENT_GIVEN = "consent_given", pgettext_lazy("proposal", "to be published")
    CONSENT_REFUSED = "consent_refused", pgettext_lazy("proposal", "not to be named")
    PUBLISHED = "published", pgettext_lazy("proposal", "published")
    TAKEN_DOWN = "taken_down", pgettext_lazy("proposal", "taken down")
    NOT_TAKEN_UP = "not_taken_up", pgettext_lazy("proposal", "not taken up")
