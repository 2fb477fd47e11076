"""A run through the register: begun once, told of, and begun again after a kill."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.factories.movements import SmallProvince, account
from tests.registry.identities.test_candidates import BARE, THU, book
from thidua.accounts.roles import UNIT_OFFICER
from thidua.registry.actions import find_identities, start_identity_search, tell_identity_search
from thidua.registry.enums import SearchState, SearchStep
from thidua.registry.identities import candidates
from thidua.registry.models import IdentityCandidate, IdentitySearch
from thidua.support.audit.models import AuditEntry
from thidua.support.refusals import NotAllowed, Refused


def test_a_run_says_what_it_looked_at_and_found(place: SmallProvince) -> None:
    book(place, THU)
    book(place, BARE, year=2016)
    find_identities(by=place.officer)
    [row] = IdentitySearch.objects.all()
    assert (row.state, row.step) == (SearchState.DONE, SearchStep.STORING)
    assert (row.persons, row.awards, row.waiting, row.new) == (0, 2, 1, 1)
    assert (row.started_by, row.at_least) == (place.officer, 0.3)
    assert row.finished_at is not None
    entry = AuditEntry.objects.get(action="registry.identities_sought")
    assert (entry.subject_type, entry.subject_id) == ("registry.identitysearch", str(row.pk))


def test_a_second_run_waits_for_the_first(place: SmallProvince) -> None:
    first = start_identity_search(by=place.officer)
    with pytest.raises(Refused, match="Another search for identities is under way"):
        start_identity_search(by=place.officer)
    find_identities(by=place.officer, search=first)
    assert start_identity_search(by=place.officer).pk != first.pk


def test_a_killed_run_is_taken_for_broken_off_and_stores_nothing_any_more(place: SmallProvince) -> None:
    book(place, THU)
    book(place, BARE, year=2016)
    dead = start_identity_search(by=place.officer)
    IdentitySearch.objects.update(alive_at=timezone.now() - timedelta(minutes=4))
    alive = start_identity_search(by=place.officer)
    dead.refresh_from_db()
    assert (dead.state, alive.state) == (SearchState.FAILED, SearchState.RUNNING)
    assert tell_identity_search(search=dead) is False
    with pytest.raises(Refused, match="fell silent for too long"):
        find_identities(by=place.officer, search=dead)
    assert IdentityCandidate.objects.count() == 0
    assert find_identities(by=place.officer, search=alive).new == 1


def test_a_run_that_fails_is_told_as_broken_off(
    place: SmallProvince, monkeypatch: pytest.MonkeyPatch
) -> None:
    book(place, THU)
    book(place, BARE, year=2016)

    def breaks(*_given: object, **_named: object) -> None:
        raise MemoryError

    with monkeypatch.context() as patched:
        patched.setattr(candidates, "linked_pairs", breaks)
        with pytest.raises(MemoryError):
            find_identities(by=place.officer)
    [row] = IdentitySearch.objects.all()
    assert (row.state, row.fault) == (SearchState.FAILED, "")
    assert find_identities(by=place.officer).new == 1


def test_only_officers_who_keep_awards_begin_a_run(place: SmallProvince) -> None:
    stranger = account(UNIT_OFFICER.code, place.de_tham)
    with pytest.raises(NotAllowed):
        start_identity_search(by=stranger)
    assert IdentitySearch.objects.count() == 0
