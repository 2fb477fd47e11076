"""How one value is drawn in a table, by its type."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal

from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext

from thidua.core.provenance import Provenance
from thidua.web.shell import formats
from thidua.web.shell.tags import Tag, Tone


def show(value: object, *, numeric: bool = False) -> SafeString:
    """Return the value as HTML: numbers and dates in the page's language, tags, links already made, text escaped.

    None reads «chưa có số» in a numeric column and is left empty elsewhere.
    """
    if value is None:
        return (
            format_html('<span class="unknown">{}</span>', formats.no_figure()) if numeric else SafeString("")
        )
    if isinstance(value, Tag):
        return tag(value)
    if isinstance(value, bool):
        return SafeString(gettext("Yes") if value else gettext("No"))
    if isinstance(value, Decimal | int):
        return SafeString(formats.number(value))
    if isinstance(value, datetime):
        return SafeString(formats.moment(value))
    if isinstance(value, date):
        return SafeString(formats.day(value))
    return conditional_escape(value if isinstance(value, str) else str(value))


def tag(value: Tag) -> SafeString:
    """Return a state as text; the stylesheet adds the icon of its tone."""
    return format_html('<strong class="tag tag--{}">{}</strong>', Tone(value.tone), value.text)


def vietnamese(value: object) -> SafeString:
    """Return text that is Vietnamese on every page, marked as such where the page is not (WCAG 3.1.2)."""
    text = conditional_escape("" if value is None else value if isinstance(value, str) else str(value))
    if not text or get_language() == "vi":
        return text
    return format_html('<span lang="vi">{}</span>', text)


def link(url: str, text: object, hidden: str = "") -> SafeString:
    """Return a link; `hidden` is said after the text to those who hear the page, for links that look alike."""
    more = format_html('<span class="visually-hidden"> {}</span>', hidden) if hidden else ""
    return format_html('<a href="{}">{}{}</a>', url, text, more)


def ways(links: Sequence[SafeString]) -> SafeString:
    """Return what can be done with a row, one link a line: none is broken where the column is narrow."""
    return format_html(
        '<span class="cell-ways">{}</span>', format_html_join("", "{}", ((one,) for one in links))
    )


def with_note(value: object, note: object) -> SafeString:
    """Return a value with a quieter line below it."""
    return format_html('{}<span class="cell-note">{}</span>', show(value), note) if note else show(value)


def with_mark(value: object, provenance: str) -> SafeString:
    """Return a value followed by its mark where it is invented or test data."""
    mark = provenance_mark(provenance)
    return mark_safe(f"{show(value)} {mark}") if mark else show(value)  # noqa: S308 - both parts are escaped above


def provenance_mark(provenance: str) -> SafeString:
    """Return «dữ liệu minh họa» or «dữ liệu kiểm thử» as a mark, or nothing for what was recorded."""
    words = {
        Provenance.ILLUSTRATIVE: gettext("illustrative data"),
        Provenance.TEST: gettext("test data"),
    }.get(Provenance(provenance) if provenance else Provenance.RECORDED)
    return format_html('<span class="mark">{}</span>', words) if words else SafeString("")
