"""How long it is kept how to reach who spoke about a nominee."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from tests.factories import nominations as make
from tests.factories.nominations import Desk, desk
from thidua.nominations import actions
from thidua.nominations.actions.forget_speakers import forget_speakers, speakers_to_forget
from thidua.nominations.models import Opinion
from thidua.support.audit.models import AuditEntry
from thidua.support.refusals import Refused

CONTACT = "0912 000 111"
ORDER = {"award_code": "labor_order_3", "commendation_type": "merit"}


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel("2026-03-16T02:00:00Z") as traveller:
        yield traveller


@pytest.fixture
def at(db: None, clock: time_machine.Traveller) -> Desk:
    return desk()


def test_a_year_after_the_end_the_contact_is_erased_and_the_opinion_stays(
    at: Desk, clock: time_machine.Traveller
) -> None:
    dossier = make.appraised(
        at, make.nominee("Nông Thị Mùi", **ORDER), route="merit", level="state", movement=None
    )
    row = actions.open_public_consultation(dossier=dossier, by=at.officer)
    said = actions.record_opinion(
        consultation=row, text="Làm tốt.", stance="agrees", sender_name="Lý Văn Dân", contact=CONTACT
    )
    actions.moderate_opinion(opinion=said, publish=True, by=at.officer)
    actions.answer_opinion(opinion=said, answer="Ban ghi nhận.", by=at.officer)
    clock.move_to("2026-04-01T02:00:00Z")
    actions.close_public_consultation(consultation=row, summary="Không có ý kiến khác.", by=at.officer)
    assert speakers_to_forget(timezone.localdate()) == 0
    assert speakers_to_forget(timezone.localdate() + timedelta(days=366)) == 1
    clock.move_to("2027-04-03T02:00:00Z")
    with pytest.raises(Refused):
        forget_speakers(reason=" ", by=None)
    assert forget_speakers(reason="Hết thời hạn lưu", by=at.clerk) == 0
    assert forget_speakers(reason="Hết thời hạn lưu", by=at.officer) == 1
    kept = Opinion.objects.get()
    assert (kept.contact, kept.sender_name, kept.text) == ("", "Lý Văn Dân", "Làm tốt.")
    entry = AuditEntry.objects.get(action="nominations.speaker_forgotten")
    assert ("Hết thời hạn lưu" in entry.details, CONTACT in entry.details) == (True, False)
