"""Summaries as plain data for JSON: wordings in both languages, dates as ISO text, places with their citation."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum

from thidua.core.language import Wording
from thidua.core.law.summaries.shapes import Place


def as_data(value: object) -> object:
    """Return lists, mappings, text, numbers and None, ready for `json.dumps`."""
    match value:
        case Wording():
            return {"vi": value.vi, "en": value.en}
        case Place():
            place = f"{value.citation.text} {value.citation.place}".strip()
            return {"cite": place, "vi": value.words.vi, "en": value.words.en}
        case Enum():
            return value.value
        case date():
            return value.isoformat()
        case Mapping():
            return {str(key): as_data(one) for key, one in value.items()}
        case list() | tuple():
            return [as_data(one) for one in value]
    if is_dataclass(value):
        return {field.name: as_data(getattr(value, field.name)) for field in fields(value)}
    return value
