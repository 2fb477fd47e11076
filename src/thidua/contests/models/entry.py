"""An entry, its authors and its files."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thidua.contests.enums import EntrantKind, EntryChannel, EntryState
from thidua.support.provenance import provenance_field


class Entry(models.Model):
    """A work entered in a category. `code` (phách) stands for it before the jury; drawn by chance, once."""

    category = models.ForeignKey("contests.Category", on_delete=models.PROTECT, related_name="entries")
    title = models.CharField(_("title of the work"), max_length=300)
    entrant_kind = models.CharField(_("entrant"), max_length=20, choices=EntrantKind.choices)
    collective_name = models.CharField(_("name of the collective"), max_length=300, blank=True)
    unit = models.ForeignKey(
        "orgs.Unit", null=True, blank=True, on_delete=models.PROTECT, related_name="contest_entries"
    )
    phone = models.CharField(_("phone"), max_length=20, blank=True)
    email = models.EmailField(_("email"), blank=True)
    channel = models.CharField(_("how it came in"), max_length=20, choices=EntryChannel.choices)
    received_at = models.DateTimeField(_("received at"))  # on paper: the moment of the stamp
    entered_by = models.ForeignKey(
        "accounts.User", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    state = models.CharField(
        _("state"), max_length=20, choices=EntryState.choices, default=EntryState.RECEIVED
    )
    withdrawn_reason = models.CharField(_("why it was withdrawn"), max_length=500, blank=True)
    code = models.CharField(_("code before the jury"), max_length=12, unique=True, null=True, blank=True)
    follow_up_code = models.CharField(
        _("code to follow up by"), max_length=16, unique=True, null=True, blank=True, editable=False
    )
    provenance = provenance_field()

    class Meta:
        verbose_name = _("entry in a contest")
        verbose_name_plural = _("entries in contests")
        ordering = ["category", "received_at", "id"]
        constraints = [
            models.CheckConstraint(
                name="entry_collective_named",
                condition=~Q(entrant_kind=EntrantKind.COLLECTIVE) | ~Q(collective_name=""),
            ),
            models.CheckConstraint(
                name="entry_withdrawn_with_reason",
                condition=~Q(state=EntryState.WITHDRAWN) | ~Q(withdrawn_reason=""),
            ),
        ]

    def __str__(self) -> str:
        return self.title


class EntryAuthor(models.Model):
    """An author of the work, in the order of the title page; `share` counts parts: 2 and 1 are two thirds and one."""

    entry = models.ForeignKey("contests.Entry", on_delete=models.CASCADE, related_name="authors")
    ordinal = models.PositiveSmallIntegerField(_("ordinal"))
    name = models.CharField(_("author"), max_length=300)
    share = models.PositiveSmallIntegerField(_("share in parts"), default=1)

    class Meta:
        verbose_name = _("author of an entry")
        verbose_name_plural = _("authors of entries")
        ordering = ["entry", "ordinal"]
        constraints = [
            models.UniqueConstraint(name="entry_author_once", fields=["entry", "ordinal"]),
            models.CheckConstraint(name="entry_author_has_share", condition=Q(share__gte=1)),
        ]

    def __str__(self) -> str:
        return self.name


class EntryFile(models.Model):
    """A file of the work as it came, and the `bare` copy without names inside: the only one a jury ever reads."""

    entry = models.ForeignKey("contests.Entry", on_delete=models.CASCADE, related_name="files")
    ordinal = models.PositiveSmallIntegerField(_("ordinal"))
    file = models.ForeignKey("files.StoredFile", on_delete=models.PROTECT, related_name="+")
    bare = models.ForeignKey("files.StoredFile", on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("file of an entry")
        verbose_name_plural = _("files of entries")
        ordering = ["entry", "ordinal"]
        constraints = [models.UniqueConstraint(name="entry_file_once", fields=["entry", "ordinal"])]

    def __str__(self) -> str:
        return f"{self.entry_id}/{self.ordinal}"
