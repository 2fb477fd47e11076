"""Checks of a Vietnamese text before it is published: what a careful editor would mark."""

from thidua.core.text_checks.context import NamedPerson, TextContext
from thidua.core.text_checks.findings import TextCode, TextFinding
from thidua.core.text_checks.messages import sentence
from thidua.core.text_checks.register import ARTICLE_CHECKS, CHECKS, TextCheck, check_text

__all__ = [
    "ARTICLE_CHECKS",
    "CHECKS",
    "NamedPerson",
    "TextCheck",
    "TextCode",
    "TextContext",
    "TextFinding",
    "check_text",
    "sentence",
]
