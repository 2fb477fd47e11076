"""The list of comments that were decided about."""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.db.models import Q
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from thidua.portal.enums import CommentState, DeclineReason
from thidua.portal.models import Comment
from thidua.web.shell import cells
from thidua.web.shell.filters import FilterForm
from thidua.web.shell.tables import Column, Table
from thidua.web.shell.tags import Tag, Tone

_ALL: Final = ("", gettext_lazy("all"))
_DECIDED: Final = [one for one in CommentState.choices if one[0] != CommentState.WAITING]


class ModeratedFilters(FilterForm):
    """By words, by what was decided, and by the reason."""

    q = forms.CharField(label=gettext_lazy("Words, sender or code"), max_length=100)
    buoc = forms.ChoiceField(label=pgettext_lazy("comment", "Outcome"), choices=[_ALL, *_DECIDED])
    ly_do = forms.ChoiceField(
        label=gettext_lazy("Why it was not published"), choices=[_ALL, *DeclineReason.choices]
    )

    def apply(self, rows: Any, answers: dict[str, Any]) -> Any:
        if "q" in answers:
            text = answers["q"]
            rows = rows.filter(
                Q(text__icontains=text)
                | Q(name__icontains=text)
                | Q(code__iexact=text)
                | Q(article__title__icontains=text)
            )
        if "buoc" in answers:
            rows = rows.filter(state=answers["buoc"])
        return rows.filter(decline_reason=answers["ly_do"]) if "ly_do" in answers else rows


def _tick(row: Comment) -> SafeString:
    return format_html(
        '<span class="choice"><input type="checkbox" name="y-kien" value="{0}" id="chon-{0}">'
        '<label for="chon-{0}"><span class="visually-hidden">{1}</span></label></span>',
        row.pk,
        _("Pick the comment of %(name)s, %(code)s") % {"name": row.name, "code": row.code},
    )


def _state(row: Comment) -> object:
    published = row.state == CommentState.PUBLISHED
    tag = Tag(str(row.get_state_display()), Tone.SUCCESS if published else Tone.NEUTRAL)
    note = " ".join(filter(None, (row.get_decline_reason_display(), row.decline_note)))
    return cells.with_note(tag, note)


MODERATED: Table[Comment] = Table(
    name="y-kien-da-xu-ly",
    caption=gettext_lazy("Comments decided about"),
    columns=(
        Column("choose", gettext_lazy("Pick"), _tick, csv=lambda row: row.code),
        Column(
            "name",
            gettext_lazy("Sender"),
            lambda row: cells.with_mark(row.name, row.provenance),
            csv=lambda row: row.name,
            header=True,
        ),
        Column("text", gettext_lazy("Comment"), lambda row: row.text),
        Column(
            "article",
            gettext_lazy("Article"),
            lambda row: cells.link(reverse("article", args=[row.article.slug]), row.article.title),
            csv=lambda row: row.article.title,
        ),
        Column("state", pgettext_lazy("comment", "Outcome"), _state, csv=lambda row: row.get_state_display()),
        Column("at", gettext_lazy("Decided"), lambda row: row.moderated_at, sort=("moderated_at",)),
        Column("by", pgettext_lazy("comment", "Decided by"), lambda row: str(row.moderated_by or "")),
    ),
    order="-at",
    empty=gettext_lazy("No comment was decided about yet"),
    filters=ModeratedFilters,
)
