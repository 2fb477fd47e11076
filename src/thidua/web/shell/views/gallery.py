"""The gallery: every component once, with what it looks like empty, filled and wrong."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.accounts.rights import Right
from thidua.core.provenance import Provenance
from thidua.core.vietnamese.dates import VIETNAM_TIME
from thidua.web.shell import formats
from thidua.web.shell.access import right_required
from thidua.web.shell.charts import TrendValue, bullet_bar, cell_bar, trend_line
from thidua.web.shell.confirm import ask_first
from thidua.web.shell.figures import Comparison, Figure
from thidua.web.shell.tags import Tag, Tone
from thidua.web.shell.views.gallery_form import GalleryForm
from thidua.web.shell.views.gallery_list import TABLE, TERMS

AN_EVENING = datetime(2019, 10, 31, 17, 0, tzinfo=VIETNAM_TIME)


@right_required(Right.MANAGE_ACCOUNTS)
def components(request: HttpRequest) -> HttpResponse:
    """Show the gallery; its list and its form are real ones, on the terms of this page itself."""
    form = GalleryForm(request.POST or None, request.FILES or None)
    if request.method == "POST":
        form.is_valid()
    return TABLE.respond(
        request,
        TERMS,
        "shell/gallery.html",
        {
            "form": form,
            "at": AN_EVENING,
            "tags": [Tag(_("Example"), tone) for tone in Tone],
            "figures": _figures(),
            "bars": _bars(),
            "cell_bars": [
                cell_bar(share, largest=100, shown=formats.percent(share)) for share in (92, 48, 0, None)
            ],
            "trend": _trend(),
        },
    )


@right_required(Right.MANAGE_ACCOUNTS)
def confirm_example(request: HttpRequest) -> HttpResponse:
    """Ask before an act that does nothing."""
    return ask_first(
        request,
        question=_("Do you want to take this example away?"),
        consequence=_("Nothing happens: the page only shows how a grave step is asked for."),
        verb=_("Take it away"),
        back=reverse("components"),
        act=lambda: None,
        done=_("The example was not taken away: it only shows how."),
    )


def _figures() -> list[Figure]:
    return [
        Figure(
            label=_("Budget revenue against plan"),
            value=formats.percent(Decimal("92.2")),
            basis="5.027 / 5.452 tỷ đồng",
            period="01/01–30/09/2019",
            as_of="30/09/2019",
            source=_("Example of this gallery"),
            comparisons=(Comparison(_("Same period last year"), "3.688 tỷ đồng"),),
            provenance=Provenance.TEST,
        ),
        Figure(
            label=_("Dossiers solved on time"),
            value=formats.percent(Decimal("99.08")),
            basis="12.422 / 12.537",
            provenance=Provenance.ILLUSTRATIVE,
        ),
        Figure(label=_("Gifts received"), value=None),
    ]


def _bars() -> list[tuple[str, object]]:
    examples = [
        (_("Near the plan"), 5027, 5452, 3688, 4089),
        (_("Above the plan"), 120, 100, 90, 75),
        (_("Below zero"), -4, 6, 2, None),
        (_("No figure yet"), None, 100, 80, None),
    ]
    return [
        (
            label,
            bullet_bar(
                result=None if result is None else Decimal(result),
                plan=Decimal(plan),
                same_period=Decimal(same),
                expected=None if expected is None else Decimal(expected),
                summary=_("%(label)s: %(result)s; plan %(plan)s; same period last year %(same)s")
                % {
                    "label": label,
                    "result": formats.number(result),
                    "plan": formats.number(plan),
                    "same": formats.number(same),
                },
            ),
        )
        for label, result, plan, same, expected in examples
    ]


def _trend() -> object:
    values = [410, 760, 1240, 1710, 2302, 2890, None, 4120, 5027]
    return trend_line(
        [
            TrendValue(f"T{month}", None if value is None else Decimal(value))
            for month, value in enumerate(values, start=1)
        ],
        unit="tỷ đồng",
        plan=Decimal(5452),
        plan_label=_("plan of the year"),
        summary=_("Rises every month to %(last)s in September; July has no figure.")
        % {"last": formats.quantity(5027, "tỷ đồng")},
        provenance=Provenance.TEST,
    )
