"""What a form begins with: the last paper of the same office, else what is known of the office."""

from __future__ import annotations

from collections.abc import Collection

from django.utils import timezone

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.decisions.access import decisions_seen_by, submissions_seen_by
from thidua.decisions.models import Submission
from thidua.decisions.papers.bodies import level_of
from thidua.decisions.papers.prizes import edition_name
from thidua.nominations.models import Nomination
from thidua.orgs.access import accounts_with, units_where
from thidua.orgs.enums import PLACES
from thidua.orgs.models import Unit
from thidua.web.workspace.signing.find import ReadyDossier

LETTER = ("symbol", "sender", "place", "on_behalf", "signer_post", "signer_name")
DECISION = ("symbol", "place", "on_behalf", "signer_post", "signer_name")


def letter_as_before(user: User, ready: Collection[ReadyDossier]) -> dict[str, object]:
    """Return how the letters of the office began and ended last, those to the same authority before others."""
    units = {one.dossier.deciding_unit for one in ready}
    return _as_before(user, units, {one.dossier.level for one in ready})


def prize_letter_as_before(user: User, unit: Unit) -> dict[str, object]:
    """Return the same of a letter that proposes prizes to `unit`."""
    return _as_before(user, {unit}, {str(level_of(unit))})


def _as_before(user: User, units: set[Unit], levels: Collection[str]) -> dict[str, object]:
    written = submissions_seen_by(user).filter(
        unit__in=units_where(user, Right.PROPOSE).order_by().values("pk")
    )
    letters = written.exclude(place="").order_by("-pk")
    last = letters.filter(level__in=levels).first() or letters.first()
    if last is not None:
        return {name: getattr(last, name) for name in LETTER}
    place = units.pop().short_name if len(units) == 1 else ""
    return {"place": place, "signer_name": user.get_full_name()}


def decision_as_before(user: User, letter: Submission) -> dict[str, object]:
    """Return who signed last and where, today, and what all nominees are commended for."""
    last = decisions_seen_by(user).filter(unit=letter.unit).order_by("-pk").first()
    said = {name: getattr(last, name) for name in DECISION} if last else _of_office(letter.unit)
    return said | {"planned_on": timezone.localdate(), "achievement": _achievement(letter)}


def _of_office(unit: Unit) -> dict[str, object]:
    signers = list(accounts_with(Right.DECIDE, unit, only_here=True)[:2])
    is_place = unit.kind in PLACES
    return {
        "symbol": "QĐ-UBND" if is_place else "",
        "place": unit.short_name,
        "signer_post": "Chủ tịch" if is_place else "",
        "signer_name": signers[0].get_full_name() if len(signers) == 1 else "",
    }


def _achievement(letter: Submission) -> str:
    """Return the achievement where it is one and the same for everybody, or the movement of all; else nothing."""
    if letter.edition is not None:
        return f"Có tác phẩm đoạt giải {edition_name(letter.edition)}"
    rows = Nomination.objects.filter(proposed__submission=letter).order_by()
    told = set(rows.values_list("achievement", "dossier__movement__short_name").distinct()[:50])
    achievements = {achievement for achievement, _movement in told}
    movements = {movement for _achievement, movement in told}
    if len(achievements) == 1 and (only := achievements.pop()):
        begun = only.startswith("Đã ")
        return only if begun else f"Đã có thành tích trong việc {only[:1].lower()}{only[1:]}"
    movement = movements.pop() if len(movements) == 1 else None
    if not movement:
        return ""
    name = f"{movement[:1].lower()}{movement[1:]}" if movement.startswith("Phong trào") else movement
    return f"Đã có thành tích xuất sắc trong {name}"
