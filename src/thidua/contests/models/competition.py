"""A prize or a contest."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from thidua.contests.enums import CompetitionKind


class Competition(models.Model):
    """A prize or contest that may be held more than once."""

    slug = models.SlugField(max_length=80, unique=True)
    kind = models.CharField(_("kind"), max_length=20, choices=CompetitionKind.choices)
    name = models.CharField(_("name"), max_length=300)  # "Giải thưởng Hoàng Văn Thụ về văn học nghệ thuật"
    genre = models.CharField(_("genre"), max_length=100, blank=True)  # "cuộc thi viết"
    organiser = models.ForeignKey("orgs.Unit", on_delete=models.PROTECT, related_name="competitions")
    search_text = models.TextField(editable=False, default="")  # folded: what lists are searched by
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
