"""Matching old forms of commendation to the law book, and names in lists to the register."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from thidua.accounts.rights import Right
from thidua.orgs.models import Household, Person, Unit
from thidua.orgs.people_access import households_seen_by, persons_seen_by
from thidua.registry.actions import link_recipients, match_award_codes
from thidua.registry.enums import PEOPLE, RecipientKind
from thidua.registry.models import Award
from thidua.registry.queries import link_offers, unmatched_forms
from thidua.support.refusals import NotAllowed, Refused
from thidua.web.shell import formats
from thidua.web.shell.access import require_right, right_required, signed_in
from thidua.web.workspace.records.kinds.awards import AWARDS
from thidua.web.workspace.records.law_names import award_choices
from thidua.web.workspace.records.views.page import seen_or_404

MOST_FORMS = 100
AT_ONCE = 30


@right_required(Right.KEEP_AWARDS)
@require_http_methods(["GET", "POST"])
def match_codes(request: HttpRequest) -> HttpResponse:
    """Suggest an award of the law book for each free text; match those that were ticked."""
    user = signed_in(request)
    forms = unmatched_forms(user)[:MOST_FORMS]
    choices, fault = award_choices(_("choose an award")), ""
    if request.method == "POST":
        # The text stands beside its answer: meanwhile others may have shortened the list.
        rows = zip(request.POST.getlist("hinh-thuc"), request.POST.getlist("ma"), strict=False)
        ticked = set(request.POST.getlist("nhan"))
        wanted = {form: code for form, code in rows if form in ticked}
        fault = _fault_of(wanted)
        if not fault:
            done = match_award_codes(forms=wanted, by=user)
            told = ngettext(
                "%(count)s decision has been matched.", "%(count)s decisions have been matched.", done
            )
            messages.success(request, told % {"count": formats.number(done)})
            return redirect("match-award-codes")
    context = {"forms": forms, "choices": choices, "fault": fault, "ticked": request.POST.getlist("nhan")}
    return render(request, "records/match_codes.html", context)


@right_required(Right.SEE_RECORDS)
@require_http_methods(["GET", "POST"])
def link_names(request: HttpRequest, pk: int) -> HttpResponse:
    """Offer for each name of a list whom it may mean; link those that were chosen, nothing by itself."""
    user = signed_in(request)
    row = seen_or_404(AWARDS, user, pk)
    require_right(request, AWARDS.right, unit=row.deciding_unit)
    every = request.GET.get("tat-ca") == "1"
    awards = row.awards.select_related("person", "unit", "household__head").order_by("ordinal")
    if not every:
        awards = awards.filter(person=None, unit=None, household=None)
    fault = ""
    if request.method == "POST":
        try:
            changed = link_recipients(conferral=row, links=_links(request, row), by=user)
        except NotAllowed:
            raise
        except Refused as refused:
            fault = str(refused)
        else:
            told = ngettext(
                "%(count)s name has been linked.", "%(count)s names have been linked.", len(changed)
            )
            messages.success(request, told % {"count": formats.number(len(changed))})
            return redirect(request.get_full_path())
    shown = Paginator(awards, AT_ONCE).get_page(request.GET.get("trang"))
    offers = link_offers(list(shown), user)
    context = {
        "row": row,
        "title": AWARDS.title(row),
        "every": every,
        "page": shown,
        "fault": fault,
        "names": [
            (award, offers.get(award.pk, []), _linked(award))
            for award in shown
            if offers.get(award.pk) or _linked(award)
        ],
        "unknown": [award for award in shown if not offers.get(award.pk) and not _linked(award)],
    }
    return render(request, "records/link_names.html", context)


def _fault_of(wanted: dict[str, str]) -> str:
    if not wanted:
        return _("Tick at least one form of commendation.")
    if not all(wanted.values()):
        return _("Choose an award for every form that is ticked.")
    return ""


def _links(request: HttpRequest, row: Any) -> dict[int, Person | Unit | Household | None]:
    """Return what was chosen, by the award's id; only rows that the person may see can be chosen."""
    chosen = {}
    for name, value in request.POST.items():
        key, text = name.removeprefix("noi-"), str(value)
        if name.startswith("noi-") and key.isdecimal() and text.isdecimal() and len(text) < 19:
            chosen[int(key)] = int(text)
    kinds = dict(Award.objects.filter(conferral=row, pk__in=chosen).values_list("pk", "recipient_kind"))
    user = signed_in(request)
    sources: dict[str, Any] = {
        "person": persons_seen_by(user),
        "household": households_seen_by(user),
        "unit": Unit.objects.all(),
    }
    found = {
        column: rows.in_bulk(
            [chosen[pk] for pk, kind in kinds.items() if _column(kind) == column and chosen[pk]]
        )
        for column, rows in sources.items()
    }
    return {
        pk: found[_column(kind)].get(chosen[pk])
        for pk, kind in kinds.items()
        if not chosen[pk] or chosen[pk] in found[_column(kind)]
    }


def _column(kind: str) -> str:
    if kind in PEOPLE:
        return "person"
    return "household" if kind == RecipientKind.HOUSEHOLD else "unit"


def _linked(award: Award) -> int | None:
    return award.person_id or award.unit_id or award.household_id
