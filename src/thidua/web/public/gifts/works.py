"""Works that gifts went to, ready to be drawn with their photos."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from thidua.contributions.models import Allocation, Proof
from thidua.web.shell.gift_amounts import exact_amount


@dataclass(frozen=True)
class ShownPhoto:
    """A photo with its addresses, its size in pixels as it is drawn, and its words."""

    small: str
    large: str
    width: int
    height: int
    caption: str
    alternative: str
    day: date


@dataclass(frozen=True)
class Work:
    """What a part of the gifts became."""

    name: str
    place: str
    amount: str
    day: date
    url: str
    photos: tuple[ShownPhoto, ...]
    provenance: str


def shown_works(slug: str, rows: Iterable[Allocation]) -> list[Work]:
    """Return rows of `works_of` ready to be drawn; no query beyond theirs."""
    return [
        Work(
            name=work_name(row),
            place=row.place.name if row.place and row.work else "",
            amount=exact_amount(row.kind, row.amount),
            day=row.allocated_on,
            url=reverse("public-allocation", args=[slug, row.pk]),
            photos=tuple(shown_photo(slug, proof) for proof in row.proofs.all()),
            provenance=row.provenance,
        )
        for row in rows
    ]


def work_name(row: Allocation) -> str:
    """Return the work, else the place."""
    return row.work or str(row.place)


def shown_photo(slug: str, proof: Proof) -> ShownPhoto:
    """Return a photo of a work, drawn at most 480 pixels wide or high."""
    longer = max(proof.photo.width, proof.photo.height)
    shrunk = min(1.0, 480 / longer)
    return ShownPhoto(
        small=reverse("public-proof-photo", args=[slug, proof.pk, "small"]),
        large=reverse("public-proof-photo", args=[slug, proof.pk, "large"]),
        width=round(proof.photo.width * shrunk),
        height=round(proof.photo.height * shrunk),
        caption=proof.caption,
        alternative=proof.alternative,
        day=proof.shown_on,
    )
