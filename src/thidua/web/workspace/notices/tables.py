"""The lists of notices and of e-mails."""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.db.models import Q
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from thidua.support.notices.enums import NoticeKind, NoticeState
from thidua.support.notices.models import Notice
from thidua.web.shell import cells
from thidua.web.shell.filters import FilterForm
from thidua.web.shell.tables import Column, Table
from thidua.web.shell.tags import Tag, Tone
from thidua.web.workspace.notices.states import mail_tag

WAITING: Final = "waiting"
_ALL: Final = ("", gettext_lazy("all"))


class InboxFilters(FilterForm):
    """By what it is about, and whether it was read."""

    loai = forms.ChoiceField(label=pgettext_lazy("notice", "About"), choices=[_ALL, *NoticeKind.choices])
    moi = forms.BooleanField(label=gettext_lazy("Only those not read"))

    def apply(self, rows: Any, answers: dict[str, Any]) -> Any:
        if "loai" in answers:
            rows = rows.filter(kind=answers["loai"])
        return rows.filter(read_at__isnull=True) if "moi" in answers else rows


class OutboxFilters(FilterForm):
    """By words in the subject or the address, by state, and by what it is about."""

    q = forms.CharField(label=gettext_lazy("Subject, person or address"), max_length=100)
    buoc = forms.ChoiceField(
        label=gettext_lazy("State"),
        choices=[_ALL, (WAITING, gettext_lazy("held, or could not be sent")), *NoticeState.choices],
    )
    loai = forms.ChoiceField(label=pgettext_lazy("notice", "About"), choices=[_ALL, *NoticeKind.choices])

    def apply(self, rows: Any, answers: dict[str, Any]) -> Any:
        if "q" in answers:
            text = answers["q"]
            rows = rows.filter(
                Q(subject__icontains=text)
                | Q(address__icontains=text)
                | Q(user__full_name__icontains=text)
                | Q(about_code__iexact=text)
            )
        if "loai" in answers:
            rows = rows.filter(kind=answers["loai"])
        if answers.get("buoc") == WAITING:
            return rows.filter(state__in=(NoticeState.DRAFT, NoticeState.FAILED))
        return rows.filter(state=answers["buoc"]) if "buoc" in answers else rows


def _tick(name: str, row: Notice) -> SafeString:
    return format_html(
        '<span class="choice"><input type="checkbox" name="{0}" value="{1}" id="chon-{1}">'
        '<label for="chon-{1}"><span class="visually-hidden">{2}</span></label></span>',
        name,
        row.pk,
        _("Choose “%(subject)s”") % {"subject": row.subject},
    )


def _told(row: Notice) -> object:
    linked = cells.link(reverse("notice", args=[row.pk]), row.subject)
    if row.read_at is not None:
        return linked
    return format_html("{} {}", linked, cells.tag(Tag(_("not read"), Tone.INFO)))


def _mail(row: Notice) -> object:
    linked = cells.link(reverse("outbox-mail", args=[row.pk]), row.subject)
    return cells.with_note(linked, row.get_fault_display() if row.state == NoticeState.FAILED else "")


INBOX: Table[Notice] = Table(
    name="thong-bao",
    caption=gettext_lazy("Notices"),
    columns=(
        Column("choose", gettext_lazy("Choose"), lambda row: _tick("chon", row), csv=lambda row: row.pk),
        Column("subject", gettext_lazy("Notice"), _told, csv=lambda row: row.subject, header=True),
        Column("kind", pgettext_lazy("notice", "About"), lambda row: row.get_kind_display()),
        Column("at", gettext_lazy("Written"), lambda row: row.created_at, sort=("created_at",)),
        Column("text", gettext_lazy("Text"), lambda row: row.text, export_only=True),
    ),
    order="-at",
    empty=gettext_lazy("You have no notices"),
    filters=InboxFilters,
)

OUTBOX: Table[Notice] = Table(
    name="thu-di",
    caption=gettext_lazy("E-mails of the office"),
    columns=(
        Column("choose", gettext_lazy("Choose"), lambda row: _tick("thu", row), csv=lambda row: row.pk),
        Column("subject", gettext_lazy("E-mail"), _mail, csv=lambda row: row.subject, header=True),
        Column(
            "to",
            pgettext_lazy("mail", "To"),
            lambda row: cells.with_note(str(row.user), row.address),
            csv=lambda row: f"{row.user} <{row.address}>",
        ),
        Column("state", gettext_lazy("State"), mail_tag, csv=lambda row: mail_tag(row).text, sort=("state",)),
        Column("at", gettext_lazy("Written"), lambda row: row.created_at, sort=("created_at",)),
        Column("sent", gettext_lazy("Sent"), lambda row: row.sent_at, sort=("sent_at",)),
    ),
    order="-at",
    empty=gettext_lazy("No e-mail fits, or none has been written yet"),
    filters=OutboxFilters,
)
