"""Closed lists of the registry. The codes of the law book are the same here; a test holds them together."""

from __future__ import annotations

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class RecipientKind(models.TextChoices):
    """Who may receive: the report of 2019 counts households and authors apart from individuals."""

    COLLECTIVE = "collective", _("collective")
    INDIVIDUAL = "individual", _("individual")
    HOUSEHOLD = "household", _("household")
    AUTHOR = "author", _("author")


# Kinds that are one human being, listed by the given name.
PEOPLE: Final = frozenset({RecipientKind.INDIVIDUAL, RecipientKind.AUTHOR})


class CommendationType(models.TextChoices):
    """What an award was given for (article 8 of the law of 2022)."""

    MERIT = "merit", _("merit commendation")
    SUDDEN = "sudden", _("sudden commendation")
    MOVEMENT = "movement", _("commendation in an emulation movement")
    LONG_SERVICE = "long_service", _("long-service commendation")
    TENURE = "tenure", _("tenure commendation")
    EXTERNAL = "external", _("external commendation")


class AwardStatus(models.TextChoices):
    """Whether an award is held. Cancelled: it was given wrongly; stripped: it was taken away later."""

    ACTIVE = "active", pgettext_lazy("award", "held")
    CANCELLED = "cancelled", pgettext_lazy("award", "cancelled")
    STRIPPED = "stripped", pgettext_lazy("award", "stripped")


class Grade(models.TextChoices):
    """How the tasks of a year were completed, lowest first."""

    FAILED = "failed", _("tasks not completed")
    COMPLETED = "completed", _("tasks completed")
    WELL_COMPLETED = "well_completed", _("tasks well completed")
    EXCELLENTLY_COMPLETED = "excellently_completed", _("tasks excellently completed")


class InitiativeScope(models.TextChoices):
    """How far an initiative reaches, narrowest first."""

    GRASSROOTS = "grassroots", pgettext_lazy("scope", "grassroots")
    PROVINCE = "province_or_ministry", pgettext_lazy("scope", "province or ministry")
    NATIONWIDE = "nationwide", pgettext_lazy("scope", "nationwide")


class InitiativeForm(models.TextChoices):
    """A recognised initiative, or an accepted scientific topic, scheme or work."""

    INITIATIVE = "initiative", _("initiative")
    TOPIC = "topic", _("scientific topic")


class DisciplineLevel(models.TextChoices):
    """Disciplinary measures, mildest first."""

    REPRIMAND = "reprimand", _("reprimand")
    WARNING = "warning", _("warning")
    SALARY_REDUCTION = "salary_reduction", _("salary reduction")
    DEMOTION = "demotion", _("demotion")
    DISMISSAL = "dismissal", _("dismissal from post")
    FORCED_RESIGNATION = "forced_resignation", _("forced resignation")


class MatterKind(models.TextChoices):
    """What suspends a nomination while it is not concluded (Decree 152/2025, article 4)."""

    DISCIPLINE = "discipline", _("discipline under consideration")
    INVESTIGATION = "investigation", _("investigation or prosecution")
    INSPECTION = "inspection", _("inspection or audit")
    COMPLAINT = "complaint", _("complaint or denunciation being verified")
    PRESS = "press", _("wrongdoing reported by the press, being verified")


class ImportContent(models.TextChoices):
    """What a table that is imported into histories may hold."""

    GRADES = "grades", _("yearly grades")
    INITIATIVES = "initiatives", _("recognised initiatives")
    AWARDS = "awards", _("awards received earlier")


class RecipientClass(models.TextChoices):
    """Who among individuals receives: rows 06 to 10 of statistical form 0603.N (circular 02/2023/TT-BNV)."""

    SENIOR_LEADER = "senior_leader", _("leader of a ministry or province")
    DEPARTMENT_LEADER = "department_leader", _("leader of a department")
    ENTREPRENEUR = "entrepreneur", _("entrepreneur")
    OTHER_LEADER = "other_leader", _("other leader")
    DIRECT_WORKER = "direct_worker", _("direct worker")


class BookState(models.TextChoices):
    """Where the import of an old book stands. Nothing is in the register before STORED, nothing after UNDONE."""

    READING = "reading", pgettext_lazy("book", "being read")
    TO_CONFIRM = "to_confirm", pgettext_lazy("book", "to be confirmed")
    STORING = "storing", pgettext_lazy("book", "being saved")
    STORED = "stored", pgettext_lazy("book", "saved")
    UNDONE = "undone", pgettext_lazy("book", "undone")
    DISCARDED = "discarded", pgettext_lazy("book", "discarded")


class RowVerdict(models.TextChoices):
    """What becomes of one row of an old book."""

    NEW = "new", pgettext_lazy("row", "new")
    SAME = "same", pgettext_lazy("row", "as on record")
    CONFLICT = "conflict", pgettext_lazy("row", "conflict")
    UNREADABLE = "unreadable", pgettext_lazy("row", "unreadable")
    IGNORED = "ignored", pgettext_lazy("row", "no award")


class ConflictResolution(models.TextChoices):
    """What a person said of a row that contradicts the register or another row."""

    ENTER = "enter", pgettext_lazy("row", "enter it as new")
    LEAVE = "leave", pgettext_lazy("row", "leave it out")


class SpellingKind(models.TextChoices):
    """What a learned spelling stands for."""

    AWARD = "award", pgettext_lazy("spelling", "award")
    UNIT = "unit", pgettext_lazy("spelling", "unit")
    COLUMN = "column", pgettext_lazy("spelling", "column")


class IdentityAnswer(models.TextChoices):
    """What somebody said of two lines that may be one person."""

    OPEN = "open", _("not looked at")
    SAME = "same", _("the same person")
    DIFFERENT = "different", _("not the same person")
    UNSURE = "unsure", _("not clear yet")


class ExportForm(models.TextChoices):
    """The file that the hits of a search are written to."""

    CSV = "csv", "CSV"
    XLSX = "xlsx", "Excel (XLSX)"


class ExportState(models.TextChoices):
    """How far such a file is."""

    RUNNING = "running", pgettext_lazy("export", "being made")
    DONE = "done", pgettext_lazy("export", "ready")


class SearchState(models.TextChoices):
    """Where a search for identities stands."""

    RUNNING = "running", pgettext_lazy("identity search", "under way")
    DONE = "done", pgettext_lazy("identity search", "done")
    FAILED = "failed", pgettext_lazy("identity search", "broken off")


class SearchStep(models.TextChoices):
    """What such a search does at the moment."""

    READING = "reading", _("reading the register")
    COMPARING = "comparing", _("comparing names")
    STORING = "storing", _("saving the pairs")
