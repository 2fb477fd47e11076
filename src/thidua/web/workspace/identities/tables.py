"""The queue of pairs, and the mergers."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from thidua.registry.identities.words import in_one_line
from thidua.registry.models import IdentityCandidate, IdentityMerge
from thidua.web.shell import cells
from thidua.web.shell.tables import Column, Table
from thidua.web.workspace.identities.forms.answer import CandidateFilters
from thidua.web.workspace.identities.states import answer_tag, certainty


def _names(row: IdentityCandidate) -> str:
    return f"{row.left_name} – {row.right_name}"


def _awards(row: IdentityCandidate) -> int:
    return round(row.usefulness / row.probability) if row.probability else 0


CANDIDATES: Table[IdentityCandidate] = Table(
    name="nhan-dien-nguoi",
    caption=_("Pairs that may be one person"),
    columns=(
        Column(
            "ten",
            _("The two names"),
            lambda row: cells.link(reverse("identity", args=[row.pk]), _names(row)),
            csv=_names,
            header=True,
        ),
        Column("vi-sao", _("What speaks for it"), lambda row: in_one_line(row.reasons)),
        Column("muc", _("Certainty"), certainty, sort=("probability",)),
        Column(
            "khen-thuong",
            _("Awards on both sides"),
            _awards,
            numeric=True,
        ),
        Column(
            "tra-loi",
            pgettext_lazy("identities", "Answer"),
            answer_tag,
            csv=lambda row: answer_tag(row).text,
        ),
    ),
    order="",
    empty=_("No pair waits for an answer."),
    filters=CandidateFilters,
)

MERGES: Table[IdentityMerge] = Table(
    name="da-gop",
    caption=_("Persons put together"),
    columns=(
        Column("ten", _("Now one person"), lambda row: row.kept_name, header=True),
        Column("truoc", _("Written as"), lambda row: row.merged_name),
        Column("ai", _("By whom"), lambda row: row.merged_by or ""),
        Column("luc", _("When"), lambda row: row.merged_at, sort=("merged_at",)),
        Column("ly-do", _("Note"), lambda row: row.reason),
        Column(
            "tach",
            _("Taking it back"),
            lambda row: cells.link(
                reverse("unmerge-persons", args=[row.pk]), _("Separate"), hidden=f" {row.merged_name}"
            ),
            csv=lambda row: "",
        ),
    ),
    order="-luc",
    empty=_("Nobody has been put together yet."),
)
