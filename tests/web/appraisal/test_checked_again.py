"""What an officer is shown of decisions: what findings come to with them, and what became of them after mending."""

from __future__ import annotations

from tests.factories import nominations as make
from tests.web.reading import elements, faults, main_text, texts
from thidua.nominations import actions
from thidua.nominations.actions import ConcludedMeanwhile, Conclusion
from thidua.nominations.enums import FaultCode
from thidua.nominations.stored_findings import MET, leaves
from thidua.web.workspace.appraisal.views import many

ALL = "/lam-viec/ho-so-khen-thuong"
FIGHTER = "provincial_emulation_fighter"
ENGINE, RULED = "chưa đạt theo quy định", "đạt theo thẩm định"


def fighter(at):
    """Return a dossier about a fighter in appraisal, checked by the law."""
    line = make.nominee("Nông Văn Chiến", award_code=FIGHTER, commendation_type="merit")
    dossier = make.received(at, line, route="merit", movement=None)
    [stored] = actions.store_appraisals(dossier=dossier, by=at.officer)
    return dossier, stored


def overruled(at, stored):
    """See every condition as fulfilled."""
    for one in {leaf.key: leaf for leaf in leaves(stored.result)}.values():
        if one.verdict != MET:
            actions.decide_finding(
                appraisal=stored, finding=one.key, holds=True, reason="Có bản giấy.", by=at.officer
            )


def test_what_the_findings_come_to_with_decisions_stands_beside_the_check(at, as_):
    dossier, stored = fighter(at)
    client = as_(at.officer)
    pages = (f"{ALL}/{dossier.code}", f"{ALL}/{dossier.code}/doi-tuong/{make.only(dossier).pk}")
    before = [main_text(client.get(page)) for page in pages]
    overruled(at, stored)
    after = [main_text(client.get(page)) for page in pages]
    assert [(ENGINE in text, RULED in text) for text in before] == [(True, False)] * 2
    assert [(ENGINE in text, RULED in text) for text in after] == [(True, True)] * 2


def test_after_mending_the_page_tells_what_stands_and_what_is_to_be_decided_again(at, as_, clock):
    dossier, stored = fighter(at)
    overruled(at, stored)
    fault = actions.FaultFound(field="report", code=FaultCode.REPORT, text="Ghi số liệu.")
    actions.return_dossier(dossier=dossier, faults=[fault], by=at.officer)
    clock.shift(3600)
    data = make.PICTURE + b"\0"
    actions.attach_evidence(dossier=dossier, kind="other", data=data, name="anh.png", by=at.clerk)
    actions.mend_fault(fault=dossier.faults.get(), by=at.clerk)
    actions.resubmit_dossier(dossier=dossier, declared=True, by=at.clerk)
    client = as_(at.officer)
    count = stored.decisions.count()
    overview = main_text(client.get(f"{ALL}/{dossier.code}"))
    nominee = client.get(f"{ALL}/{dossier.code}/doi-tuong/{make.only(dossier).pk}")
    assert "Đơn vị gửi lại hồ sơ lúc 10:00 16/03/2026" in overview
    assert f"{count} ý kiến thẩm định trước đó không được giữ lại" in overview
    assert RULED not in overview
    assert main_text(nominee).count("Trước khi thay đổi:") == count
    assert "Có bản giấy." not in texts(nominee, "textarea")


def test_a_dossier_is_not_archived_while_somebody_may_still_be_commended(at, as_):
    eligible = make.appraised(at)
    nobody = make.concluded(at, make.received(at), eligible=False)
    client = as_(at.officer)
    offered = [
        "Lưu hồ sơ" in texts(client.get(f"{ALL}/{one.code}"), "a", class_="button button--secondary")
        for one in (eligible, nobody)
    ]
    assert offered == [False, True]
    sent = client.post(f"{ALL}/{eligible.code}/luu", follow=True)
    assert "Còn 1 đối tượng chưa được bỏ phiếu hoặc quyết định" in main_text(sent)
    eligible.refresh_from_db()
    assert eligible.state == "appraised"


def test_two_officers_at_one_instant_do_not_write_over_each_other(at):
    dossier = make.received(at, make.nominee("Hà Văn A"), make.nominee("Hà Văn B"))
    first = dossier.nominations.order_by("ordinal")[0]

    def conclude(reason, by, version):
        said = {first.pk: Conclusion(False, reason, version=version)}
        return actions.conclude_appraisal(dossier=dossier, conclusions=said, by=by)

    conclude("Thiếu sáng kiến.", at.officer, first.version)
    try:
        conclude("Không đúng đối tượng.", at.leader, first.version)
    except ConcludedMeanwhile as refused:
        told, versions = refused.faults, refused.versions
    first.refresh_from_db()
    assert "Thiếu sáng kiến." in str(told[f"nomination-{first.pk}"][0])
    assert (first.outcome_reason, versions) == ("Thiếu sáng kiến.", {first.pk: first.version})
    conclude("Không đúng đối tượng.", at.leader, versions[first.pk])
    first.refresh_from_db()
    assert first.outcome_reason == "Không đúng đối tượng."


def test_more_dossiers_than_are_taken_at_once_are_told(at, as_, monkeypatch):
    monkeypatch.setattr(many, "_MOST", 2)
    for _number in range(3):
        make.submitted(at)
    sent = {"viec": "tiep-nhan", "nhieu-everything": "on"}
    page = as_(at.officer).post(f"{ALL}/hang-loat", sent)
    assert len(elements(page, "input", name_="ho-so")) == 2
    assert "Mỗi lần xử lý nhiều nhất 2 hồ sơ; còn 1 hồ sơ khác" in main_text(page)
    assert faults(page) == []
