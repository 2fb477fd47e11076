"""The parts of a movement that have pages of their own: results, good examples, gifts, awards, news."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from thidua.movements.models import Movement
from thidua.movements.queries import reference_day
from thidua.movements.queries.role_models import StoryFilter, stories
from thidua.portal.queries.links import articles_about
from thidua.web.public.achievements import commended_in, drives_of, gifts_of
from thidua.web.public.examples import examples_of
from thidua.web.public.movement_frame import found_movement, frame_of
from thidua.web.public.results import results_of
from thidua.web.public.trends import trends_of
from thidua.web.shell import formats
from thidua.web.shell.drawn import Told
from thidua.web.shell.known_parameters import knows
from thidua.web.shell.remembered import remembered


@knows("dien-bien")
def results(request: HttpRequest, slug: str) -> HttpResponse:
    """Show each indicator against plan and same period, and one of them month by month."""
    told = _told(slug, "public-movement-results", _results)
    trend = told["trends"](request.GET.get("dien-bien", ""))
    return render(request, "public/movement_results.html", told.page(trend=trend))


@knows()
def examples(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the stories told of the movement, name those who agreed to it, and count the others."""
    told = _told(slug, "public-movement-examples", _examples)
    return render(request, "public/movement_examples.html", told.page())


@knows()
def gifts(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what the movement's drives received, by kind, and lead to each drive."""
    return render(request, "public/movement_gifts.html", _told(slug, "public-movement-gifts", _gifts).page())


@knows()
def awards(request: HttpRequest, slug: str) -> HttpResponse:
    """Count the recipients of the movement's awards and prizes by kind; nobody is named."""
    told = _told(slug, "public-movement-awards", _awards)
    return render(request, "public/movement_awards.html", told.page())


@knows()
def articles(request: HttpRequest, slug: str) -> HttpResponse:
    """List the published articles that name the movement, newest first."""
    told = _told(slug, "public-movement-articles", _articles)
    return render(request, "public/movement_articles.html", told.page())


def _told(slug: str, part: str, read: Callable[[Movement, date], dict[str, Any]]) -> Told:
    """Return the context of a part with its head, without asking again while nothing was written."""
    today = timezone.localdate()

    def whole() -> Told:
        row = found_movement(slug)
        return Told(frame_of(row, today, part), **read(row, today))

    return remembered(part, slug, today, formats.page_language(), read=whole)


def _results(row: Movement, today: date) -> dict[str, Any]:
    day = reference_day(row, today)
    found = results_of(row, day)
    return {
        "results": found,
        "barred": [result for result in found if result.bar],
        "trends": trends_of(found, day),
    }


def _examples(row: Movement, today: date) -> dict[str, Any]:
    told = list(stories(StoryFilter(movement=row.pk)))
    shown = frozenset(one.role_model_id for one in told)
    return {"examples": examples_of(row, reference_day(row, today), today, told=shown), "stories": told}


def _gifts(row: Movement, today: date) -> dict[str, Any]:
    return {"gifts": gifts_of(row), "drives": list(drives_of(row))}


def _awards(row: Movement, today: date) -> dict[str, Any]:
    return {"commended": commended_in(row)}


def _articles(row: Movement, today: date) -> dict[str, Any]:
    return {"articles": list(articles_about(row))}
