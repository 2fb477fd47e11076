"""The list of accounts."""

from __future__ import annotations

from typing import Any

from django import forms
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.core.vietnamese.fold import fold
from thidua.orgs.models import UnitName
from thidua.orgs.queries.accounts import AccountRow
from thidua.web.shell import cells
from thidua.web.shell.filters import FilterForm
from thidua.web.shell.tables import Column, Table
from thidua.web.shell.tags import Tag, Tone
from thidua.web.workspace.administration.role_names import role_choices

OPEN, CLOSED = "dang-dung", "da-dong"


class AccountFilters(FilterForm):
    """By name, role, unit (old and new names) and whether the account is open."""

    q = forms.CharField(label=gettext_lazy("Name, sign-in name, e-mail or telephone"), max_length=100)
    vai_tro = forms.ChoiceField(
        label=gettext_lazy("Role"),
        choices=[("", gettext_lazy("all")), *role_choices()],
    )
    don_vi = forms.CharField(label=gettext_lazy("Unit of the role"), max_length=100)
    trang_thai = forms.ChoiceField(
        label=gettext_lazy("State"),
        choices=[
            ("", gettext_lazy("all")),
            (OPEN, gettext_lazy("In use")),
            (CLOSED, gettext_lazy("Closed")),
        ],
    )

    def apply(self, rows: Any, answers: dict[str, Any]) -> Any:
        for word in fold(answers.get("q", "")).split():
            rows = [row for row in rows if word in _words_of(row)]
        if "vai_tro" in answers:
            rows = [row for row in rows if any(role.code == answers["vai_tro"] for role in row.roles)]
        if "don_vi" in answers:
            named = UnitName.objects.filter(folded_name__contains=fold(answers["don_vi"])).order_by()
            units = set(named.values_list("unit_id", flat=True))
            rows = [row for row in rows if any(role.unit_id in units for role in row.roles)]
        if "trang_thai" in answers:
            rows = [row for row in rows if row.is_active == (answers["trang_thai"] == OPEN)]
        return rows


def _words_of(row: AccountRow) -> str:
    return fold(" ".join((row.full_name, row.username, row.email, row.phone)))


def state_tag(is_active: bool) -> Tag:
    """Return whether an account can be used, as a state."""
    return Tag(_("In use"), Tone.SUCCESS) if is_active else Tag(_("Closed"), Tone.NEUTRAL)


def _name(row: AccountRow) -> SafeString:
    return cells.link(reverse("account", args=[row.id]), row.full_name or row.username)


def _roles(row: AccountRow) -> SafeString:
    if not row.roles:
        return cells.show(_("no role today"))
    lines = format_html_join("", "<li>{}</li>", ((capfirst(role.label),) for role in row.roles))
    return format_html('<ul class="plain">{}</ul>', lines)


ACCOUNTS: Table[AccountRow] = Table(
    name="tai-khoan",
    caption=gettext_lazy("Accounts"),
    columns=(
        Column(
            "name",
            gettext_lazy("Full name"),
            _name,
            csv=lambda row: row.full_name,
            sort=lambda row: (row.sort_key, row.id),
            header=True,
        ),
        Column(
            "username",
            gettext_lazy("Sign-in name"),
            lambda row: row.username,
            sort=lambda row: row.username,
        ),
        Column(
            "roles",
            gettext_lazy("Roles today"),
            _roles,
            csv=lambda row: "; ".join(capfirst(role.label) for role in row.roles),
        ),
        Column("state", gettext_lazy("State"), lambda row: state_tag(row.is_active)),
        Column(
            "last",
            gettext_lazy("Last sign-in"),
            lambda row: row.last_login or _("never"),
            csv=lambda row: row.last_login,
            sort=lambda row: row.last_login.timestamp() if row.last_login else 0,
        ),
        Column("email", gettext_lazy("E-mail"), lambda row: row.email, export_only=True),
        Column("phone", gettext_lazy("Telephone"), lambda row: row.phone, export_only=True),
    ),
    order="name",
    empty=gettext_lazy("No account yet"),
    filters=AccountFilters,
)
