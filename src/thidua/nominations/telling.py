"""Who is told of which move of a dossier; written in the transaction of the move."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.core.vietnamese.dates import format_date
from thidua.core.workflow import dossier as flow
from thidua.nominations.models import Dossier, DossierMove
from thidua.orgs.access import accounts_with
from thidua.support.notices.actions import About, News, tell_all
from thidua.support.notices.enums import NoticeKind
from thidua.support.notices.wording import in_house_language

# What the unit is told. What was granted and what not, it is told by who signs the decision.
TO_UNIT: Final[dict[str, Promise]] = {
    flow.RECEIVE: gettext_lazy("Dossier %(code)s was received"),
    flow.RETURN: gettext_lazy("Dossier %(code)s was returned for completion"),
    flow.CONCLUDE: gettext_lazy("Dossier %(code)s was appraised"),
    flow.REOPEN: gettext_lazy("Dossier %(code)s is being appraised again"),
    flow.ASK_AGENCIES: gettext_lazy("Other bodies are being asked about dossier %(code)s"),
    flow.OPEN_TO_PUBLIC: gettext_lazy("Dossier %(code)s was published for comments"),
    flow.SEND_TO_COUNCIL: gettext_lazy("Dossier %(code)s was put before the council"),
    flow.PROPOSE: gettext_lazy("Dossier %(code)s was proposed for decision"),
    flow.ISSUE: gettext_lazy("The certificates of dossier %(code)s are ready"),
    flow.HAND_OVER: gettext_lazy("The certificates of dossier %(code)s were handed over"),
    flow.ARCHIVE: gettext_lazy("Dossier %(code)s is finished and archived"),
    flow.WITHDRAW: gettext_lazy("Dossier %(code)s was withdrawn"),
    flow.DISCARD: gettext_lazy("The draft %(code)s was discarded"),
    flow.CANCEL: gettext_lazy("Dossier %(code)s was closed without a result"),
    flow.SUSPEND: gettext_lazy("Dossier %(code)s was suspended"),
    flow.LIFT: gettext_lazy("A suspension in dossier %(code)s was lifted"),
}
TO_OFFICE: Final[dict[str, Promise]] = {
    flow.SUBMIT: gettext_lazy("Dossier %(code)s waits to be received"),
    flow.RESUBMIT: gettext_lazy("Dossier %(code)s was completed and sent in again"),
    flow.RECALL: gettext_lazy("Dossier %(code)s was recalled by the unit"),
    flow.WITHDRAW: gettext_lazy("Dossier %(code)s was withdrawn by the unit"),
    flow.SEND_BACK: gettext_lazy("Dossier %(code)s came back from the signature"),
    flow.DECIDE: gettext_lazy("Dossier %(code)s is decided: certificates are to be made"),
}
# What comes next, in the words of who is told.
NEXT: Final[dict[str, Promise]] = {
    flow.RETURN: gettext_lazy("Mend everything named here, then send the dossier in again."),
    flow.ISSUE: gettext_lazy("The Board tells you when and where they are handed over."),
    flow.SUSPEND: gettext_lazy("Nothing goes on until the suspension is lifted; you are told then."),
}
PEOPLE: Final = ("opened_by", "declared_by", "holder")
# What is being verified about a person is no matter for an e-mail.
REASON_KEPT_BACK: Final = frozenset({flow.SUSPEND, flow.LIFT})


def tell_of_move(row: Dossier, logged: DossierMove, faults: Sequence[str] = ()) -> None:
    """Tell whom the move concerns, once and in its transaction; `faults`: what the unit has to mend."""
    tell_of_moves([(row, logged)], logged.by, {row.pk: faults})


@in_house_language
def tell_of_moves(
    moved: Sequence[tuple[Dossier, DossierMove]], by: User | None, faults: Mapping[int, Sequence[str]]
) -> None:
    """Tell whom the moves concern, which `by` made; `faults`: what the unit has to mend, by dossier id."""
    _read_people([row for row, _logged in moved], by)
    news = []
    for row, logged in moved:
        if logged.verb in TO_UNIT:
            said = faults.get(row.pk, ())
            news.append(_news(row, people_of(row), TO_UNIT[logged.verb], logged, said))
        if logged.verb in TO_OFFICE:
            news.append(_news(row, office_of(row), TO_OFFICE[logged.verb], logged))
    tell_all(news)


def people_of(row: Dossier) -> list[User]:
    """Return who opened and who declared the dossier, each once; where both left, who works for the unit."""
    known = dict.fromkeys(user for user in (row.opened_by, row.declared_by) if user is not None)
    active = [user for user in known if user.is_active]
    return active or list(accounts_with(Right.SUBMIT_DOSSIER, row.unit, only_here=True))


def office_of(row: Dossier) -> list[User]:
    """Return who holds the dossier in the office; while nobody does, everybody who may receive it."""
    if row.holder is not None and row.holder.is_active:
        return [row.holder]
    return list(accounts_with(Right.RECEIVE_DOSSIER, row.deciding_unit))


def about(row: Dossier) -> About:
    """Return what a notice says it speaks of."""
    return About("dossier", row.code)


def _read_people(rows: Sequence[Dossier], by: User | None) -> None:
    """Read at once who opened, declared and holds the dossiers; who acts is known."""
    known = {by.pk: by} if by is not None else {}
    wanted = {getattr(row, f"{name}_id") for row in rows for name in PEOPLE}
    known |= User.objects.in_bulk(wanted - known.keys() - {None})
    for row in rows:
        for name in PEOPLE:
            setattr(row, name, known.get(getattr(row, f"{name}_id")))


def _news(
    row: Dossier,
    users: Iterable[User],
    subject: Promise,
    logged: DossierMove,
    faults: Sequence[str] = (),
) -> News:
    return News(
        users=users,
        subject=str(subject) % {"code": row.code},
        text="\n".join(_lines(row, logged, faults)),
        key=f"dossier/{row.pk}/move/{logged.ordinal}",
        kind=NoticeKind.DOSSIER,
        about=about(row),
        office=row.deciding_unit_id,
    )


def _lines(row: Dossier, logged: DossierMove, faults: Sequence[str]) -> list[str]:
    lines = [_("“%(title)s” is now: %(state)s.") % {"title": row.title, "state": row.get_state_display()}]
    if logged.reason and logged.verb not in REASON_KEPT_BACK:
        lines.append(_("Reason: %(reason)s") % {"reason": logged.reason})
    lines += [f"{number}. {fault}" for number, fault in enumerate(faults, start=1)]
    if logged.verb in NEXT:
        lines.append(str(NEXT[logged.verb]))
    if row.due_on is not None and not row.suspended:
        lines.append(_("This step ends on %(day)s at the latest.") % {"day": format_date(row.due_on)})
    return lines
