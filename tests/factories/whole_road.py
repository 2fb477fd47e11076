"""One thing of each kind on the road from a nomination to a certificate, all in one small province."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from tests.factories import books, decisions, histories, prizes, records, role_models
from tests.factories import council as councils
from tests.factories.contest_road import before_the_jury
from tests.factories.movements import SmallProvince, account
from thidua.accounts.models import User
from thidua.accounts.roles import ADMINISTRATOR, AUDITOR, EDITOR, ROLES
from thidua.council.enums import InterestKind
from thidua.council.models import CouncilRegulation, InterestDeclaration, Recusal, Session
from thidua.decisions.models import (
    Certificate,
    DocumentTemplate,
    ExternalResult,
    FundEntry,
    PrintBatch,
    PrintPart,
)
from thidua.movements.models import RoleModel
from thidua.nominations.enums import EvidenceKind
from thidua.nominations.models import (
    AgencyConsultation,
    DossierMove,
    Evidence,
    Opinion,
    PublicConsultation,
    ReturnedFault,
    Suspension,
)
from thidua.orgs.actions import add_position, create_person, enter_personal_data
from thidua.orgs.models import RoleAssignment
from thidua.registry.models import Conferral, HistoryImport, RegisterExport, SavedSearch
from thidua.support.files.actions import store_file
from thidua.support.files.models import StoredFile
from thidua.support.notices.enums import Channel, NoticeKind, NoticeState
from thidua.support.notices.models import Notice

Args = dict[str, int | str]
Named = dict[str, Args]


@dataclass(frozen=True)
class Road:
    """Its people, and what each address names: by area («nominations»), by the words of the address or its name."""

    insiders: dict[str, tuple[User, ...]]  # area → those who may, one or the other
    stranger: User  # holds every role of an office, on a neighbouring commune
    editor: User
    auditor: User
    technician: User
    named: dict[str, Named]


def whole_road() -> Road:
    """Return a new road."""
    of = decisions.office()
    council = councils.small_council(3, of.place)
    place = of.place
    paper = store_file(data=b"%PDF-1.7 minh chung", name="minh-chung.pdf", by=place.clerk)
    desk = _at_the_desk(of, paper)
    subject = role_models.verified(place, photos=[role_models.shown()])
    role_models.published(place, subject, photos=[role_models.shown(place.officer)])
    staff = (place.officer, of.leader, of.chairman)
    judged = prizes.revealed(of)
    juror, contests = before_the_jury(of, judged)
    told, mail = (
        _notice(place.officer, channel, place.province.pk) for channel in (Channel.IN_APP, Channel.EMAIL)
    )
    return Road(
        insiders={
            "nominations": (place.clerk,),
            "appraisal": (place.officer,),
            "council": (council.secretary, council.user(1)),
            "signing": staff,
            "certificates": staff,
            "notices": (place.officer,),
            "records": (place.officer,),
            "register": (place.officer,),
            "privacy": (place.officer,),
            "books": (place.officer,),
            "role_models": (place.officer, place.clerk),
            "contests": (place.officer, juror),
        },
        stranger=_with_every_role(place.hung_son),
        editor=account(EDITOR.code, place.province, "Vi Thị Biên"),
        auditor=account(AUDITOR.code, place.province, "Bế Văn Thanh"),
        technician=account(ADMINISTRATOR.code, place.province, "Hứa Thị Máy"),
        named={
            "nominations": desk | {"nominate-role-model": {"pk": subject.pk}},
            "appraisal": desk,
            "council": _in_session(council, paper),
            "signing": _on_the_way_to_signature(of, paper) | {"propose-prizes": {"edition": judged.pk}},
            "certificates": _handed_out(of),
            "notices": {"notice": {"pk": told.pk}, "outbox-mail": {"pk": mail.pk}},
            "records": _in_the_register(place),
            "register": _taken_out(of, paper),
            "privacy": _of_a_person(place),
            "books": _in_an_old_book(place),
            "role_models": _told_of(subject),
            "contests": contests,
        },
    )


def _told_of(subject: RoleModel) -> Named:
    """Return a proposal, the role model it became, and a photo of each."""
    one, desk = {"pk": subject.proposal.pk}, {"pk": subject.pk}
    sent, told = subject.proposal.photos.get(), subject.story.photos.get()
    at_the_desk = (
        *("role-model-desk", "record-role-model-consent", "write-role-model-story"),
        "invite-to-nominate",
    )
    public = ("publish-role-model-story", "confirm-role-model-story", "take-role-model-story-down")
    return {
        "pk": one,
        "proposed-photo": one | {"photo": sent.pk, "size": "small"},
        "story-photo": desk | {"photo": told.pk, "size": "small"},
        **dict.fromkeys((*at_the_desk, *public), desk),
    }


def _in_an_old_book(place: SmallProvince) -> Named:
    """Return a book that waits to be confirmed, and its one row of an award."""
    book = books.taken(books.pasted([books.row(1, "Hoàng Văn Sổ Cũ")]), place.province, place.officer)
    one = {"pk": book.pk, "row": book.rows.get(verdict="new").ordinal}
    return {"pk": {"pk": book.pk}, "pk,row": one, "pk,row,field": one | {"field": "name"}}


def _at_the_desk(of: decisions.Office, paper: StoredFile) -> Named:
    today, now = timezone.localdate(), timezone.now()
    dossier = councils.dossier(
        of.place,
        state="received",
        holder=of.officer,
        received_on=today,
        reception_number=1,
        submitted_at=now,
    )
    row, other = (councils.nomination(dossier, outcome="pending") for _one in range(2))
    evidence = Evidence.objects.create(dossier=dossier, kind=EvidenceKind.LETTER, file=paper)
    move = DossierMove.objects.create(
        dossier=dossier, ordinal=1, verb="return", source="received", target="returned", at=now
    )
    fault = ReturnedFault.objects.create(
        dossier=dossier, move=move, ordinal=1, field="met_on", code="minutes", text="Sửa ngày họp."
    )
    stop = Suspension.objects.create(
        dossier=dossier, nomination=other, cause="inspection", reason="Thanh tra", since=now
    )
    agency = AgencyConsultation.objects.create(
        dossier=dossier, agency="tax", agency_name="Thuế tỉnh", asked_on=today, due_on=today, file=paper,
        answer="agrees", answered_on=today,
    )  # fmt: skip
    public = PublicConsultation.objects.create(
        dossier=dossier, opened_on=today, closes_on=today + timedelta(days=20), where="Cổng thông tin"
    )
    opinion = Opinion.objects.create(consultation=public, text="Xứng đáng.", received_at=now)
    code: Args = {"code": dossier.code}
    of_row = code | {"pk": row.pk}
    return {
        "": code,
        "pk": of_row,
        "part": of_row | {"part": "thanh-tich"},
        "other": of_row | {"other": other.pk},
        **_each(code | {"pk": evidence.pk}, "dossier-paper", "retitle-paper", "withdraw-paper"),
        **_each(code | {"pk": evidence.pk}, "appraisal-paper", "appraisal-paper-shown"),
        **_each(code | {"pk": fault.pk}, "fault-mended"),
        **_each(code | {"pk": stop.pk}, "lift-suspension"),
        **_each(code | {"pk": agency.pk}, "agency-answer", "agency-answer-file"),
        **_each(code | {"pk": public.pk}, "public-evidence", "close-public", "record-opinion"),
        **_each(code | {"pk": opinion.pk}, "moderate-opinion", "answer-opinion"),
    }


def _of_a_person(place: SmallProvince) -> Named:
    person = create_person(full_name="Lương Thị Bình", by=None)
    add_position(person=person, title="Trưởng thôn", unit=place.de_tham, by=None)
    enter_personal_data(
        person=person, citizen_id="020168000012", birth_date=date(1968, 8, 15), seen=0, by=place.officer
    )
    return {"pk": {"pk": person.pk}, "code": {"code": "pm_certificate_of_merit"}}


def _in_session(council: councils.SmallCouncil, paper: StoredFile) -> Named:
    now = timezone.now()
    session, (item, by_hand) = councils.opened(council, "secret", "show")
    shown = Evidence.objects.create(
        dossier=item.nomination.dossier, nomination=item.nomination, kind=EvidenceKind.REPORT, file=paper
    )
    recusal = Recusal.objects.create(
        item=by_hand, member=council.seats[2], ground="own_statement", state="in_force", found_at=now
    )
    Session.objects.filter(pk=session.pk).update(minutes_file=paper, tally_file=paper, signed_minutes=paper)
    regulation = CouncilRegulation.objects.create(
        unit=council.unit, title="Quy chế", number="01/QĐ-HĐ", issued_on=date(2020, 1, 1), since=date(2020, 1, 1),
        recorded_at=now,
    )  # fmt: skip
    chair = council.seats[0]
    tie = InterestDeclaration.objects.create(
        member=chair, kind=InterestKind.OTHER, unit=council.place.de_tham, relation="cổ đông", declared_at=now
    )
    at: Args = {"pk": session.pk}
    return {
        "pk": at,
        "item": at | {"item": item.pk},
        **_each(at | {"item": by_hand.pk}, "council-hands"),
        "evidence": at | {"item": item.pk, "evidence": shown.pk},
        "recusal": at | {"recusal": recusal.pk},
        **_each({"pk": chair.pk}, "end-council-term", "council-interest"),
        "tie": {"pk": chair.pk, "tie": tie.pk},
        "withdraw-council-regulation": {"pk": regulation.pk},
    }


def _on_the_way_to_signature(of: decisions.Office, paper: StoredFile) -> Named:
    today, now, province = timezone.localdate(), timezone.now(), of.place.province
    sent, waiting, draft, signed = (
        make(of) for make in (decisions.proposal, decisions.waiting, decisions.draft, decisions.signed)
    )
    result = ExternalResult.objects.create(
        submission=sent,
        authority="Thủ tướng",
        number="1/QĐ-TTg",
        decided_on=today,
        file=paper,
        recorded_at=now,
    )
    template = DocumentTemplate.objects.create(
        unit=province, kind="decision", file=paper, put_at=now, active=False
    )
    entry = FundEntry.objects.create(
        unit=province,
        year=today.year,
        kind="allocation",
        amount=1_000_000,
        on=today,
        grounds="Cấp",
        entered_at=now,
    )
    letter: Args = {"pk": sent.pk}
    return {
        "pk": {"pk": draft.pk},
        **_each({"pk": waiting.pk}, "sign-decision", "return-decision"),
        **_each({"pk": signed.pk}, "decision-signature", "publish-decision"),
        "kind,pk": {"kind": "decision", "pk": template.pk},
        "decision-file": {"pk": signed.pk, "kind": "quyet-dinh"},
        "line": {"pk": draft.pk, "line": draft.lines.get().pk},
        **_each(
            letter, "submission", "submission-file", "draft-decision", "send-back-submission", "record-result"
        ),
        "result": letter | {"result": result.pk},
        "unit": {"unit": province.pk},
        "correct-entry": {"pk": entry.pk},
    }


def _handed_out(of: decisions.Office) -> Named:
    signed = decisions.printed(of)
    return {
        "pk": {"pk": signed.pk},
        "code": {"code": Certificate.objects.get(line__decision=signed).code},
        "print-batch": {"pk": PrintBatch.objects.get(decision=signed).pk},
        "print-part": {"pk": PrintPart.objects.get(batch__decision=signed).pk},
    }


def _in_the_register(place: SmallProvince) -> Named:
    person = councils.worker(place, "Lương Thị Bình", place.de_tham)
    taken = HistoryImport.objects.create(
        content="grades", title="xep-loai.xlsx", sha256="0" * 64, kept_by=place.province, row_count=1,
        imported_by=place.officer,
    )  # fmt: skip
    kept = {
        "grades": histories.grade(place, person, 2025),
        "initiatives": histories.initiative(place, person, 2025),
        "discipline": histories.discipline(place, person, date(2025, 1, 1)),
        "matters": histories.matter(place, person, date(2025, 1, 1)),
        "awards": records.conferral(place),
    }
    verbs = ("page", "edit", "remove", "lines", "link", "conclude")
    return {
        **{f"{kind}-{verb}": {"pk": one.pk} for kind, one in kept.items() for verb in verbs},
        "unit-traits": {"pk": place.province.pk},
        **_each({"pk": taken.pk}, "history-import", "undo-history-import"),
    }


def _taken_out(of: decisions.Office, paper: StoredFile) -> Named:
    place = of.place
    person = councils.worker(place, "Vi Thị Cúc", place.de_tham)
    award = histories.award(place, person, "advanced_worker", 2024, date(2025, 1, 5))
    Conferral.objects.filter(pk=award.conferral_id).update(decision_file=paper)
    now = timezone.now()
    kept = SavedSearch.objects.create(owner=place.officer, name="Tìm", address="q=cuc", created_at=now)
    made = RegisterExport.objects.create(
        owner=place.officer, form="csv", state="done", total=1, started_at=now, finished_at=now
    )
    return {
        "person-history": {"pk": person.pk},
        "household-history": {"pk": records.household(place).pk},
        "unit-history": {"pk": place.province.pk},
        "register-award": {"pk": award.pk},
        "register-decision-file": {"pk": award.conferral_id},
        **_each({"pk": kept.pk}, "rename-search", "remove-search", "restore-search"),
        **_each({"pk": made.pk}, "register-export", "download-export", "remove-export"),
    }


def _each(args: Args, *names: str) -> Named:
    return dict.fromkeys(names, args)


def _notice(user: User, channel: str, office: int) -> Notice:
    return Notice.objects.create(
        user=user, channel=channel, key=f"road/{channel}", kind=NoticeKind.DOSSIER, subject="Hồ sơ", text="Hồ sơ",
        state=NoticeState.READY, address="don-vi@example.vn", office=office, created_at=timezone.now(),
        due_at=timezone.now(),
    )  # fmt: skip


def _with_every_role(unit: Any) -> User:
    codes = [code for code in ROLES if code != ADMINISTRATOR.code]
    user = account(codes[0], unit, "Kẻ Lạ")
    first = RoleAssignment.objects.get(user=user)
    for code in codes[1:]:
        RoleAssignment.objects.create(user=user, unit=unit, role=code, valid_from=first.valid_from)
    return User.objects.get(pk=user.pk)
