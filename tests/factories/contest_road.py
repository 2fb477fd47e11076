"""What the addresses of contests name: an edition before its jury, and one whose codes are open."""

from __future__ import annotations

from tests.factories.decisions import Office
from tests.factories.juries import opened
from thidua.accounts.models import User
from thidua.contests.models import Edition


def before_the_jury(of: Office, open_codes: Edition) -> tuple[User, dict[str, dict[str, int | str]]]:
    """Return a juror whose round is open, and what each address of the area names; standings are of `open_codes`."""
    made = opened(of.place)
    edition: dict[str, int | str] = {"pk": made.edition.pk}
    work = edition | {"code": made.codes[0]}
    return made.jurors[0], {
        "pk": edition,
        "juror": edition | {"juror": made.edition.jurors.get(user=made.jurors[0]).pk},
        "entry": edition | {"entry": made.entries[0].pk},
        "number": {"pk": open_codes.pk, "number": 1},
        "code": work,
        "ordinal": work | {"ordinal": 1},
    }
