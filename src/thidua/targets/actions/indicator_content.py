"""What is said of an indicator when it is made or edited, and whether it can stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from django.utils.translation import gettext as _

from thidua.core.vietnamese.fold import fold
from thidua.core.vietnamese.hygiene import clean_line
from thidua.movements.enums import FieldOfWork
from thidua.movements.models import Movement
from thidua.orgs.models import Unit
from thidua.support.refusals import Refused, Sentence
from thidua.targets.enums import Direction, IndicatorKind
from thidua.targets.typed import STORED_DECIMALS

CODE: Final = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
CODE_LENGTH: Final = 80


@dataclass(frozen=True)
class IndicatorContent:
    """The columns of an indicator; see the model for what each means. An empty `code` is made of the name."""

    name: str
    kind: str
    measure: str
    owner: Unit
    field: str
    code: str = ""
    name_en: str = ""
    measure_en: str = ""
    decimals: int = 0
    share_decimals: int = 1
    direction: str = Direction.UP
    source: str = ""
    rolls_up: bool = False
    cumulative: bool = True
    numerator_name: str = ""
    denominator_name: str = ""
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    movements: Sequence[Movement] = ()
    order: int = 100
    is_active: bool = True


def checked(content: IndicatorContent) -> dict[str, object]:
    """Return the columns of `content` except code and movements, cleaned; raises Refused."""
    columns: dict[str, object] = {
        "name": clean_line(content.name),
        "name_en": clean_line(content.name_en),
        "kind": IndicatorKind(content.kind),
        "measure": clean_line(content.measure),
        "measure_en": clean_line(content.measure_en),
        "owner": content.owner,
        "field": FieldOfWork(content.field),
        "decimals": content.decimals,
        "share_decimals": content.share_decimals,
        "direction": Direction(content.direction),
        "source": clean_line(content.source),
        "rolls_up": content.rolls_up,
        "cumulative": content.cumulative,
        "numerator_name": clean_line(content.numerator_name),
        "denominator_name": clean_line(content.denominator_name),
        "minimum": content.minimum,
        "maximum": content.maximum,
        "order": content.order,
        "is_active": content.is_active,
    }
    faults = _faults(content, columns)
    if faults:
        raise Refused(faults)
    return columns


def checked_code(content: IndicatorContent) -> str:
    """Return the code, made of the name where none is given; raises Refused when it cannot be one."""
    code = clean_line(content.code) or re.sub(r"[^a-z0-9]+", "-", fold(content.name)).strip("-")[:CODE_LENGTH]
    if not CODE.fullmatch(code) or len(code) > CODE_LENGTH:
        raise Refused(
            {
                "code": _(
                    "Write a code of small letters without marks, digits and hyphens, such as thu-ngan-sach."
                )
            }
        )
    return code


def _faults(content: IndicatorContent, columns: dict[str, object]) -> dict[str, Sentence | list[Sentence]]:
    faults: dict[str, Sentence | list[Sentence]] = {}
    if not columns["name"]:
        faults["name"] = _("Write the name of the indicator.")
    if not columns["measure"]:
        faults["measure"] = _("Write the unit of measure, for example tỷ đồng, hồ sơ or %.")
    if content.kind == IndicatorKind.RATIO:
        for part, sentence in (
            ("numerator_name", _("A ratio names what its numerator counts.")),
            ("denominator_name", _("A ratio names what its denominator counts.")),
        ):
            if not columns[part]:
                faults[part] = sentence
    if content.kind == IndicatorKind.GROWTH and content.rolls_up:
        faults["rolls_up"] = _("Growth rates cannot be summed. Take the mark away.")
    for part in ("decimals", "share_decimals"):
        if not 0 <= getattr(content, part) <= STORED_DECIMALS:
            faults[part] = _("Write a number of decimals from 0 to %(most)s.") % {"most": STORED_DECIMALS}
    if content.minimum is not None and content.maximum is not None and content.maximum < content.minimum:
        faults["maximum"] = _("The most possible is less than the least possible. Correct one of the two.")
    return faults
