"""A filled form as PDF, with the head of Decree 30/2020/NĐ-CP."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from django.utils import translation

from thidua.reports.statistics.filling import FilledForm
from thidua.reports.statistics.told import cell_text, told
from thidua.support.documents.certificates.text import MOTTO, NATION
from thidua.support.documents.typesetting import typeset

TEMPLATE: Final = Path(__file__).with_name("form.typ")


def write_form_pdf(form: FilledForm) -> bytes:
    """Return the form as PDF/A-2b, always in Vietnamese: it goes to the ministry."""
    with translation.override("vi"):
        said = told(form, "vi")
        rows: list[dict[str, Any]] = [
            {
                "name": line.row.name.vi,
                "code": line.row.code,
                "depth": line.row.depth,
                "heading": line.row.is_heading,
                "cells": [
                    {"text": cell_text(cell, "vi"), "known": cell.count is not None} for cell in line.cells
                ],
            }
            for line in form.rows
        ]
        data = {
            "nation": NATION,
            "motto": MOTTO,
            "code": form.layout.code,
            "clause": said.clause,
            "due": said.due,
            "unit": said.unit,
            "title": said.title,
            "period": said.period,
            "columns": len(form.layout.columns),
            "upper": [{"name": one.name, "span": one.span, "rows": one.rows} for one in said.upper],
            "lower": list(said.lower),
            "numbers": list(said.numbers),
            "rows": rows,
            "remarks": list(said.remarks),
        }
    return typeset(TEMPLATE, data, standard="a-2b")
