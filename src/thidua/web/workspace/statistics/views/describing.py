"""What statistics ask of recipients: where it is missing, and the grid to fill it in."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods, require_safe

from thidua.accounts.rights import Right
from thidua.orgs.access import may
from thidua.registry.access import conferrals_seen_by
from thidua.registry.actions import describe_recipients
from thidua.registry.enums import PEOPLE, RecipientKind
from thidua.registry.models import Conferral
from thidua.reports.statistics.sources.awards import awards_of
from thidua.web.shell import cells, formats
from thidua.web.shell.access import require_right, right_required, signed_in
from thidua.web.shell.tables import Column, Table
from thidua.web.workspace.statistics.choice import chosen
from thidua.web.workspace.statistics.forms import DescribeForm

AT_ONCE = 30
MISSING = (
    Q(awards__recipient_kind__in=PEOPLE, awards__recipient_class="")
    | Q(awards__recipient_kind=RecipientKind.COLLECTIVE, awards__enterprise__isnull=True)
    | Q(awards__commendation_type="")
)
UNDESCRIBED: Table[Conferral] = Table(
    name="thieu-thong-tin",
    caption=gettext_lazy("Awards whose recipients are not described"),
    columns=(
        Column(
            "award",
            gettext_lazy("Award"),
            lambda row: cells.link(
                reverse("describe-recipients", args=[row.pk]), row.award_form, row.decision_number
            ),
            csv=lambda row: row.award_form,
            sort=("award_form",),
            header=True,
        ),
        Column("decision", gettext_lazy("Decision"), lambda row: row.decision_number),
        Column(
            "on",
            gettext_lazy("Date"),
            lambda row: row.decision_date or row.presented_on,
            sort=("decision_date", "presented_on"),
        ),
        Column("by", gettext_lazy("Decided by"), lambda row: row.decided_by),
        Column(
            "missing",
            gettext_lazy("Recipients with something missing"),
            lambda row: getattr(row, "missing", None),
            sort=("missing",),
            numeric=True,
        ),
    ),
    order="-missing",
    empty=gettext_lazy("Nothing is missing in this period."),
)


@right_required(Right.SEE_RECORDS)
@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """List the decisions of a period of whose recipients something is missing."""
    choice = chosen(request)
    within = awards_of(choice.scope).order_by().values("conferral_id")
    rows = (
        conferrals_seen_by(signed_in(request))
        .filter(pk__in=within)
        .annotate(missing=Count("awards", filter=MISSING))
        .filter(missing__gt=0)
        .select_related("deciding_unit")
    )
    return UNDESCRIBED.respond(request, rows, "statistics/undescribed.html", {"choice": choice})


@right_required(Right.SEE_RECORDS)
@require_http_methods(["GET", "POST"])
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """Fill in or correct what is known of the recipients of one decision, thirty at a time."""
    user = signed_in(request)
    row = conferrals_seen_by(user).select_related("deciding_unit").filter(pk=pk).first()
    if row is None:
        raise Http404
    if request.method == "POST":
        require_right(request, Right.KEEP_AWARDS, unit=row.deciding_unit)
    shown = Paginator(row.awards.order_by("ordinal"), AT_ONCE).get_page(request.GET.get("trang"))
    form = DescribeForm(request.POST or None, awards=list(shown))
    if request.method == "POST" and form.accepted(
        lambda: describe_recipients(
            conferral=row, said=form.said(), reason=form.cleaned_data["reason"], by=user
        )
    ):
        changed = len(form.outcome)
        told = ngettext("%(count)s recipient is described.", "%(count)s recipients are described.", changed)
        messages.success(request, told % {"count": formats.number(changed)})
        return redirect(request.get_full_path())
    context = {
        "row": row,
        "title": _("Recipients of “%(award)s”") % {"award": row.award_form},
        "form": form,
        "page": shown,
        "may_write": may(user, Right.KEEP_AWARDS, row.deciding_unit),
    }
    return render(request, "statistics/describe.html", context)
