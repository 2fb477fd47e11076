"""Writes of the law book."""

from thidua.lawbook.actions.check_provision import check_provision
from thidua.lawbook.actions.load_local_regulation import load_local_regulation
from thidua.lawbook.actions.set_reading import set_reading
from thidua.lawbook.actions.withdraw_check import withdraw_check
from thidua.lawbook.actions.withdraw_local_regulation import withdraw_local_regulation
from thidua.lawbook.actions.withdraw_reading import withdraw_reading

__all__ = [
    "check_provision",
    "load_local_regulation",
    "set_reading",
    "withdraw_check",
    "withdraw_local_regulation",
    "withdraw_reading",
]
