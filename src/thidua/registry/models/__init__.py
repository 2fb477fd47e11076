"""Rows of the registry."""

from thidua.registry.models.award import Award
from thidua.registry.models.conferral import Conferral

__all__ = ["Award", "Conferral"]
