"""The editions that an office runs, and one of them with its steps."""

from __future__ import annotations

from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from thidua.accounts.rights import Right
from thidua.contests.access import editions_kept_by
from thidua.contests.actions.open_for_entries import told_categories
from thidua.contests.actions.set_judging import told_criteria, told_rounds
from thidua.contests.enums import EditionStage, EntryState, TieSettling
from thidua.contests.models import Edition, Entry
from thidua.contests.queries.progress import progress_of, works_without_juror
from thidua.contests.queries.rounds import last_closed_of, next_round_of, open_round_of
from thidua.contests.queries.stages import stage_of, with_stage_parts
from thidua.decisions.queries import prize_decision, prize_proposal
from thidua.orgs.access import may_anywhere
from thidua.web.shell.access import right_required, signed_in
from thidua.web.workspace.contests.find import kept_edition
from thidua.web.workspace.contests.states import stage_tag

_BEFORE_THE_JURY: Final = (EditionStage.CODED, EditionStage.JUDGING)
_AFTER_THE_JURY: Final = (EditionStage.JUDGED, EditionStage.REVEALED, EditionStage.PUBLISHED)


@right_required(Right.KEEP_AWARDS)
@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """Show the editions that are prepared, running or over, newest first; those only recorded can be opened."""
    rows = with_stage_parts(editions_kept_by(signed_in(request))).order_by("-year", "-pk")
    shown = [{"edition": row, "stage": (stage := stage_of(row)), "tag": stage_tag(stage)} for row in rows]
    context = {
        "running": [one for one in shown if one["stage"] != EditionStage.RECORDED],
        "recorded": [one for one in shown if one["stage"] == EditionStage.RECORDED],
        "finds": may_anywhere(signed_in(request), Right.SEE_PERSONAL_DATA),
    }
    return render(request, "contests/editions.html", context)


@right_required(Right.KEEP_AWARDS)
@require_safe
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """Show an edition: what is set, who judges, how far they are, and what comes next."""
    edition = kept_edition(request, pk)
    stage = stage_of(edition)
    context = {"edition": edition, "stage": stage.value, "tag": stage_tag(stage)}
    if stage == EditionStage.RECORDED:
        context["winners"] = edition.results.count()
        return render(request, "contests/edition.html", context)
    current = open_round_of(edition)
    entries = Entry.objects.filter(category__edition=edition)
    context |= {
        "rules": edition.rules,
        "jury_changes": stage not in _AFTER_THE_JURY,
        "categories": told_categories(edition),
        "criteria": told_criteria(edition),
        "settling": _settling(edition),
        "rounds": told_rounds(edition),
        "round": current,
        "next_round": next_round_of(edition),
        "closed_rounds": [one for one in edition.rounds.all() if one.closed_at is not None],
        "progress": progress_of(edition, current or last_closed_of(edition)),
        "orphans": works_without_juror(edition, current) if stage in _BEFORE_THE_JURY else [],
        "entries": entries.filter(state=EntryState.RECEIVED).count(),
        "withdrawn": entries.filter(state=EntryState.WITHDRAWN).count(),
    }
    if stage in (EditionStage.REVEALED, EditionStage.PUBLISHED):
        letter = prize_proposal(edition)
        context |= {
            "letter": letter,
            "decision": prize_decision(edition) if letter else None,
            "may_propose": letter is None
            and not edition.decision_number
            and may_anywhere(signed_in(request), Right.PROPOSE),
        }
    return render(request, "contests/edition.html", context)


def _settling(edition: Edition) -> str:
    """Return the criterion that settles ties, empty where another rule does."""
    if edition.rules.tie_rule != TieSettling.CRITERION:
        return ""
    return edition.criteria.filter(settles_ties=True).values_list("name", flat=True).first() or ""
