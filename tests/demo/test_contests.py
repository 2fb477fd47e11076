"""The invented contests of the demonstration: one takes entries, one lies before its jury, one is over."""

from __future__ import annotations

from django.utils import timezone

from tests.factories.movements import account, small_province
from thidua.accounts.roles import BOARD_LEADER, BOARD_OFFICER, CHAIRMAN
from thidua.contests.enums import EditionStage
from thidua.contests.models import Edition, Entry
from thidua.contests.queries.progress import progress_of
from thidua.contests.queries.rounds import open_round_of
from thidua.contests.queries.stages import stage_of, with_stage_parts
from thidua.decisions.queries import prize_decision
from thidua.demo.illustration.contests import invent_contests
from thidua.demo.reported.statement import Statement
from thidua.demo.sign_ins import PROVINCE
from thidua.orgs.models import Unit
from thidua.support.provenance import Provenance


def test_one_contest_takes_entries_one_is_being_judged_and_one_has_its_decision(db: None) -> None:
    place = small_province()
    Unit.objects.filter(pk=place.province.pk).update(key=PROVINCE)
    leader = account(BOARD_LEADER.code, place.province, "Nông Thị Trưởng")
    users = {BOARD_OFFICER.code: place.officer, BOARD_LEADER.code: leader, CHAIRMAN.code: place.chairman}
    statement = Statement({}, {"province": place.province}, users)

    invent_contests(statement)

    stages = {stage_of(one) for one in with_stage_parts(Edition.objects.all())}
    assert stages == {EditionStage.OPEN, EditionStage.JUDGING, EditionStage.PUBLISHED}
    over = Edition.objects.get(rules__results_published_at__isnull=False)
    assert prize_decision(over) is not None
    judged = Edition.objects.get(rounds__opened_at__isnull=False, rounds__closed_at__isnull=True)
    progress = {
        one.juror.user.username: (one.done, one.assigned)
        for one in progress_of(judged, open_round_of(judged))
    }
    assert progress == {"giam-khao": (0, 5), "giam-khao-2": (5, 5), "giam-khao-3": (5, 5)}
    assert set(Entry.objects.values_list("provenance", flat=True)) == {Provenance.ILLUSTRATIVE}
    assert not Entry.objects.filter(received_at__gt=timezone.now()).exists()
    subjects = {one.competition.slug: one.rules.text.splitlines()[0] for one in Edition.objects.all()}
    assert "về lễ hội" in subjects["le-hoi-xu-lang"]
    assert "về xây dựng nông thôn mới" in subjects["nong-thon-moi-xu-lang"]
