"""The page of a person, a unit or a household: everything received, year by year, and what could come next."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from thidua.accounts.rights import Right
from thidua.orgs.access import may, may_anywhere, units_where
from thidua.orgs.models import Household, Person, Unit
from thidua.orgs.people_access import households_seen_by, persons_seen_by
from thidua.orgs.queries import address_today, positions_of
from thidua.registry.models import UnitTraits
from thidua.registry.queries.identities import spellings_of
from thidua.registry.search import SearchQuery
from thidua.web.shell.access import right_required, signed_in
from thidua.web.workspace.register.asked import Asked
from thidua.web.workspace.register.life import Recipient, life_of
from thidua.web.workspace.register.prospects import prospects_of


@right_required(Right.SEE_RECORDS)
@require_safe
def person(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what is recorded of a person; the page of somebody merged into another leads to that one."""
    seen = persons_seen_by(signed_in(request))
    row = seen.filter(pk=pk).first()
    if row is None:
        return redirect(
            "person-history", get_object_or_404(Person, pk=pk, merged_into__in=seen).merged_into_id
        )
    caption = ", ".join(positions_of([row.pk], timezone.localdate()).get(row.pk, ()))
    more = {"spellings": spellings_of(row)}
    return _page(request, row, row.full_name, caption, reverse("person", args=[pk]), more)


@right_required(Right.SEE_RECORDS)
@require_safe
def household(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what is recorded of a household."""
    row = get_object_or_404(
        households_seen_by(signed_in(request)).select_related("head", "address_unit"), pk=pk
    )
    now = address_today(row.address_unit, timezone.localdate()).sentence if row.address_unit else ""
    caption = "; ".join(part for part in (row.address_text, now) if part)
    return _page(request, row, str(row), caption, reverse("person", args=[row.head_id]))


@right_required(Right.SEE_RECORDS)
@require_safe
def unit(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what is recorded of a collective."""
    user = signed_in(request)
    row = get_object_or_404(units_where(user, Right.SEE_RECORDS), pk=pk)
    keeps = may(user, Right.KEEP_AWARDS, row)
    more = {
        "traits": UnitTraits.objects.filter(unit=row).first(),
        "traits_url": reverse("unit-traits", args=[pk]) if keeps else "",
        "below_url": Asked(SearchQuery(places=(row.name,))).address(),
    }
    caption = address_today(row, timezone.localdate()).sentence
    return _page(request, row, row.name, caption, reverse("unit", args=[row.key]), more)


def _page(
    request: HttpRequest,
    row: Recipient,
    title: str,
    caption: str,
    own_page: str,
    more: dict[str, Any] | None = None,
) -> HttpResponse:
    user, column, today = signed_in(request), type(row).__name__.lower(), timezone.localdate()
    life = life_of(row, user, today)
    context = {
        "life": life,
        "prospects": prospects_of(row, life.facts, today),
        "today": today,
        "title": title,
        "caption": caption,
        "own_page": own_page,
        "adding": f"?{column}={row.pk}",
        "may_add": may_anywhere(user, Right.KEEP_AWARDS) and column != "household",
        "may_nominate": may_anywhere(user, Right.NOMINATE),
        "namesakes_url": Asked(SearchQuery(text=title)).address(),
        "is_unit": isinstance(row, Unit),
        "is_person": isinstance(row, Person),
        "is_household": isinstance(row, Household),
    }
    return render(request, "register/life.html", context | (more or {}))
