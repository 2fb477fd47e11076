"""The closing report of 2019, written from the demonstration's records, says what the published one says."""

from __future__ import annotations

from decimal import Decimal
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.utils import translation

from tests.reports.golden import GOLDEN, differences, missing_notes
from thidua.demo.reported.closing_report import SLUG
from thidua.orgs.models import Unit
from thidua.reports.models import ClosingReport
from thidua.reports.queries.draft import assemble
from thidua.targets.models import Observation

SENTENCES = [name for name in GOLDEN if name != "notes"]


@pytest.mark.parametrize("name", SENTENCES)
def test_each_sentence_is_said_figure_by_figure(province: None, name: str) -> None:
    report = ClosingReport.objects.get(slug=SLUG)
    with translation.override("vi"):
        assert differences(report, assemble(report), name) == []


def test_test_values_are_named_in_the_notes(province: None) -> None:
    with translation.override("vi"):
        assert missing_notes(assemble(ClosingReport.objects.get(slug=SLUG))) == []


def test_one_imported_figure_changes_value_percentages_and_trace(province: None, tmp_path: Path) -> None:
    file = tmp_path / "so-lieu.csv"
    file.write_text(
        "chỉ tiêu;đơn vị;kỳ;kết quả;tính đến ngày;nguồn\n"
        "budget_revenue;tinh-lang-son;2019-9T;5.056;30/09/2019;Văn phòng UBND tỉnh\n",
        encoding="utf-8",
    )

    with translation.override("vi"):
        call_command("import_observations", str(file), stdout=StringIO())
        figures = assemble(ClosingReport.objects.get(slug=SLUG)).figures

    said = {
        aspect: figures[f"indicator.budget_revenue.{aspect}"].text.replace("\xa0", " ")
        for aspect in ("value", "share_of_plan", "ratio_to_same_period")
    }
    new = Observation.objects.get(value=Decimal(5056), unit=Unit.objects.get(key="tinh-lang-son"))
    traced = figures["indicator.budget_revenue.value"]
    assert said == {
        "value": "5.056 tỷ đồng",
        "share_of_plan": "đạt 92,7% so với dự toán",
        "ratio_to_same_period": "bằng 137,1% so với cùng kỳ năm 2018",
    }
    assert traced.source == "Văn phòng UBND tỉnh"
    assert traced.rows[0].pk == str(new.pk)
