"""Printers with their offsets, and the page to measure them with."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.decisions.actions import remember_printer
from thidua.decisions.enums import IN_EFFECT
from thidua.decisions.models import Decision, Printer
from thidua.orgs.access import units_where
from thidua.orgs.models import Unit
from thidua.support.documents.certificates.layout import families, layout, papers
from thidua.support.documents.certificates.printing import Offset
from thidua.support.documents.certificates.test_sheet import print_test_sheet
from thidua.web.shell.access import right_required, signed_in
from thidua.web.workspace.certificates.downloads import pdf
from thidua.web.workspace.certificates.forms.printing import PrinterForm


@right_required(Right.ISSUE_CERTIFICATES)
def page(request: HttpRequest) -> HttpResponse:
    """List the printers of the office, give test pages, and remember on POST what was measured."""
    user = signed_in(request)
    offices = _offices_of(user)
    form = PrinterForm(request.POST or None, offices=offices)
    if request.method == "POST" and form.accepted(lambda: remember_printer(by=user, **form.answers())):
        told = _("The offset of “%(name)s” is remembered. Print the test page once more to check it.")
        messages.success(request, told % {"name": form.outcome.name})
        return redirect("printers")
    context = {
        "form": form,
        "rows": Printer.objects.filter(unit__in=offices).select_related("unit", "measured_by"),
        "has_offices": len(offices) > 1,
        "papers": papers().items(),
        "families": families().items(),
    }
    return render(request, "certificates/printers.html", context)


@right_required(Right.ISSUE_CERTIFICATES)
@require_safe
def test_page(request: HttpRequest) -> HttpResponse:
    """Give the test page of a paper, set off for a printer when one is named."""
    paper = request.GET.get("kho", "paper_a4")
    family = request.GET.get("mau", "bang_khen_tinh")
    if paper not in papers() or family not in families():
        raise Http404
    asked = request.GET.get("may", "")
    offset = Offset()
    if asked:
        rows = Printer.objects.filter(unit__in=_offices_of(signed_in(request)))
        row = rows.filter(pk=int(asked)).first() if asked.isdecimal() and len(asked) < 19 else None
        if row is None:
            raise Http404
        offset = Offset(row.right / 100, row.down / 100)
    return pdf(print_test_sheet(layout(family, paper), offset), f"to-in-thu-{paper}.pdf")


def _offices_of(user: User) -> list[Unit]:
    """Return the units whose decisions the person prints certificates of; before the first decision, the first."""
    units = units_where(user, Right.ISSUE_CERTIFICATES)
    deciding = Decision.objects.filter(state__in=IN_EFFECT).order_by().values("unit")
    return list(units.filter(pk__in=deciding).order_by("pk")) or list(units.order_by("pk")[:1])
