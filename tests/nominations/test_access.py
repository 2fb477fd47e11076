"""Who reads what: a draft is the unit's own until it is sent in."""

from __future__ import annotations

from datetime import date

import pytest

from tests.factories import nominations as make
from tests.factories.movements import account
from thidua.accounts.roles import AUDITOR, BOARD_OFFICER, CHAIRMAN, UNIT_OFFICER
from thidua.nominations import access, actions
from thidua.orgs.actions import grant_role

TODAY = date(2026, 3, 16)


def readers(at):
    """Return everybody above, beside and in the unit, by what they are."""
    place = at.place
    return {
        "clerk": at.clerk,
        "chairman of the commune": account(CHAIRMAN.code, place.de_tham),
        "other clerk": place.other_clerk,
        "officer": at.officer,
        "leader": at.leader,
        "chairman": place.chairman,
        "auditor": account(AUDITOR.code, place.province),
    }


def who_reads(people, dossier):
    """Return who may read `dossier`, after both ways to ask have agreed."""
    one = {name for name, user in people.items() if access.may_see(user, dossier)}
    many = {
        name for name, user in people.items() if access.visible_to(user, TODAY).filter(pk=dossier.pk).exists()
    }
    assert one == many
    return one


OWN = {"clerk", "chairman of the commune"}
ABOVE = {"officer", "leader", "chairman", "auditor"}


def test_a_draft_is_read_by_the_unit_alone_and_by_the_office_once_it_is_sent(at):
    people, dossier = readers(at), make.complete(at)
    assert who_reads(people, dossier) == OWN

    sent = actions.submit_dossier(dossier=dossier, declared=True, by=at.clerk)

    assert who_reads(people, sent) == OWN | ABOVE


def test_a_recalled_dossier_is_the_units_own_again_and_stays_so_when_it_is_thrown_away(at):
    people = readers(at)
    back = actions.recall_dossier(dossier=make.submitted(at), by=at.clerk)
    assert who_reads(people, back) == OWN

    gone = actions.discard_dossier(dossier=back, by=at.clerk)

    assert who_reads(people, gone) == OWN
    assert list(access.in_appraisal_of(at.officer, TODAY)) == []


def test_a_returned_dossier_stays_open_to_the_office(at):
    people, dossier = readers(at), make.returned(at)
    assert who_reads(people, dossier) == OWN | ABOVE


def test_who_also_appraises_does_not_read_the_drafts_of_units_below(at):
    both = account(UNIT_OFFICER.code, at.place.province)
    dossier = make.draft(at)
    assert who_reads({"both": both}, dossier) == {"both"}

    grant_role(user=both, role=BOARD_OFFICER.code, unit=at.place.province, by=None)
    assert who_reads({"both": both}, dossier) == set()


@pytest.mark.parametrize("level", ["unit", "commune"])
def test_what_the_commune_decides_itself_is_its_own_while_it_is_written(at, level):
    people, dossier = readers(at), make.draft(at, level=level)
    assert dossier.deciding_unit == at.place.de_tham
    assert who_reads(people, dossier) == OWN
