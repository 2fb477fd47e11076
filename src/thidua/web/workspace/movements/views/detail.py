"""One movement: what is said of it, who answers, who takes part, what happened."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.rights import Right
from thidua.core.vietnamese.dates import DateRefused, format_date, parse_date
from thidua.movements import access
from thidua.movements.models import Movement
from thidua.movements.queries import (
    CascadeNode,
    StalledMovement,
    celebrated_by,
    counts_by_state,
    days_left,
    participation,
    reference_day,
    span_phrase,
    stalled,
    tree,
)
from thidua.web.shell.access import right_required
from thidua.web.shell.csv_download import csv_response
from thidua.web.shell.formats import page_language
from thidua.web.shell.kept_files import handed_out
from thidua.web.workspace.movements.find import answerable_units, may_nominate_in, movement_or_404
from thidua.web.workspace.movements.history import stories_about
from thidua.web.workspace.movements.labels import field_labels, level_labels
from thidua.web.workspace.movements.signs import SIGNS
from thidua.web.workspace.movements.states import movement_tag, state_tag


@right_required(Right.SEE_MOVEMENTS)
def overview(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what is said of the movement, and what can be done next."""
    movement = movement_or_404(request, slug)
    today = timezone.localdate()
    manages = access.may_manage(request.user, movement)
    context = _frame(request, movement) | {
        "span": span_phrase(movement, page_language()),
        "days_left": days_left(movement, today) if movement.state in access.RUNNING_STATES else None,
        "anniversaries": [row.phrase(page_language()) for row in celebrated_by(movement)],
        "field_labels": field_labels(movement.fields),
        "scope_labels": level_labels(movement.scope),
        "groups": movement.content_groups.all(),
        "reviews": movement.reviews.select_related("file"),
        "manages": manages,
        "launches": movement.state == "draft" and access.may_launch(request.user, movement),
        "is_draft": movement.state == "draft",
        "is_closed": movement.state == "closed",
        "is_running": movement.state in access.RUNNING_STATES,
        "answerable": answerable_units(request, movement),
        "nominates": may_nominate_in(request, movement),
    }
    if manages:
        context["silence"] = _silence(movement, today)
    if access.is_public(movement):
        context["taking_part"] = participation(movement, reference_day(movement, today))
        context["counts"] = counts_by_state(movement, request.user, today)
    return render(request, "movements/overview.html", context)


@right_required(Right.SEE_MOVEMENTS)
def cascade(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Show the tree of answers as of a day, or give it as CSV."""
    movement = movement_or_404(request, slug)
    on, fault = _day_asked(request, reference_day(movement, timezone.localdate()))
    found = tree(movement, on)
    if request.GET.get("dinh-dang") == "csv":
        headings = [_("Unit"), _("Level"), _("Has answered"), _("With the movement"), _("Registration")]
        return csv_response(f"lan-toa-{movement.slug}", headings, list(_rows(found.nodes)))
    context = _frame(request, movement) | {
        "cascade": found,
        "on": on,
        "faults": [fault] if fault else [],
        "has_faults": bool(fault),
        "typed": request.GET.get("ngay", ""),
        "csv_url": f"?ngay={format_date(on)}&dinh-dang=csv",
        "only_silent": request.GET.get("chua") == "1",
    }
    return render(request, "movements/cascade.html", context)


@right_required(Right.SEE_MOVEMENTS)
def taking_part(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Show who takes part, per level, field, content group and state."""
    movement = movement_or_404(request, slug)
    found = participation(movement, reference_day(movement, timezone.localdate()))
    context = _frame(request, movement) | {
        "found": found,
        "states": [(state_tag(state), count) for state, count in found.states.items()],
    }
    return render(request, "movements/participation.html", context)


@right_required(Right.SEE_MOVEMENTS)
def history(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what was done to the movement, newest first."""
    movement = movement_or_404(request, slug)
    if not access.may_see_history(request.user, movement):
        raise Http404
    context = _frame(request, movement) | {"stories": stories_about(movement)}
    return render(request, "movements/history.html", context)


@right_required(Right.SEE_MOVEMENTS)
def launch_file(request: HttpRequest, slug: str) -> FileResponse:
    """Give the launching document."""
    return handed_out(movement_or_404(request, slug).launch_file)


@right_required(Right.SEE_MOVEMENTS)
def review_file(request: HttpRequest, slug: str, pk: int) -> FileResponse:
    """Give the report of a review."""
    review = movement_or_404(request, slug).reviews.select_related("file").filter(pk=pk).first()
    return handed_out(review.file if review else None)


def _silence(movement: Movement, today: date) -> StalledMovement | None:
    """Return what is known of a movement that was launched and does not move, or None."""
    itself = Movement.objects.filter(pk=movement.pk)
    found = stalled(today=today, days=settings.STALE_MOVEMENT_DAYS, among=itself, signs=SIGNS)
    return found[0] if found else None


def _frame(request: HttpRequest, movement: Movement) -> dict[str, object]:
    return {
        "movement": movement,
        "tag": movement_tag(movement),
        "is_public": access.is_public(movement),
        "sees_history": access.may_see_history(request.user, movement),
    }


def _day_asked(request: HttpRequest, otherwise: date) -> tuple[date, str]:
    typed = request.GET.get("ngay", "")
    if not typed:
        return otherwise, ""
    try:
        return parse_date(typed), ""
    except DateRefused:
        return otherwise, _("“%(text)s” is not a date. Write day/month/year, for example 31/10/2019.") % {
            "text": typed
        }


def _rows(nodes: tuple[CascadeNode, ...]) -> list[list[object]]:
    rows: list[list[object]] = []
    for node in nodes:
        answers = "; ".join(answer.short_name for answer in node.answers)
        rows.append(
            [node.name, str(node.level.label), bool(node.answers), answers, state_tag(node.registration).text]
        )
        rows += _rows(node.children)
    return rows
