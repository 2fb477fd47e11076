"""Returns with all faults at once, and their mending."""

from __future__ import annotations

from datetime import date

import pytest

from tests.factories import nominations as make
from thidua.nominations import actions
from thidua.nominations.actions import FaultFound
from thidua.nominations.content import NomineeLine
from thidua.nominations.enums import FaultCode
from thidua.nominations.models import Dossier
from thidua.nominations.queries import missing_parts
from thidua.support.edits import EditedMeanwhile
from thidua.support.refusals import NotAllowed, Refused


def test_a_return_without_a_fault_is_refused(at):
    dossier = make.received(at)

    with pytest.raises(Refused) as refused:
        actions.return_dossier(dossier=dossier, faults=[], by=at.officer)

    assert list(refused.value.faults) == ["faults"]
    assert Dossier.objects.get(pk=dossier.pk).state == "received"


def test_a_return_names_all_its_faults_each_tied_to_its_field(at):
    dossier = make.received(at)
    row = make.only(dossier)
    actions.return_dossier(
        dossier=dossier,
        faults=[
            FaultFound(field="met_on", code=FaultCode.MINUTES, text="Sửa ngày họp."),
            FaultFound(field="post_then", code=FaultCode.RECIPIENT, text="Ghi đủ chức vụ.", nomination=row),
        ],
        by=at.officer,
    )

    assert [
        (lack.field, lack.nomination, lack.text) for lack in missing_parts(_again(dossier)) if lack.blocks
    ] == [
        ("met_on", None, "Not mended yet: Sửa ngày họp."),
        ("post_then", row.pk, "Not mended yet: Ghi đủ chức vụ."),
    ]


def test_changing_the_field_mends_its_fault_and_the_dossier_goes_back_to_the_same_officer(at):
    dossier = make.returned(at)
    with pytest.raises(Refused) as refused:
        actions.resubmit_dossier(dossier=dossier, declared=True, by=at.clerk)
    assert list(refused.value.faults) == ["met_on"]

    content = make.content(at, met_on=date(2026, 3, 9))
    actions.edit_dossier(dossier=dossier, content=content, version=dossier.version, by=at.clerk)
    dossier = actions.resubmit_dossier(dossier=dossier, declared=True, by=at.clerk)

    assert (dossier.state, dossier.holder, dossier.reception_number) == ("received", at.officer, 1)
    assert dossier.faults.get().mended_by == at.clerk


def test_a_fault_of_a_nominee_is_mended_by_changing_that_nominee(at):
    dossier = make.received(at, make.nominee("Hà Văn A"), make.nominee("Hà Văn B"))
    first, second = dossier.nominations.all()
    faults = [
        FaultFound(field="post_then", code=FaultCode.RECIPIENT, text="Sai chức vụ.", nomination=row)
        for row in (first, second)
    ]
    actions.return_dossier(dossier=dossier, faults=faults, by=at.officer)

    line = NomineeLine.of(first)
    changed = NomineeLine(**{**line.__dict__, "post_then": "Bí thư chi bộ"})
    actions.edit_nomination(nomination=first, line=changed, version=first.version, by=at.clerk)

    assert [fault.nomination.recipient_name for fault in dossier.faults.filter(mended_at=None)] == [
        "Hà Văn B"
    ]


def test_a_new_paper_mends_the_fault_about_that_kind_of_paper(at):
    dossier = make.returned(
        at, FaultFound(field="evidence:minutes", code=FaultCode.MINUTES, text="Thiếu chữ ký.")
    )

    actions.attach_evidence(
        dossier=dossier, kind="minutes", data=make.PICTURE + b"\0", name="bien-ban.png", by=at.clerk
    )

    assert dossier.faults.get().mended_at is not None


def test_the_unit_may_say_itself_that_a_fault_is_mended(at):
    dossier = make.returned(at)
    fault = dossier.faults.get()
    with pytest.raises(NotAllowed):
        actions.mend_fault(fault=fault, by=at.place.other_clerk)

    actions.mend_fault(fault=fault, by=at.clerk)

    assert actions.resubmit_dossier(dossier=dossier, declared=True, by=at.clerk).state == "received"


def test_conclusions_are_open_again_after_a_return(at):
    dossier = make.appraised(at)
    fault = FaultFound(field="met_on", code=FaultCode.MINUTES, text="Sai ngày.")

    actions.return_dossier(dossier=dossier, faults=[fault], by=at.officer)

    assert make.only(dossier).outcome == "pending"


def test_what_lies_with_the_office_is_not_changed_by_the_unit(at):
    dossier = make.received(at)
    row = make.only(dossier)

    with pytest.raises(Refused, match="cannot be changed"):
        actions.edit_nomination(nomination=row, line=make.nominee("Khác"), version=1, by=at.clerk)

    row.refresh_from_db()
    assert row.recipient_name != "Khác"


def test_two_who_edit_one_nominee_do_not_overwrite_each_other(at):
    dossier = make.draft(at, make.nominee("Hà Văn A"))
    row = make.only(dossier)
    actions.edit_nomination(nomination=row, line=make.nominee("Hà Văn B"), version=row.version, by=at.clerk)

    with pytest.raises(EditedMeanwhile) as refused:
        actions.edit_nomination(
            nomination=row, line=make.nominee("Hà Văn C"), version=row.version, by=at.clerk
        )

    assert refused.value.version == 2
    assert make.only(dossier).recipient_name == "Hà Văn B"


def test_a_received_dossier_keeps_its_procedure(at):
    dossier = make.returned(at)

    with pytest.raises(Refused) as refused:
        actions.edit_dossier(
            dossier=dossier, content=make.content(at, level="state"), version=dossier.version, by=at.clerk
        )

    assert list(refused.value.faults) == ["route"]


def _again(dossier: Dossier) -> Dossier:
    return Dossier.objects.get(pk=dossier.pk)
