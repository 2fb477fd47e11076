"""Who voted and what was voted cannot be put together: not by keys, order, time, or the log."""

from __future__ import annotations

import itertools
import json
import stat
import uuid
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection, models
from django.utils import timezone

from tests.factories.council import SmallCouncil, opened, signed_paper, small_council
from thidua.council.actions import cast_ballot, close_session, declare_conflict, record_written_vote
from thidua.council.envelopes import receipt_hash
from thidua.council.models import BallotPaper, CountedReceipt, NamedVote, SealedBallot, Session, Voted
from thidua.council.queries import fewest_in_secret, is_counted, open_votes, session_paper
from thidua.council.refused import BoxExchanged
from thidua.council.sealing import has_key, new_box, seal
from thidua.support.audit.models import AuditEntry
from thidua.support.refusals import Refused

SECRET_ROWS = (SealedBallot, BallotPaper, CountedReceipt)


def key_of(session: Session) -> Path:
    assert session.box is not None
    return Path(settings.VAR) / "keys" / "council" / f"{session.box.hex}.key"


def dump() -> dict[str, list[dict[str, object]]]:
    """Return every table of the database as it lies there."""
    tables = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            names = [column[0] for column in cursor.description]
            tables[table] = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    return tables


def stored_order(model: type[models.Model], column: str) -> list[object]:
    """Return a column in the order in which the rows physically lie (rowid, ctid)."""
    place = "ctid" if connection.vendor == "postgresql" else "rowid"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {column} FROM {model._meta.db_table} ORDER BY {place}")
        return [row[0] for row in cursor.fetchall()]


def test_no_row_of_a_vote_leads_to_a_member_a_user_or_a_time() -> None:
    reached = {
        (model.__name__, field.name, field.related_model.__name__)
        for model in SECRET_ROWS
        for field in model._meta.concrete_fields
        if field.related_model is not None
    }
    assert reached == {
        ("SealedBallot", "session", "Session"),
        ("BallotPaper", "item", "AgendaItem"),
        ("CountedReceipt", "session", "Session"),
    }
    for model in SECRET_ROWS:
        kinds = {type(field) for field in model._meta.concrete_fields}
        assert kinds & {models.DateTimeField, models.DateField, models.TimeField} == set()
        assert isinstance(model._meta.pk, models.UUIDField)


def test_no_other_table_leads_to_a_vote() -> None:
    leading = [
        (model.__name__, field.name)
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if getattr(field, "concrete", False) and field.related_model in SECRET_ROWS
    ]
    assert leading == []


def test_random_keys_tell_no_time(council: SmallCouncil) -> None:
    session, (item,) = opened(council)
    cast_ballot(session=session.pk, choices={item.pk: "yes"}, by=council.user(0))
    assert {row.pk.version for row in SealedBallot.objects.all()} == {4}
    close_session(session=session, by=council.secretary, reason="Đã đủ")
    assert {row.pk.version for row in (*BallotPaper.objects.all(), *CountedReceipt.objects.all())} == {4}


def test_an_open_box_holds_equally_long_envelopes_that_the_database_cannot_open(
    council: SmallCouncil,
) -> None:
    session, (first, second) = opened(council, "secret", "secret")
    declare_conflict(item=second, explanation="Cùng đơn vị", by=council.user(3))
    for number, choice in enumerate(("yes", "no", "abstain")):
        cast_ballot(
            session=session.pk, choices={first.pk: choice, second.pk: choice}, by=council.user(number)
        )
    cast_ballot(session=session.pk, choices={first.pk: "yes"}, by=council.user(3))

    sealed = list(SealedBallot.objects.values_list("sealed", flat=True))

    assert len({len(envelope) for envelope in sealed}) == 1
    assert len(set(sealed)) == 4
    assert BallotPaper.objects.count() == 0
    # The private half of the key is in none of the tables, and only the office's account may read its file.
    secret = key_of(session).read_bytes()
    assert len(secret) == 32
    stored = json.dumps(dump(), default=lambda value: value.hex() if isinstance(value, bytes) else str(value))
    assert secret.hex() not in stored
    assert stat.S_IMODE(key_of(session).stat().st_mode) == 0o600


@pytest.mark.django_db(transaction=True)
def test_the_key_is_destroyed_with_the_closing_so_that_old_copies_open_nothing() -> None:
    council = small_council()
    session, (item,) = opened(council)
    cast_ballot(session=session.pk, choices={item.pk: "yes"}, by=council.user(0))
    assert session.box is not None
    assert has_key(session.box)

    close_session(session=session, by=council.secretary, reason="Đã đủ")

    assert not has_key(session.box)
    assert SealedBallot.objects.count() == 0


def test_after_closing_nothing_stored_tells_a_members_choice(council: SmallCouncil) -> None:
    """Each member votes alike twice, in one known way; afterwards every row is searched for what tells them apart."""
    session, items = opened(council, "secret", "secret")
    codes = []
    for number, choice in enumerate(("yes", "no", "abstain", "yes", "no")):
        chosen = dict.fromkeys((item.pk for item in items), choice)
        codes.append(cast_ballot(session=session.pk, choices=chosen, by=council.user(number)).code)
    close_session(session=session, by=council.secretary)

    tables = dump()
    papers = tables["council_ballotpaper"]
    # A paper has a random key, its item and its choice, and nothing else.
    assert {tuple(sorted(row)) for row in papers} == {("choice", "id", "item_id")}
    assert len(papers) == 10
    # No other table holds a paper's key, and none holds a receipt's code.
    keys = {uuid.UUID(str(row["id"])) for row in papers}
    for table, rows in tables.items():
        text = json.dumps(rows, default=str)
        assert [code for code in codes if code in text or code.replace("-", "") in text] == []
        if table != "council_ballotpaper":
            assert [key for key in keys if key.hex in text or str(key) in text] == []
    # The log says of a voter only that they voted.
    told = AuditEntry.objects.filter(action="council.voted").values_list("details", "subject_type")
    assert (len(told), set(told)) == (5, {("{}", "council.session")})
    closing = AuditEntry.objects.get(action="council.session_closed")
    assert set(json.loads(closing.details)) == {"early_reason", "items", "kept_back", "passed", "seal"}
    # Choices of one ballot on two items are not kept together: that both say the same is all that shows.
    assert sorted(row["choice"] for row in papers) == sorted(["yes", "yes", "no", "no", "abstain"] * 2)


def test_the_order_of_papers_and_receipts_does_not_follow_the_order_of_voting(db: None) -> None:
    """Nine members vote in a known order; were rows kept in it, every session would show the same pattern."""
    council = small_council(9)
    choices = ("yes", "yes", "yes", "no", "no", "no", "abstain", "abstain", "abstain")
    orders = set()
    for _ in range(4):
        session, (item,) = opened(council)
        for number, choice in enumerate(choices):
            cast_ballot(session=session.pk, choices={item.pk: choice}, by=council.user(number))
        close_session(session=session, by=council.secretary)
        places = stored_order(BallotPaper, "choice")[-9:]
        orders.add(tuple(places))
        assert sorted(map(str, places)) == sorted(choices)
    # One order in 1,680 is that of voting: four times the same would be no chance.
    assert len(orders) > 1


def test_the_receipts_do_not_lie_in_the_order_of_voting(db: None) -> None:
    council = small_council(9)
    hits = 0
    for _ in range(3):
        session, (item,) = opened(council)
        codes = [
            cast_ballot(session=session.pk, choices={item.pk: "yes"}, by=council.user(number)).code
            for number in range(9)
        ]
        closed = close_session(session=session, by=council.secretary)
        assert all(is_counted(closed, code) for code in codes)
        assert closed.box is not None
        hits += stored_order(CountedReceipt, "receipt_hash")[-9:] == [
            receipt_hash(code, closed.box) for code in codes
        ]
    assert hits < 3


def test_a_recused_members_ballot_is_not_known_by_the_gap_in_it(council: SmallCouncil) -> None:
    session, (first, second) = opened(council, "secret", "secret")
    declare_conflict(item=second, explanation="Em ruột của người được đề nghị", by=council.user(4))
    for number in range(4):
        cast_ballot(session=session.pk, choices={first.pk: "no", second.pk: "yes"}, by=council.user(number))
    cast_ballot(session=session.pk, choices={first.pk: "yes"}, by=council.user(4))
    close_session(session=session, by=council.secretary)

    per_item = {
        pk: sorted(BallotPaper.objects.filter(item=pk).values_list("choice", flat=True))
        for pk in (first.pk, second.pk)
    }
    assert per_item == {first.pk: ["no", "no", "no", "no", "yes"], second.pk: ["yes"] * 4}


def test_a_slipped_in_envelope_is_found_and_nothing_is_counted(council: SmallCouncil) -> None:
    """Somebody who may write to the database copies an envelope over another's."""
    session, (item,) = opened(council)
    for number in range(3):
        cast_ballot(session=session.pk, choices={item.pk: "yes"}, by=council.user(number))
    one, other = itertools.islice(SealedBallot.objects.all(), 2)
    SealedBallot.objects.filter(pk=one.pk).update(sealed=other.sealed)

    with pytest.raises(Refused) as refusal:
        close_session(session=session, by=council.secretary, reason="Đã đủ")

    assert "holds 2 ballots, but 3 members voted here" in str(refusal.value)
    assert (BallotPaper.objects.count(), SealedBallot.objects.count(), Voted.objects.count()) == (0, 3, 3)


def test_an_envelope_sealed_without_the_installations_secret_is_found(council: SmallCouncil) -> None:
    """The public key lies in the database: whoever reads it can seal, but not in the name of the system."""
    session, (item,) = opened(council)
    cast_ballot(session=session.pk, choices={item.pk: "yes"}, by=council.user(0))
    assert session.box is not None
    forged = seal(f"{'0' * 64}|N|{'0' * 64}".encode(), box=session.box, public_key=session.box_key)
    SealedBallot.objects.update(sealed=forged)

    with pytest.raises(Refused) as refusal:
        close_session(session=session, by=council.secretary, reason="Đã đủ")

    assert str(refusal.value).startswith("The ballot box cannot be opened")


def test_a_box_whose_public_key_was_exchanged_takes_no_ballot(council: SmallCouncil) -> None:
    """Whoever writes to the database could put a key of theirs there, read every envelope and seal it anew."""
    session, (item,) = opened(council)
    assert session.box is not None
    _their_box, their_key = new_box()
    Session.objects.filter(pk=session.pk).update(box_key=their_key)

    with pytest.raises(BoxExchanged) as refusal:
        cast_ballot(session=session.pk, choices={item.pk: "yes"}, by=council.user(0))

    assert "your ballot was NOT taken" in str(refusal.value)
    assert (SealedBallot.objects.count(), Voted.objects.count()) == (0, 0)
    told = AuditEntry.objects.get(action="council.refused")
    assert json.loads(told.details)["refusal"] == "BoxExchanged"
    Session.objects.filter(pk=session.pk).update(box_key=session.box_key)
    assert cast_ballot(session=session.pk, choices={item.pk: "yes"}, by=council.user(0)).code != ""


def test_votes_by_name_are_told_of_open_items_only(council: SmallCouncil) -> None:
    """A written vote names its author on the secret item, too: there it stays with the paper."""
    session, (secret, by_ballot) = opened(council, "secret", "ballot")
    for number, choice in enumerate(("yes", "no", "abstain")):
        cast_ballot(
            session=session.pk, choices={secret.pk: choice, by_ballot.pk: choice}, by=council.user(number)
        )
    record_written_vote(
        session=session,
        member=council.seats[4],
        choices={secret.pk: "no", by_ballot.pk: "yes"},
        paper=signed_paper(council.secretary),
        signed_on=timezone.localdate(),
        by=council.secretary,
    )
    assert NamedVote.objects.filter(item=secret, member=council.seats[4], choice="no").exists()

    closed = close_session(session=session, by=council.secretary, reason="Đủ")

    names = [str(seat) for seat in council.seats]
    told = open_votes(closed)
    assert list(told) == [by_ballot.pk]
    assert told[by_ballot.pk].yes == (names[0], f"{names[4]} (in writing)")
    assert (told[by_ballot.pk].no, told[by_ballot.pk].abstained) == ((names[1],), (names[2],))
    lines = {line.ordinal: line.by_name for line in session_paper(closed).nominees}
    assert lines == {secret.ordinal: None, by_ballot.ordinal: told[by_ballot.pk]}


def test_few_secret_votes_are_told_before_the_count(council: SmallCouncil) -> None:
    session, (first, second) = opened(council, "secret", "secret")
    declare_conflict(item=second, explanation="Em ruột", by=council.user(0))
    assert fewest_in_secret(session) == 0
    cast_ballot(session=session.pk, choices={first.pk: "yes"}, by=council.user(0))
    cast_ballot(session=session.pk, choices={first.pk: "yes", second.pk: "no"}, by=council.user(1))
    assert fewest_in_secret(session) == 1
