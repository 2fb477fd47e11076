"""Rows of the reports room."""

from thidua.reports.models.closing_report import ClosingReport
from thidua.reports.models.emulation_officer import EmulationOfficer
from thidua.reports.models.frozen_version import FrozenVersion
from thidua.reports.models.paragraph import Paragraph

__all__ = ["ClosingReport", "EmulationOfficer", "FrozenVersion", "Paragraph"]
