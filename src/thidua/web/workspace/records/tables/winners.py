"""What lists of recipients and of winners have in common."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from thidua.core.vietnamese.fold import fold
from thidua.registry.enums import RecipientKind
from thidua.web.shell import cells, formats
from thidua.web.shell.filters import FilterForm
from thidua.web.shell.tables import Column
from thidua.web.workspace.records.tables.filters import choice_filter


class WinnerFilters(FilterForm):
    """By words and by kind of recipient; a subclass says where the words are looked for."""

    q = forms.CharField(label=gettext_lazy("Words"), max_length=100)
    doi_tuong = choice_filter(gettext_lazy("Kind"), RecipientKind.choices)

    def apply(self, rows: Any, answers: dict[str, Any]) -> Any:
        if words := fold(answers.get("q", "")).split():
            rows = self.holding(rows, words)
        if "doi_tuong" in answers:
            rows = rows.filter(recipient_kind=answers["doi_tuong"])
        return rows

    def holding(self, rows: Any, words: list[str]) -> Any:
        """Return the rows that hold every one of the folded words."""
        for word in words:
            rows = rows.filter(search_text__contains=word)
        return rows


class RecipientFilters(WinnerFilters):
    """The recipients of one decision: words of the name, or of the post and unit of that day."""

    def holding(self, rows: Any, words: list[str]) -> Any:
        texts = rows.order_by().values_list("pk", "recipient_name", "post_then", "unit_then")
        folded = ((pk, fold(" ".join(said))) for pk, *said in texts)
        return rows.filter(pk__in=[pk for pk, text in folded if all(word in text for word in words)])


def counted(row: Any, total: int) -> str:
    """Return «53: 27 tập thể, 24 cá nhân, 2 hộ gia đình», or that nobody has been entered."""
    if not total:
        return _("nobody entered yet")
    counts = (
        (row.collectives, ngettext("%(n)s collective", "%(n)s collectives", row.collectives)),
        (row.individuals, ngettext("%(n)s individual", "%(n)s individuals", row.individuals)),
        (row.households, ngettext("%(n)s household", "%(n)s households", row.households)),
        (row.authors, ngettext("%(n)s author", "%(n)s authors", row.authors)),
    )
    parts = [words % {"n": formats.number(number)} for number, words in counts if number]
    return ", ".join(parts) if len(parts) == 1 else f"{formats.number(total)}: {', '.join(parts)}"


def winner_column(label: Any, sort_key: str = "recipient_sort_key") -> Column[Any]:
    """Return the column of the name, which lists sort by given name (`sort_key`), with its mark."""
    return Column(
        "name",
        label,
        lambda row: cells.with_mark(row.recipient_name, row.provenance),
        csv=lambda row: row.recipient_name,
        sort=(sort_key, "ordinal"),
        header=True,
    )


def kind_column(sort_key: str = "recipient_sort_key") -> Column[Any]:
    """Return the column of the kind of recipient."""
    return Column(
        "kind",
        gettext_lazy("Kind"),
        lambda row: capfirst(row.get_recipient_kind_display()),
        sort=("recipient_kind", sort_key),
    )
