"""The Board's own wording of a closing report, and how its texts are written."""

from thidua.reports.wording.loading import WordedParagraph, Wording, wording
from thidua.reports.wording.words import Words

__all__ = ["WordedParagraph", "Wording", "Words", "wording"]
