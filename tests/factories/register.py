"""Awards in the register, written by the function that every writer of awards uses."""

from __future__ import annotations

from datetime import date
from typing import Any

from thidua.orgs.models import Unit
from thidua.registry.actions.recipient_names import store_awards
from thidua.registry.content import ConferralContent
from thidua.registry.enums import RecipientKind
from thidua.registry.models import Award, Conferral
from thidua.support.provenance import Provenance

CERTIFICATE = "provincial_certificate_of_merit"


def decision(unit: Unit, year: int = 2019, number: str = "", **changes: Any) -> Conferral:
    """Return a decision of `unit` that has no recipients yet."""
    content = ConferralContent(
        **{
            "award_form": "Bằng khen của Chủ tịch UBND tỉnh",
            "award_code": CERTIFICATE,
            "decision_number": number,
            "decision_date": date(year, 10, 28),
            "provenance": Provenance.TEST,
            **changes,
        }
    )
    return Conferral.objects.create(deciding_unit=unit, **content.cleaned(), **content.derived())


def awarded(
    unit: Unit, *names: str, year: int = 2019, paper: Conferral | None = None, **columns: Any
) -> list[Award]:
    """Return an award of a decision of `unit` for each of the names."""
    conferral = paper or decision(unit, year, f"{Conferral.objects.count() + 1}/QĐ-UBND")
    first = conferral.awards.count() + 1
    return store_awards(
        [
            Award(
                **{
                    "conferral": conferral,
                    "ordinal": ordinal,
                    "recipient_kind": RecipientKind.INDIVIDUAL,
                    "recipient_name": name,
                    "year": year,
                    "provenance": Provenance.TEST,
                    **columns,
                }
            )
            for ordinal, name in enumerate(names, start=first)
        ]
    )
