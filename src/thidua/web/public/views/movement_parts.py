"""The parts of a movement that have pages of their own: results, good examples, gifts, awards, news."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from thidua.movements.queries import reference_day
from thidua.movements.queries.role_models import StoryFilter, stories
from thidua.portal.queries.links import articles_about
from thidua.web.public.achievements import commended_in, drives_of, gifts_of
from thidua.web.public.examples import examples_of
from thidua.web.public.movement_frame import found_movement, frame_of
from thidua.web.public.results import results_of
from thidua.web.public.trends import trend_of


def results(request: HttpRequest, slug: str) -> HttpResponse:
    """Show each indicator against plan and same period, and one of them month by month."""
    row, today = found_movement(slug), timezone.localdate()
    day = reference_day(row, today)
    found = results_of(row, day)
    context: dict[str, Any] = {
        "results": found,
        "barred": [result for result in found if result.bar],
        "trend": trend_of(found, request.GET.get("dien-bien", ""), day),
    }
    head = frame_of(row, today, "public-movement-results")
    return render(request, "public/movement_results.html", head | context)


def examples(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the stories told of the movement, name those who agreed to it, and count the others."""
    row, today = found_movement(slug), timezone.localdate()
    head = frame_of(row, today, "public-movement-examples")
    told = list(stories(StoryFilter(movement=row.pk)))
    found = examples_of(
        row, reference_day(row, today), today, told=frozenset(one.role_model_id for one in told)
    )
    return render(request, "public/movement_examples.html", head | {"examples": found, "stories": told})


def gifts(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what the movement's drives received, by kind, and lead to each drive."""
    row = found_movement(slug)
    head = frame_of(row, timezone.localdate(), "public-movement-gifts")
    return render(
        request, "public/movement_gifts.html", head | {"gifts": gifts_of(row), "drives": drives_of(row)}
    )


def awards(request: HttpRequest, slug: str) -> HttpResponse:
    """Count the recipients of the movement's awards and prizes by kind; nobody is named."""
    row = found_movement(slug)
    head = frame_of(row, timezone.localdate(), "public-movement-awards")
    return render(request, "public/movement_awards.html", head | {"commended": commended_in(row)})


def articles(request: HttpRequest, slug: str) -> HttpResponse:
    """List the published articles that name the movement, newest first."""
    row = found_movement(slug)
    head = frame_of(row, timezone.localdate(), "public-movement-articles")
    return render(request, "public/movement_articles.html", head | {"articles": articles_about(row)})
