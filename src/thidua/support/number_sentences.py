"""What to say of a number that could not be read: one sentence per fault, telling what to type instead."""

from __future__ import annotations

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from thidua.core.vietnamese.numbers import NumberFault

_NOT_A_NUMBER: Final = _("“%(text)s” is not a number. Write for example 5.027 or 92,2.")

# Filled in with `text` (as typed) and `suggestion` (how it is written here).
NUMBER_SENTENCES: Final[dict[NumberFault, Promise]] = {
    NumberFault.DECIMAL_POINT: _("Write %(suggestion)s (a comma before the decimals)."),
    NumberFault.COMMA_GROUPS: _(
        "Write %(suggestion)s (dots between thousands, a comma before the decimals)."
    ),
    NumberFault.SPACE_GROUPS: _("Write %(suggestion)s (dots between thousands, no spaces)."),
    NumberFault.PERCENT_SIGN: _("Write the number without the percent sign."),
    NumberFault.WORDS: _("Write the number only, without its unit or other words."),
    NumberFault.MISPLACED_SEPARATORS: _NOT_A_NUMBER,
    NumberFault.NOT_A_NUMBER: _NOT_A_NUMBER,
    NumberFault.TOO_LONG: _("This number is too long. Check that only one number was pasted."),
}
