"""Runs of years, found by walking."""

from collections.abc import Callable

from tests.core.law.plain.record import Record

LONG_AGO = 1900


def run_ending(year: int, good: Callable[[int], bool], after: int = LONG_AGO) -> list[int]:
    """Return the unbroken years up to `year` that are good and lie after `after`."""
    years: list[int] = []
    while year > after and good(year):
        years.append(year)
        year -= 1
    return years


def every_run(last: int, good: Callable[[int], bool], after: int) -> list[list[int]]:
    """Return every unbroken run of good years after `after` that cannot be made longer."""
    runs: list[list[int]] = []
    for year in range(after + 1, last + 1):
        if good(year) and not good(year + 1):
            runs.append(run_ending(year, good, after))
    return runs


def title_reaches_proposal(record: Record, title: str, n: int) -> bool:
    ends = {record.closed} | ({record.year} if record.titled(record.year, title) else set())
    return any(len(run_ending(end, lambda year: record.titled(year, title))) >= n for end in ends)


def title_ever(record: Record, title: str, n: int) -> bool:
    return any(
        len(run_ending(year, lambda one: record.titled(one, title))) >= n for year in record.received(title)
    )


def graded_to_proposal(record: Record, least: str, after: int = LONG_AGO) -> list[int]:
    return run_ending(record.closed, lambda year: record.graded(year, least), after)


def excellent_or_titled(record: Record, titles: tuple[str, ...], after: int) -> list[int]:
    """Return the collective's run to the proposal: each year graded excellent or holding a title."""

    def good(year: int) -> bool:
        return record.graded(year, "excellently_completed") or record.titled(year, *titles)

    end = record.year if good(record.year) else record.closed
    return run_ending(end, good, after)
