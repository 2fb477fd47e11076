"""The lists of certificates, of signed decisions, and the golden book."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext_lazy, pgettext_lazy

from thidua.decisions.models import Certificate, Decision, DecisionLine, HandingOver
from thidua.decisions.papers.golden_book import book_notes
from thidua.web.shell import cells, formats
from thidua.web.shell.tables import Column, Table
from thidua.web.workspace.certificates.forms.looking import CertificateFilters, OfDecisionFilters
from thidua.web.workspace.certificates.states import tag_of


def _name(row: Certificate) -> object:
    named = cells.link(reverse("certificate", args=[row.code]), row.words["recipient"])
    return cells.with_note(cells.with_mark(named, row.line.decision.provenance), row.words["description"])


def _given(row: Certificate) -> HandingOver | None:
    return getattr(row, "handing_over", None)


def _numbered(decision: Decision) -> str:
    return f"{decision.full_number}, {formats.day(decision.decided_on)}"


def _given_on(row: Certificate) -> object:
    given = _given(row)
    return given.on if given else None


def _given_cell(row: Certificate) -> object:
    given = _given(row)
    return f"{formats.day(given.on)}, {given.received_by}" if given else ""


_ORDINAL: Column[Certificate] = Column(
    "so-vang",
    gettext_lazy("Golden-book number"),
    lambda row: row.line.ordinal,
    numeric=True,
    sort=("line__decision__year", "line__decision__number", "line__ordinal"),
)
_NAME: Column[Certificate] = Column(
    "ten", gettext_lazy("Commended recipient"), _name, csv=lambda row: row.words["recipient"], header=True
)
_POST: Column[Certificate] = Column(
    "chuc-vu",
    gettext_lazy("Post and unit, or address"),
    lambda row: row.words["description"],
    export_only=True,
)
_AWARD: Column[Certificate] = Column(
    "hinh-thuc", pgettext_lazy("column", "Award"), lambda row: row.line.award_name, sort=("line__award_name",)
)
_CODE: Column[Certificate] = Column("ma", pgettext_lazy("certificate", "Code"), lambda row: row.code)
_STATE: Column[Certificate] = Column(
    "trang-thai", gettext_lazy("State"), tag_of, csv=lambda row: tag_of(row).text
)
_GIVEN: Column[Certificate] = Column(
    "ngay-trao", gettext_lazy("Handed over"), _given_cell, csv=_given_on, sort=("handing_over__on",)
)
_TAKER: Column[Certificate] = Column(
    "nguoi-nhan",
    gettext_lazy("Received by"),
    lambda row: given.received_by if (given := _given(row)) else "",
    export_only=True,
)

CERTIFICATES: Table[Certificate] = Table(
    name="giay-chung-nhan",
    caption=gettext_lazy("Certificates"),
    columns=(
        _NAME,
        _POST,
        _AWARD,
        Column(
            "quyet-dinh",
            gettext_lazy("Decision"),
            lambda row: cells.link(
                reverse("decision-certificates", args=[row.line.decision_id]), _numbered(row.line.decision)
            ),
            csv=lambda row: row.line.decision.full_number,
            sort=("line__decision__year", "line__decision__number"),
        ),
        Column(
            "ngay-quyet-dinh",
            gettext_lazy("Date of the decision"),
            lambda row: row.line.decision.decided_on,
            export_only=True,
        ),
        _ORDINAL,
        _CODE,
        _STATE,
        _GIVEN,
        _TAKER,
    ),
    order="",
    empty=gettext_lazy("There is no certificate yet: they come into being when a decision is signed."),
    filters=CertificateFilters,
)

OF_DECISION: Table[Certificate] = Table(
    name="giay-cua-quyet-dinh",
    caption=gettext_lazy("Certificates of this decision"),
    columns=(_ORDINAL, _NAME, _POST, _AWARD, _CODE, _STATE, _GIVEN, _TAKER),
    order="",
    empty=gettext_lazy("No certificate fits."),
    filters=OfDecisionFilters,
)


def _title(row: Decision) -> object:
    named = cells.link(reverse("decision-certificates", args=[row.pk]), row.title)
    return cells.with_mark(named, row.provenance)


DECISIONS: Table[Decision] = Table(
    name="quyet-dinh-da-ky",
    caption=gettext_lazy("Signed decisions"),
    columns=(
        Column("ten", gettext_lazy("Decision"), _title, csv=lambda row: row.title, header=True),
        Column("so", gettext_lazy("Number"), lambda row: row.full_number, sort=("year", "number")),
        Column("ngay", gettext_lazy("Signed on"), lambda row: row.decided_on, sort=("decided_on",)),
        Column("so-giay", gettext_lazy("Certificates"), lambda row: getattr(row, "valid", 0), numeric=True),
        Column("can-in", gettext_lazy("To print"), lambda row: getattr(row, "to_print", 0), numeric=True),
        Column(
            "can-trao", gettext_lazy("To hand over"), lambda row: getattr(row, "to_give", 0), numeric=True
        ),
    ),
    order="",
    empty=gettext_lazy("No decision has been signed yet."),
)


def _valid(row: DecisionLine) -> Certificate | None:
    held: list[Certificate] = getattr(row, "valid_certificates", [])
    return held[0] if held else None


def _book_name(row: DecisionLine) -> object:
    one = _valid(row)
    named = (
        cells.link(reverse("certificate", args=[one.code]), row.recipient_name) if one else row.recipient_name
    )
    return cells.with_note(cells.with_mark(named, row.decision.provenance), row.post_unit)


def _note(row: DecisionLine) -> str:
    return "; ".join(book_notes(row))


BOOK: Table[DecisionLine] = Table(
    name="so-vang",
    caption=gettext_lazy("Golden book"),
    columns=(
        Column(
            "quyet-dinh",
            gettext_lazy("Decision"),
            lambda row: _numbered(row.decision),
            csv=lambda row: row.decision.full_number,
        ),
        Column(
            "ngay-quyet-dinh",
            gettext_lazy("Date of the decision"),
            lambda row: row.decision.decided_on,
            export_only=True,
        ),
        Column("nguoi-ky", gettext_lazy("Signed by"), lambda row: row.decision.signer_name, export_only=True),
        Column("so-vang", gettext_lazy("Golden-book number"), lambda row: row.ordinal, numeric=True),
        Column(
            "ten",
            gettext_lazy("Commended recipient"),
            _book_name,
            csv=lambda row: row.recipient_name,
            header=True,
        ),
        Column(
            "chuc-vu",
            gettext_lazy("Post and unit, or address"),
            lambda row: row.post_unit,
            export_only=True,
        ),
        Column("hinh-thuc", pgettext_lazy("column", "Award"), lambda row: row.award_name),
        Column("thanh-tich", gettext_lazy("Achievement"), lambda row: row.achievement, export_only=True),
        Column("tien-thuong", gettext_lazy("Bonus (VND)"), lambda row: row.bonus_amount, numeric=True),
        Column(
            "ma", pgettext_lazy("certificate", "Code"), lambda row: one.code if (one := _valid(row)) else ""
        ),
        Column("ghi-chu", gettext_lazy("Note"), _note),
    ),
    order="",
    empty=gettext_lazy("The golden book of this year is empty."),
)
