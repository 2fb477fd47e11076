"""Lists of views."""

from __future__ import annotations

from typing import Any, Final

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thidua.portal.models import DailyViews
from thidua.web.shell import cells
from thidua.web.shell.tables import Column, Table

ARTICLES: Final[Table[Any]] = Table(
    name="luot-xem",
    caption=_("Views of articles"),
    columns=(
        Column(
            "title",
            _("Article"),
            lambda row: cells.with_mark(
                cells.link(reverse("readership-article", args=[row.pk]), row.title), row.provenance
            ),
            csv=lambda row: row.title,
            sort=("title",),
            header=True,
        ),
        Column("day", _("Day of the article"), lambda row: row.published_on, sort=("published_on",)),
        Column("counted", _("Counted here"), lambda row: row.counted, sort=("counted",), numeric=True),
        Column(
            "imported",
            _("Told by the former site"),
            lambda row: row.imported_views,
            sort=("imported_views",),
            numeric=True,
        ),
        Column("read", _("Shown to readers"), lambda row: row.read, sort=("read",), numeric=True),
    ),
    order="-read",
    empty=_("No article is published yet"),
)

DAYS: Final[Table[DailyViews]] = Table(
    name="luot-xem-theo-ngay",
    caption=_("Views by day"),
    columns=(
        Column("day", _("Day"), lambda row: row.day, sort=("day",), header=True),
        Column("counted", _("Views"), lambda row: row.counted, sort=("counted",), numeric=True),
        Column("repeats", _("Not counted: opened again"), lambda row: row.repeats, numeric=True),
        Column("robots", _("Not counted: robots"), lambda row: row.robots, numeric=True),
        Column("staff", _("Not counted: staff"), lambda row: row.staff, numeric=True),
    ),
    order="-day",
    empty=_("Not read yet"),
)
