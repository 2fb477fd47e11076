"""Asking agencies and the public."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils import translation

from tests.factories import nominations as make
from thidua.nominations import actions
from thidua.nominations.actions import AgencyAsked
from thidua.nominations.models import Opinion
from thidua.nominations.queries import evidence_sheet, open_to_the_public, opinions_waiting, publicity_owed
from thidua.nominations.queries.consultations import OpinionsWaiting
from thidua.support.refusals import NotAllowed, Refused
from thidua.web.workspace.appraisal.work import work_of

TAX = AgencyAsked("tax", "Thuế tỉnh Lạng Sơn", "Nghĩa vụ thuế năm 2025")
POLICE = AgencyAsked("police", "Công an tỉnh")
ORDER = {"award_code": "labor_order_3", "commendation_type": "merit"}


def test_an_agency_has_ten_working_days_to_answer(at):
    dossier = make.appraised(at)

    [asked] = actions.ask_agencies(dossier=dossier, agencies=[TAX], by=at.officer)

    dossier.refresh_from_db()
    assert (asked.due_on, dossier.state, dossier.due_on) == (
        date(2026, 3, 30),
        "agency_consultation",
        date(2026, 3, 30),
    )


def test_asking_twice_is_one_question_and_another_agency_joins(at):
    dossier = make.appraised(at)
    [first] = actions.ask_agencies(dossier=dossier, agencies=[TAX], by=at.officer)

    assert actions.ask_agencies(dossier=dossier, agencies=[TAX, POLICE], by=at.officer)[0] == first
    assert dossier.agency_consultations.count() == 2
    assert dossier.moves.filter(verb="ask_agencies").count() == 1


def test_silence_is_consent_only_once_the_time_is_over(at, clock):
    dossier = make.appraised(at)
    actions.ask_agencies(dossier=dossier, agencies=[TAX], by=at.officer)
    clock.move_to("2026-03-30T02:00:00Z")
    with pytest.raises(Refused, match="30/03/2026"):
        actions.take_silence_as_consent(dossier=dossier, by=at.officer)
    with pytest.raises(Refused, match="still to answer"):
        actions.send_to_council(dossier=dossier, by=at.officer)

    clock.move_to("2026-03-31T02:00:00Z")
    [silent] = actions.take_silence_as_consent(dossier=dossier, by=at.officer)

    assert silent.answer == "silent"
    assert actions.take_silence_as_consent(dossier=dossier, by=at.officer) == []
    assert actions.send_to_council(dossier=dossier, by=at.officer).state == "council"


def test_an_objection_needs_its_words(at):
    dossier = make.appraised(at)
    [asked] = actions.ask_agencies(dossier=dossier, agencies=[TAX], by=at.officer)
    answered = {"consultation": asked, "agrees": False, "answered_on": date(2026, 3, 16), "by": at.officer}
    with pytest.raises(Refused) as refused:
        actions.record_agency_answer(**answered)
    assert list(refused.value.faults) == ["text"]

    assert actions.record_agency_answer(**answered, text="Còn nợ thuế.").answer == "objects"


def test_an_order_goes_to_the_council_only_after_ten_working_days_before_the_public(at, clock):
    dossier = make.appraised(at, make.nominee(**ORDER), route="merit", level="state", movement=None)
    assert publicity_owed(dossier) is not None
    with pytest.raises(Refused, match="asks to publish"):
        actions.send_to_council(dossier=dossier, by=at.officer)

    consultation = actions.open_public_consultation(
        dossier=dossier, by=at.officer, where="Cổng thông tin tỉnh"
    )
    assert (consultation.closes_on, consultation.is_duty) == (date(2026, 3, 30), True)
    with pytest.raises(Refused, match="30/03/2026"):
        actions.close_public_consultation(
            consultation=consultation, summary="Không có ý kiến.", by=at.officer
        )

    clock.move_to("2026-03-31T02:00:00Z")
    actions.close_public_consultation(consultation=consultation, summary="Không có ý kiến.", by=at.officer)
    assert actions.send_to_council(dossier=dossier, by=at.officer).state == "council"


def test_a_certificate_of_the_province_owes_no_publication(at):
    assert publicity_owed(make.appraised(at)) is None


def test_a_consultation_closes_only_when_every_opinion_was_read_and_answered(at, clock):
    consultation = _opened(at)
    opinion = actions.record_opinion(
        consultation=consultation, text="Tôi đồng ý.", sender_name="Lý Văn Dân", contact="0912 000 000"
    )
    clock.move_to("2026-04-01T02:00:00Z")
    close = {"consultation": consultation, "summary": "Một ý kiến.", "by": at.officer}
    with pytest.raises(Refused, match="1 opinions wait for moderation, 1 for an answer"):
        actions.close_public_consultation(**close)

    actions.moderate_opinion(opinion=opinion, publish=True, by=at.officer)
    actions.answer_opinion(opinion=opinion, answer="Ban đã ghi nhận.", by=at.officer)

    assert actions.close_public_consultation(**close).closed_at is not None


def test_the_evidence_sheet_hides_names_that_may_not_be_shown(at):
    consultation = _opened(at)
    for name, shown in (("Lý Văn Dân", False), ("Hứa Thị Minh", True)):
        opinion = actions.record_opinion(
            consultation=consultation, text=f"Ý kiến của {name[:2]}", sender_name=name, show_name=shown
        )
        actions.moderate_opinion(opinion=opinion, publish=True, by=at.officer)
    insult = actions.record_opinion(consultation=consultation, text="…", stance="against")
    actions.moderate_opinion(opinion=insult, publish=False, reason="Xúc phạm.", by=at.officer)

    sheet = evidence_sheet(consultation)

    assert sheet.opinions == (("", "Ý kiến của Lý"), ("Hứa Thị Minh", "Ý kiến của Hứ"))
    assert (sheet.received, sheet.published, sheet.kept_back, sheet.objections) == (3, 2, 1, 1)


def test_nobody_speaks_after_the_last_day(at, clock):
    consultation = _opened(at)
    clock.move_to("2026-03-31T02:00:00Z")

    with pytest.raises(Refused, match="over"):
        actions.record_opinion(consultation=consultation, text="Muộn.")
    assert list(open_to_the_public(date(2026, 3, 31))) == []
    assert list(open_to_the_public(date(2026, 3, 30))) == [consultation]


@pytest.mark.parametrize("who", ["clerk", "stranger"])
def test_units_keep_no_consultations(at, who):
    opinion = actions.record_opinion(consultation=_opened(at), text="Tôi phản đối.", stance="against")
    user = at.clerk if who == "clerk" else at.place.other_clerk

    with pytest.raises(NotAllowed):
        actions.moderate_opinion(opinion=opinion, publish=False, reason="Không thích.", by=user)

    assert Opinion.objects.get().state == "waiting"


def _opened(at):
    dossier = make.appraised(at, make.nominee(**ORDER), route="merit", level="state", movement=None)
    return actions.open_public_consultation(dossier=dossier, by=at.officer)


def test_opinions_that_wait_are_told_to_who_consults_until_they_were_read(at):
    consultation = _opened(at)
    assert opinions_waiting(at.officer, date(2026, 3, 20)) == []
    opinion = actions.record_opinion(consultation=consultation, text="Tôi đồng ý.")
    code = consultation.dossier.code
    waits = [OpinionsWaiting(code, 1, consultation.closes_on)]
    assert opinions_waiting(at.officer, date(2026, 3, 20)) == waits
    with translation.override("vi"):
        told = [(one.title, one.due) for one in work_of(at.officer) if one.url.endswith("/lay-y-kien")]
    assert told == [(f"1 ý kiến về {code} chờ kiểm duyệt", consultation.closes_on)]
    assert opinions_waiting(at.clerk, date(2026, 3, 20)) == []
    actions.moderate_opinion(opinion=opinion, publish=True, by=at.officer)
    assert opinions_waiting(at.officer, date(2026, 3, 20)) == []
