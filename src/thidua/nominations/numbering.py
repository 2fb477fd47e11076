"""Rows of numbers without gaps or doubles: dossier codes of a year, receptions of an office."""

from __future__ import annotations

from thidua.nominations.models import NumberCounter


def next_number(row: str) -> int:
    """Return the next number of `row`; call inside the transaction that uses it, so that none is lost."""
    return next_numbers(row, 1)[0]


def next_numbers(row: str, count: int) -> range:
    """Return the next `count` numbers of `row`, as `next_number` does."""
    counter, _made = NumberCounter.objects.select_for_update().get_or_create(row=row)
    counter.last += count
    counter.save(update_fields=["last"])
    return range(counter.last - count + 1, counter.last + 1)


def dossier_code(year: int) -> str:
    """Return the next code of a year: «HS-2026-00042»."""
    return f"HS-{year}-{next_number(f'code/{year}'):05d}"


def reception_number(office: int, year: int) -> int:
    """Return the next number in the register of reception of an office."""
    return reception_numbers(office, year, 1)[0]


def reception_numbers(office: int, year: int, count: int) -> range:
    """Return the next `count` numbers in the register of reception of an office."""
    return next_numbers(f"reception/{year}/{office}", count)
