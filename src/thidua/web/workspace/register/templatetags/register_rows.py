"""The rows of a list of hits as HTML: fifty of them, drawn by a template, cost more than finding them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from django import template
from django.urls import reverse
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from thidua.web.shell import cells
from thidua.web.workspace.register.shown import ShownAward

register = template.Library()


@register.filter
def drawn(rows: Sequence[ShownAward]) -> SafeString:
    """`{{ rows|drawn }}`: head and body of a table of awards."""
    labels = [conditional_escape(one) for one in _labels()]
    head = "".join(f'<th scope="col">{one}</th>' for one in labels)
    body = "\n".join(_rows(rows, labels))
    return mark_safe(f"<thead><tr>{head}</tr></thead><tbody>\n{body}</tbody>")  # noqa: S308 - each part is escaped


def _labels() -> tuple[str, ...]:
    return (
        _("Recipient"),
        _("Post and unit then · today"),
        _("Award"),
        _("Decision"),
        _("Year"),
        _("Status"),
    )


def _rows(rows: Sequence[ShownAward], labels: Sequence[str]) -> Iterator[str]:
    address = reverse("register-award", args=[0]).removesuffix("0")
    unknown = format_html('<span class="unknown">{}</span>', _("not recorded"))
    mark, tag = cache(cells.provenance_mark), cache(cells.tag)
    _who, where, award, paper, year, status = (f'<td data-label="{one}">' for one in labels)
    for one in rows:
        yield (
            f'<tr><th scope="row">{_name(one)} {mark(one.award.provenance)}{_note(one.kind)}</th>'
            f"{where}<div>{_place(one) or unknown}</div></td>"
            f"{award}<div>{_award(one, address)}{_note(one.type)}</div></td>"
            f"{paper}{conditional_escape(one.paper)}</td>"
            f"{year}{one.award.year}</td>{status}{tag(one.status)}</td></tr>"
        )


def _name(one: ShownAward) -> str:
    if not one.life_url:
        return one.name
    return f'<a href="{conditional_escape(one.life_url)}">{one.name}</a>'


def _place(one: ShownAward) -> str:
    then = ", ".join(part for part in (conditional_escape(one.post), one.unit_then) if part)
    return then + (_note(one.unit_now) if one.unit_now else "")


def _award(one: ShownAward, address: str) -> str:
    form = conditional_escape(one.award.conferral.award_form)
    hidden = f", {conditional_escape(one.award.recipient_name)}, {one.award.year}"
    return f'<a href="{address}{one.award.pk}">{form}<span class="visually-hidden">{hidden}</span></a>'


def _note(text: str) -> str:
    return f'<span class="cell-note">{conditional_escape(text)}</span>' if text else ""
