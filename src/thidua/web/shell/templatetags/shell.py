"""Filters and tags that every template has without loading them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.forms import BoundField
from django.template import Context, Library, defaultfilters
from django.utils.safestring import SafeString
from django.utils.timezone import is_aware, localtime

from thidua.core.provenance import Provenance
from thidua.web.shell import cells, formats
from thidua.web.shell.forms import ErrorLink, error_links
from thidua.web.shell.tags import Tag, Tone
from thidua.web.shell.widgets import widget_kind

register = Library()


@register.filter
def number(value: object, decimals: int | None = None) -> str:
    """`{{ value|number }}` or `{{ value|number:1 }}`: «12.537», «92,2»; None reads «chưa có số»."""
    return formats.number(formats.as_number(value), decimals)


@register.filter
def percent(points: object, decimals: int | None = None) -> str:
    """`{{ points|percent:1 }}`: «92,2%» from percent points."""
    return formats.percent(formats.as_number(points), decimals)


@register.filter
def quantity(value: object, unit: object) -> str:
    """`{{ value|quantity:"tỷ đồng" }}`: number and unit that never part at the end of a line."""
    return formats.quantity(formats.as_number(value), str(unit))


@register.filter
def money(amount: object) -> str:
    """`{{ amount|money }}`: «20,4 tỷ đồng» from đồng."""
    return formats.money(formats.as_number(amount))


@register.filter
def exact_money(amount: object) -> str:
    """`{{ amount|exact_money }}`: every đồng written out."""
    return formats.money(formats.as_number(amount), exact=True)


@register.filter
def document_count(count: int | None) -> str:
    """`{{ count|document_count }}`: «02» as in documents."""
    return formats.document_count(count)


@register.filter(name="date", expects_localtime=False)
def day(value: date | datetime | None, form: str | None = None) -> str:
    """`{{ value|date }}`: «31/10/2019»; takes the place of Django's filter, which templates not ours give a form."""
    if form is not None:
        here = localtime(value) if isinstance(value, datetime) and is_aware(value) else value
        return str(defaultfilters.date(here, form))
    return formats.day(value or None)


@register.filter
def datetime_(value: datetime | None) -> str:
    """`{{ value|datetime }}`: «17:00 30/11/2026»."""
    return formats.moment(value or None)


register.filter("datetime", datetime_)


@register.filter
def when(value: date | datetime | None) -> str:
    """`{{ at|when }}`: a moment with its time, a day without."""
    return formats.moment(value) if isinstance(value, datetime) else formats.day(value)


@register.filter
def iso(value: date | datetime) -> str:
    """`{{ at|iso }}`: the form that machines read, for the `datetime` attribute."""
    return value.isoformat()


@register.filter
def as_tag(value: Tag | str, tone: str = Tone.NEUTRAL) -> SafeString:
    """`{{ tag|as_tag }}` or `{{ words|as_tag:"success" }}`: a state as text with its icon."""
    return cells.tag(value if isinstance(value, Tag) else Tag(value, Tone(tone)))


@register.filter
def as_mark(provenance: str) -> SafeString:
    """`{{ row.provenance|as_mark }}`: the mark of invented or test data, nothing for facts."""
    return cells.provenance_mark(provenance)


@register.filter
def vi(value: object) -> SafeString:
    """`{{ movement.name|vi }}`: Vietnamese on every page, marked as such where the page is not (`cells.vietnamese`)."""
    return cells.vietnamese(value)


@register.filter
def needs_mark(provenance: object) -> bool:
    """`{% if row.provenance|needs_mark %}`: whether the record is invented or for testing."""
    return provenance in {Provenance.ILLUSTRATIVE, Provenance.TEST}


@register.filter
def kind(field: BoundField) -> str:
    """`{{ field|kind }}`: how `c-field` draws it."""
    return widget_kind(field.field.widget)


@register.simple_tag
def links_to_errors(*forms: Any) -> list[ErrorLink]:
    """`{% links_to_errors form as links %}`: every fault of the forms with the address of its field."""
    return error_links(*(form for form in forms if form))


@register.simple_tag(takes_context=True)
def query(context: Context, **changes: object) -> str:
    """`{% query trang=2 %}`: the page's query string with one value changed; None takes it away."""
    values = context["request"].GET.copy()
    for name, value in changes.items():
        values.pop(name, None)
        if value not in (None, ""):
            values[name] = str(value)
    return f"?{values.urlencode()}"
