"""The editions that everybody may read of, and one of them."""

from __future__ import annotations

from collections import Counter
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from thidua.contests.enums import EditionStage, TieSettling
from thidua.contests.models import Edition, EditionRules, JudgingCriterion
from thidua.contests.queries.published import PublishedResult, public_editions, published_results
from thidua.contests.queries.stages import stage_of
from thidua.core.numerals import roman
from thidua.decisions.queries import public_prize_paper
from thidua.registry.enums import RecipientKind
from thidua.web.public.contests.following import public_stage, stage_tag
from thidua.web.public.contests.prizes import categories_with_prizes, not_awarded, set_out
from thidua.web.shell import formats
from thidua.web.shell.known_parameters import knows

MOST = 100  # editions on the list


def edition_for_all(pk: int) -> Edition:
    """Return an edition that everybody may read of. Raises Http404."""
    found = public_editions().filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


@knows()
@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """Show what takes entries, what is being judged, and what is over, newest first."""
    groups: dict[str, list[dict[str, Any]]] = {"running": [], "judged": [], "over": []}
    for row in public_editions()[:MOST]:
        stage = public_stage(stage_of(row))
        shown = {"edition": row, "number": roman(row.number) if row.number else "", "tag": stage_tag(stage)}
        if stage in (EditionStage.AHEAD, EditionStage.OPEN):
            groups["running"].append(shown)
        elif stage in (EditionStage.ENTERED, EditionStage.JUDGING):
            groups["judged"].append(shown)
        else:
            groups["over"].append(shown)
    return render(request, "public_contests/list.html", groups)


@knows()
@require_safe
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """Show rules, categories and how it is judged; and the results once they are published."""
    edition = edition_for_all(pk)
    stage = public_stage(stage_of(edition))
    rules = getattr(edition, "rules", None)
    results = published_results(edition)
    criteria = list(edition.criteria.order_by("ordinal"))
    categories = categories_with_prizes(edition)
    decision = public_prize_paper(edition) if results else None
    is_published = stage == EditionStage.PUBLISHED
    context = {
        "edition": edition,
        "number": roman(edition.number) if edition.number else "",
        "stage": stage.value,
        "tag": stage_tag(stage),
        "rules": rules,
        "conditions": [line for line in rules.eligibility.splitlines() if line.strip()] if rules else [],
        "categories": set_out(categories),
        "criteria": criteria,
        "settling": _settling(rules, criteria),
        "results": results,
        "decision": decision,
        "is_undecided": is_published and bool(results) and decision is None,
        "not_awarded": not_awarded(categories, results) if is_published else "",
        "winners": ", ".join(_winners(results)),
        "listed": _listed(results),
        "said_once": results[0].provenance if len({one.provenance for one in results}) == 1 else "",
        "has_ties": any(one.shares_with for one in results),
    }
    return render(request, "public_contests/edition.html", context)


def _settling(rules: EditionRules | None, criteria: list[JudgingCriterion]) -> str:
    """Return the criterion that settles equal totals, empty where another rule does."""
    if rules is None or rules.tie_rule != TieSettling.CRITERION:
        return ""
    return next((one.name for one in criteria if one.settles_ties), "")


def _winners(results: list[PublishedResult]) -> list[str]:
    """Return how many of each kind won, without the kinds of which none did; each author of a joint work counts."""
    counts = Counter[str]()
    for one in results:
        counts[one.kind] += len(one.names)
    told = {
        RecipientKind.AUTHOR: ngettext("%(count)s author", "%(count)s authors", counts["author"]),
        RecipientKind.INDIVIDUAL: ngettext(
            "%(count)s individual", "%(count)s individuals", counts["individual"]
        ),
        RecipientKind.HOUSEHOLD: ngettext("%(count)s household", "%(count)s households", counts["household"]),
        RecipientKind.COLLECTIVE: ngettext(
            "%(count)s collective", "%(count)s collectives", counts["collective"]
        ),
    }
    return [said % {"count": formats.number(counts[kind])} for kind, said in told.items() if counts[kind]]


def _listed(results: list[PublishedResult]) -> list[PublishedResult]:
    """Return results of which only the winners are known, collectives first; none where prizes or works are."""
    if any(one.prize or one.work for one in results):
        return []
    return sorted(results, key=lambda one: not one.is_collective)
