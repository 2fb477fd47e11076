"""A large office: 50,000 dossiers in its lists, and 500 nominees checked against a register of 200,000 awards.

The rows are written in bulk, past the actions, because only reading is measured; `thidua simulate-year` drives
the actions.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from django.utils import timezone

from thidua.accounts.models import User
from thidua.config.bench.measurement import Measurement, median_ms
from thidua.config.bench.pages import page
from thidua.config.bench.throwaway import gather_statistics
from thidua.core.vietnamese.fold import fold
from thidua.core.vietnamese.names import sort_key
from thidua.nominations.content import NomineeLine
from thidua.nominations.enums import DossierState, Level, Outcome, Route
from thidua.nominations.models import Dossier, Nomination
from thidua.nominations.queries import check_list
from thidua.orgs.actions import create_unit
from thidua.orgs.drafts import UnitDraft
from thidua.orgs.enums import Hierarchy, UnitKind
from thidua.orgs.models import Person, Unit
from thidua.registry.actions.recipient_names import store_awards
from thidua.registry.enums import CommendationType, RecipientKind
from thidua.registry.models import Award, Conferral
from thidua.support.provenance import Provenance

DOSSIERS: Final = 50_000
WITH_OFFICE: Final = 5_000  # of them; the others are archived
PERSONS: Final = 20_000
YEARS: Final = 10
NOMINEES: Final = 500
COMMUNES: Final = 65
BATCH: Final = 5_000
CERTIFICATE: Final = "provincial_certificate_of_merit"
ADVANCED: Final = "advanced_worker"
FAMILY: Final = ("Nguyễn", "Hoàng", "Nông", "Vi", "Lý", "Triệu", "Lương", "Hứa", "Đặng", "Bế")
MIDDLE: Final = ("Văn", "Thị", "Minh", "Thu", "Quang", "Ngọc", "Hồng", "Đức")
GIVEN: Final = ("An", "Bình", "Chi", "Dũng", "Giang", "Hà", "Khánh", "Lan", "Mai", "Nam", "Oanh", "Phúc")
LISTS: Final = (
    "/lam-viec/ho-so-khen-thuong",
    "/lam-viec/ho-so-khen-thuong/tat-ca",
    "/lam-viec/ho-so-khen-thuong/tat-ca?trang=900",
    "/lam-viec/ho-so-khen-thuong/tat-ca?tim=nong+van",
)


def measure(database: str) -> Iterator[Measurement]:
    """Yield the time of the office's lists, and of the check of a list of nominees."""
    today = timezone.localdate()
    province = _unit("Tỉnh đo thử", UnitKind.PROVINCE, None, today)
    communes = [_unit(f"Xã đo thử {n}", UnitKind.COMMUNE, province, today) for n in range(1, COMMUNES + 1)]
    reader = User.objects.create_superuser("bench", "", None, full_name="Người đo thử")
    persons = write_register(province, today)
    write_dossiers(province, communes, reader, today)
    gather_statistics()
    rows = f"{Dossier.objects.count()} dossiers"
    for path in LISTS:
        yield from page(path, reader, size=rows, database=database, milliseconds=150)
    lines = [_line(person, today.year) for person in persons[:NOMINEES]]
    own = Dossier.objects.filter(state=DossierState.DRAFT).get()
    took = median_ms(lambda: check_list(own, lines, today))
    size = f"{Award.objects.count()} awards"
    yield Measurement(f"list of {NOMINEES} nominees checked", took, "ms", size, database, limit=1_000)


def write_register(province: Unit, today: date) -> list[Person]:
    """Write the persons and an award of each of them in each of the last years; return the persons."""
    names = [_name(number) for number in range(PERSONS)]
    persons = Person.objects.bulk_create(
        (_person(name) for name in names),
        batch_size=BATCH,
    )
    for before in range(1, YEARS + 1):
        conferral = Conferral.objects.create(
            award_form="Lao động tiên tiến",
            award_code=ADVANCED,
            deciding_unit=province,
            decision_number=f"{before}/QĐ-ĐT",
            decision_date=date(today.year - before, 12, 28),
            provenance=Provenance.TEST,
        )
        store_awards([_award(conferral, person, number) for number, person in enumerate(persons, start=1)])
    return list(persons)


def write_dossiers(province: Unit, communes: list[Unit], clerk: User, today: date) -> None:
    """Write the dossiers, a nominee each, and one draft that nominees are to be added to."""
    rows = [_dossier(number, province, communes, clerk, today) for number in range(1, DOSSIERS + 1)]
    rows[-1].state, rows[-1].submitted_at, rows[-1].received_on = DossierState.DRAFT, None, None
    rows[-1].reception_year = rows[-1].reception_number = None
    made = Dossier.objects.bulk_create(rows, batch_size=BATCH)
    Nomination.objects.bulk_create((_nomination(row) for row in made), batch_size=BATCH)


def _dossier(number: int, province: Unit, communes: list[Unit], clerk: User, today: date) -> Dossier:
    is_open = number > DOSSIERS - WITH_OFFICE
    received = today - timedelta(days=number % 20 if is_open else 30 + number % 300)
    return Dossier(
        code=f"HS-{received.year}-{number:05}",
        unit=communes[number % len(communes)],
        deciding_unit=province,
        route=Route.MERIT,
        level=Level.PROVINCE,
        title=f"Đề nghị khen thưởng đợt {number}",
        counting_year=received.year,
        state=DossierState.RECEIVED if is_open else DossierState.ARCHIVED,
        opened_by=clerk,
        submitted_at=timezone.now() - timedelta(days=30),
        declared_by=clerk,
        received_on=received,
        reception_year=received.year,
        reception_number=number,
        due_on=received + timedelta(days=25) if is_open else None,
        provenance=Provenance.TEST,
    )


def _nomination(row: Dossier) -> Nomination:
    name = _name(row.pk)
    return Nomination(
        dossier=row,
        ordinal=1,
        recipient_kind=RecipientKind.INDIVIDUAL,
        recipient_name=name,
        folded_name=fold(name),
        recipient_sort_key=sort_key(name),
        award_code=CERTIFICATE,
        commendation_type=CommendationType.MERIT,
        counting_year=row.counting_year,
        outcome=Outcome.PENDING if row.state == DossierState.RECEIVED else Outcome.GRANTED,
        provenance=Provenance.TEST,
    )


def _person(name: str) -> Person:
    return Person(full_name=name, sort_key=sort_key(name), folded_name=fold(name), provenance=Provenance.TEST)


def _award(conferral: Conferral, person: Person, ordinal: int) -> Award:
    assert conferral.decision_date is not None
    return Award(
        conferral=conferral,
        ordinal=ordinal,
        recipient_kind=RecipientKind.INDIVIDUAL,
        recipient_name=person.full_name,
        person=person,
        counting_year=conferral.decision_date.year,
        year=conferral.decision_date.year,
        commendation_type=CommendationType.MERIT,
        provenance=Provenance.TEST,
    )


def _line(person: Person, year: int) -> NomineeLine:
    return NomineeLine(
        kind=RecipientKind.INDIVIDUAL,
        name=person.full_name,
        award_code=CERTIFICATE,
        commendation_type=CommendationType.MERIT,
        counting_year=year,
        person=person,
        achievement="Hoàn thành xuất sắc nhiệm vụ",
    )


def _name(number: int) -> str:
    """Return an invented name; two persons in the register share one, as about as many do in life."""
    syllables = []
    for choices in (FAMILY, MIDDLE, GIVEN, GIVEN):
        number, choice = divmod(number, len(choices))
        syllables.append(choices[choice])
    return " ".join(syllables)


def _unit(name: str, kind: UnitKind, parent: Unit | None, today: date) -> Unit:
    draft = UnitDraft(
        name=name,
        kind=kind,
        hierarchy=Hierarchy.STATE,
        parent=parent,
        exists_from=date(today.year - YEARS, 1, 1),
        provenance=Provenance.TEST,
    )
    return create_unit(draft=draft, by=None)
