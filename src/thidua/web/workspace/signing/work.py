"""What waits for a person with decisions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.contests.access import editions_kept_by
from thidua.decisions.enums import DecisionState
from thidua.decisions.models import Decision
from thidua.decisions.queries import (
    awaited_proposals,
    editions_to_propose,
    letters_to_draft,
    unfinished_of,
    waiting_for,
    with_names,
)
from thidua.orgs.access import may, may_anywhere
from thidua.web.shell import formats
from thidua.web.shell.worklist import WorkItem
from thidua.web.workspace.signing.find import ready_dossiers
from thidua.web.workspace.signing.states import decision_tag, whom


def work_of(user: User) -> Iterator[WorkItem]:
    """Yield what is to be proposed, drafted, sent, signed or published; a fixed number of queries."""
    if may_anywhere(user, Right.DECIDE):
        for row in with_names(waiting_for(user)):
            yield _item(_("Sign: %(title)s") % {"title": row.title}, row, "sign-decision", _about(row))
    if may_anywhere(user, Right.PROPOSE):
        yield from _to_propose(user)
        yield from _prizes_to_propose(user)
        for row in with_names(unfinished_of(user)):
            yield _to_go_on_with(row)
        yield from _to_ask_for(user)


def _to_propose(user: User) -> Iterator[WorkItem]:
    if count := len(ready_dossiers(user)):
        title = ngettext(
            "Propose %(count)s dossier that was passed", "Propose %(count)s dossiers that were passed", count
        )
        yield WorkItem(
            title=title % {"count": formats.number(count)},
            url=reverse("propose-dossiers"),
            group=_("Decisions"),
        )
    for letter in letters_to_draft(user):
        yield WorkItem(
            title=_("Draft the decision on submission letter %(number)s") % {"number": letter.full_number},
            url=reverse("draft-decision", args=[letter.pk]),
            group=_("Decisions"),
            about=letter.title,
        )


def _prizes_to_propose(user: User) -> Iterator[WorkItem]:
    """Yield the editions whose codes are open and whose prizes nobody has proposed yet."""
    for edition in editions_to_propose(editions_kept_by(user)):
        yield WorkItem(
            title=_("Propose the decision on the prizes"),
            url=reverse("propose-prizes", args=[edition.pk]),
            group=_("Decisions"),
            about=f"{edition.competition.name} {edition.year}",
        )


def _to_go_on_with(row: Decision) -> WorkItem:
    if row.state == DecisionState.RETURNED:
        title = _("Mend the decision that was returned: %(title)s") % {"title": row.title}
        return _item(title, row, "decision", row.return_reason)
    if row.state == DecisionState.SIGNED:
        title = _("Publish decision %(number)s, signed on %(day)s") % {
            "number": row.full_number,
            "day": formats.day(_signed_on(row)),
        }
        return _item(title, row, "decision", row.title)
    title = _("Finish the draft and send it for signature: %(title)s") % {"title": row.title}
    return _item(title, row, "decision", _about(row))


def _to_ask_for(user: User) -> Iterator[WorkItem]:
    for one in awaited_proposals(user, timezone.localdate()):
        if one.days_late and may(user, Right.PROPOSE, one.submission.unit):
            yield WorkItem(
                title=_("Ask for the answer to submission letter %(number)s")
                % {"number": one.submission.full_number},
                url=reverse("submission", args=[one.submission.pk]),
                group=_("Decisions"),
                due=one.expected_on,
            )


def _signed_on(row: Decision) -> date:
    assert row.decided_on is not None  # a constraint: what is signed has its day
    return row.decided_on


def _about(row: Decision) -> str:
    return " – ".join(part for part in (whom(getattr(row, "granted", ())), row.achievement) if part)


def _item(title: str, row: Decision, view: str, about: str) -> WorkItem:
    url, tag = reverse(view, args=[row.pk]), decision_tag(row)
    return WorkItem(title=title, url=url, group=_("Decisions"), state=tag, about=about)
