"""The log is a chain: what is written stays, and a change shows."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction
from django.utils import translation

from tests.factories.movements import SmallProvince, small_province
from tests.factories.records import milestone
from thidua.support.audit.actions.record import NotInTransaction, record
from thidua.support.audit.chain import HASHED_FIELDS, entry_hash
from thidua.support.audit.models import AuditEntry, ChainHead
from thidua.support.audit.queries import Break, Verdict, history_of, verify_chain

UPDATE = "UPDATE audit_auditentry SET {} WHERE sequence = %s"


def without_the_lock(statement: str, *values: object) -> None:
    """Do to the table what only somebody with the database in hand can do."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("ALTER TABLE audit_auditentry DISABLE TRIGGER audit_no_change")
            cursor.execute(statement, values)
            cursor.execute("ALTER TABLE audit_auditentry ENABLE TRIGGER audit_no_change")
        else:
            cursor.execute("SELECT sql FROM sqlite_master WHERE name = 'audit_no_update'")
            (trigger,) = cursor.fetchone()
            cursor.execute("DROP TRIGGER audit_no_update")
            cursor.execute(statement, values)
            cursor.execute(trigger)


@pytest.fixture
def rows(place: SmallProvince) -> int:
    """Return how many rows the making of the small province has left."""
    return AuditEntry.objects.count()


def test_what_was_written_fits(rows: int) -> None:
    assert rows > 10
    assert verify_chain() == Verdict(checked=rows)


@pytest.mark.parametrize(
    "column",
    ["at", "actor_id", "actor_name", "action", "subject_type", "subject_id", "subject_name", "details"],
)
def test_one_byte_changed_in_any_column_names_the_row(rows: int, column: str) -> None:
    without_the_lock(UPDATE.format(f"{column} = 'x' || substr({column}, 2)"), 5)
    assert verify_chain() == Verdict(checked=4, broken_sequence=5, why=Break.CHANGED)


def test_a_row_written_anew_with_its_own_hash_breaks_the_next_link(rows: int) -> None:
    fields = AuditEntry.objects.filter(sequence=5).values(*HASHED_FIELDS).get() | {
        "actor_name": "somebody else"
    }
    without_the_lock(UPDATE.format("actor_name = %s, hash = %s"), fields["actor_name"], entry_hash(fields), 5)
    assert verify_chain() == Verdict(checked=5, broken_sequence=6, why=Break.UNLINKED)


def test_a_row_taken_out_is_missing(rows: int) -> None:
    without_the_lock("DELETE FROM audit_auditentry WHERE sequence = %s", 5)
    assert verify_chain() == Verdict(checked=4, broken_sequence=5, why=Break.MISSING)


def test_a_tail_cut_off_shows_against_the_head(rows: int) -> None:
    without_the_lock("DELETE FROM audit_auditentry WHERE sequence >= %s", rows)
    assert verify_chain() == Verdict(checked=rows - 1, broken_sequence=rows, why=Break.TAIL)


def test_the_database_itself_refuses_a_change(rows: int) -> None:
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        AuditEntry.objects.filter(sequence=5).update(actor_name="somebody else")
    assert verify_chain() == Verdict(checked=rows)


def test_an_entry_stands_or_falls_with_its_write(place: SmallProvince, rows: int) -> None:
    def fails_after_recording() -> None:
        with transaction.atomic():
            record(by=place.officer, action="movements.launched", subject=place.province)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fails_after_recording()
    assert (AuditEntry.objects.count(), ChainHead.objects.get().sequence) == (rows, rows)


@pytest.mark.django_db(transaction=True)
def test_an_entry_outside_a_transaction_is_refused() -> None:
    place = small_province()
    before = AuditEntry.objects.count()
    with pytest.raises(NotInTransaction):
        record(by=place.officer, action="movements.launched", subject=place.province)
    assert AuditEntry.objects.count() == before


def test_the_history_of_a_thing_is_its_own_newest_first(place: SmallProvince) -> None:
    one, other = milestone(place), milestone(place, project="Công trình khác")
    assert [entry.action for entry in history_of(one)] == ["movements.milestone_recorded"]
    assert [entry.subject_name for entry in history_of(other)] == ["Công trình khác"]


def test_the_command_says_that_the_log_is_intact(rows: int) -> None:
    out = StringIO()
    with translation.override("en"):
        call_command("audit", "verify", stdout=out)
    assert out.getvalue() == f"The audit log is intact: {rows} rows checked.\n"


def test_the_command_names_the_first_broken_row(rows: int) -> None:
    without_the_lock(UPDATE.format("details = '{}'"), 7)
    with translation.override("en"), pytest.raises(CommandError) as caught:
        call_command("audit", "verify", stdout=StringIO())
    assert str(caught.value) == (
        "Row 7 of the audit log was changed after it was written. The 6 rows before it are intact. "
        "Compare with a backup."
    )
