"""Reporting rounds: the list, opening one, who has sent, reminding, locking."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from thidua.accounts.rights import Right
from thidua.movements.access import visible_to
from thidua.orgs.access import may_anywhere, units_where
from thidua.orgs.periods import existing_on
from thidua.targets import access
from thidua.targets.actions import lock_round, open_round, remind
from thidua.targets.enums import RoundState
from thidua.targets.models import ReportingRound
from thidua.targets.queries import completeness, round_rows
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.confirm import ask_first
from thidua.web.workspace.targets.find import appraised_round, own_units, posted, round_or_404
from thidua.web.workspace.targets.forms.round import RoundForm
from thidua.web.workspace.targets.forms.sheet import MessageForm
from thidua.web.workspace.targets.labels import indicator_label, round_period
from thidua.web.workspace.targets.states import round_tag
from thidua.web.workspace.targets.tables.sheets import ROUNDS, board_table


@right_required(Right.SEE_FIGURES)
def rounds(request: HttpRequest) -> HttpResponseBase:
    """List the rounds that the person may read of."""
    visible = access.rounds_visible_to(signed_in(request), timezone.localdate())
    rows = round_rows(visible).select_related("opened_by")
    context = {"may_open": may_anywhere(signed_in(request), Right.OPEN_ROUND)}
    return ROUNDS.respond(request, rows, "targets/rounds.html", context)


@right_required(Right.OPEN_ROUND)
def open_new(request: HttpRequest) -> HttpResponse:
    """Open a round."""
    today = timezone.localdate()
    user = signed_in(request)
    openers = units_where(user, Right.OPEN_ROUND).filter(existing_on(today), role_assignments__user=user)
    movements = visible_to(user, today).filter(parent__isnull=True).order_by("-starts_on", "short_name")
    own = next(iter(own_units(request, Right.OPEN_ROUND)), None)
    form = RoundForm(
        posted(request),
        openers=openers.distinct().order_by("sort_key", "pk"),
        movements=movements,
        initial={"opened_by": own, "groups": ["communes"]},
    )
    if request.method == "POST" and form.accepted(lambda: _open(request, form)):
        messages.success(request, _("The round is open. Each unit finds its report in its work list."))
        return redirect("round", form.outcome.slug)
    return render(request, "targets/open_round.html", {"form": form})


def _open(request: HttpRequest, form: RoundForm) -> ReportingRound:
    said = form.cleaned_data
    return open_round(
        name=said["name"],
        period=said["period"],
        due_on=said["due_on"],
        questions=form.questions(),
        units=form.units(),
        opened_by=said["opened_by"],
        movement=said["movement"],
        by=signed_in(request),
    )


@right_required(Right.SEE_FIGURES)
def board(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Tell who has sent and who has not."""
    round_ = round_or_404(request, slug)
    user = signed_in(request)
    sees_all = access.may_see_figures(user, round_.opened_by)
    found = completeness(round_, timezone.localdate())
    shown = found.sheets
    if not sees_all:
        seen = set(units_where(user, Right.SEE_FIGURES).values_list("pk", flat=True))
        shown = tuple(sheet for sheet in shown if sheet.unit_id in seen)
    appraises = access.may_appraise(user, round_)
    context = {
        "round": round_,
        "found": found,
        "tag": round_tag(round_),
        "period": round_period(round_),
        "is_open": round_.state == RoundState.OPEN,
        "appraises": appraises,
        "sees_all": sees_all,
        "questions": [
            indicator_label(asked.indicator)
            for asked in round_.round_indicators.select_related("indicator").order_by("order")
        ],
    }
    table = board_table(slug, appraises=appraises)
    return table.respond(request, shown, "targets/round.html", context)


@right_required(Right.ACCEPT_FIGURES)
def remind_missing(request: HttpRequest, slug: str) -> HttpResponse:
    """Remind every unit that is missing, all at once."""
    round_ = appraised_round(request, slug)
    missing = completeness(round_, timezone.localdate()).awaited
    form = MessageForm(posted(request))
    names = ", ".join(sheet.unit_name for sheet in missing[:10]) + (" …" if len(missing) > 10 else "")
    return ask_first(
        request,
        question=ngettext("Remind %(count)s unit?", "Remind %(count)s units?", len(missing))
        % {"count": len(missing)},
        consequence=names,
        verb=_("Send the reminder"),
        back=reverse("round", args=[slug]),
        act=lambda: remind(round_=round_, message=form.cleaned_data["message"], by=signed_in(request)),
        done=_("The units are reminded."),
        form=form,
    )


@right_required(Right.ACCEPT_FIGURES)
def lock(request: HttpRequest, slug: str) -> HttpResponse:
    """Lock the round with all its sheets."""
    round_ = appraised_round(request, slug)
    missing = len(completeness(round_, timezone.localdate()).awaited)
    closed = ngettext(
        "%(count)s unit has sent nothing and will not be able to any more.",
        "%(count)s units have sent nothing and will not be able to any more.",
        missing,
    ) % {"count": missing}
    consequence = f"{closed} {_('A single report can be reopened later, with a reason.')}"
    return ask_first(
        request,
        question=_("Lock “%(round)s”?") % {"round": round_},
        consequence=consequence,
        verb=_("Lock the round"),
        back=reverse("round", args=[slug]),
        act=lambda: lock_round(round_=round_, by=signed_in(request)),
        done=_("The round is locked."),
    )
