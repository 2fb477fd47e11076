"""Rows of the reports room."""

from thidua.reports.models.closing_report import ClosingReport
from thidua.reports.models.frozen_version import FrozenVersion
from thidua.reports.models.paragraph import Paragraph

__all__ = ["ClosingReport", "FrozenVersion", "Paragraph"]
