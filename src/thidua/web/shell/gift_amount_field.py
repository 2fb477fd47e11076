"""The field for an amount that somebody gives, where a comma read wrongly makes five hundred of half a million."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any, Final

from django.core.exceptions import ValidationError

from thidua.core.vietnamese.hygiene import clean_line
from thidua.core.vietnamese.numbers import MAX_TYPED_LENGTH, NumberFault
from thidua.support.number_sentences import NUMBER_SENTENCES
from thidua.web.shell import formats
from thidua.web.shell.fields import NumberField

_ENGLISH: Final = re.compile(r"[1-9][0-9]{0,2}(,[0-9]{3})+(\.[0-9]{1,2})?|[0-9]+\.[0-9]{1,2}")
_ONE_COMMA_GROUP: Final = re.compile(r"[1-9][0-9]{0,2},[0-9]{3}")


class GiftAmountField(NumberField):
    """An amount in đồng, m² or days of labour: none has more than two decimals, so `500,000` can only be thousands.

    On an English page that is read as it is written there; on a Vietnamese page, where it would be five hundred, the
    reader is asked to write it with a dot.
    """

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(percent=False, **kwargs)

    def to_python(self, value: Any) -> Decimal | None:
        typed = clean_line(value) if isinstance(value, str) else ""
        if formats.page_language() == "en" and len(typed) <= MAX_TYPED_LENGTH and _ENGLISH.fullmatch(typed):
            return Decimal(typed.replace(",", ""))
        if _ONE_COMMA_GROUP.fullmatch(typed):
            raise ValidationError(
                str(NUMBER_SENTENCES[NumberFault.COMMA_GROUPS]),
                code=NumberFault.COMMA_GROUPS.value,
                params={"suggestion": typed.replace(",", ".")},
            )
        return super().to_python(value)
