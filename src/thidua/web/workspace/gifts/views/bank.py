"""A bank's statement: chosen, looked at line by line, received, and taken back as a whole."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from thidua.accounts.rights import Right
from thidua.contributions.actions import import_bank_lines, undo_bank_import
from thidua.contributions.bank.empty_table import empty_statement
from thidua.contributions.bank.lines import read_bank_statement
from thidua.contributions.bank.matching import MatchedLine, matched_lines
from thidua.contributions.enums import GiftKind
from thidua.contributions.models import Drive, Receipt
from thidua.contributions.queries import bank_imports_of, open_pledges
from thidua.support.refusals import Refused
from thidua.web.shell import formats, waiting_files
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.confirm import ask_first
from thidua.web.shell.gift_amounts import exact_amount
from thidua.web.shell.xlsx_download import XLSX
from thidua.web.workspace.gifts.bank_forms import LinesForm, StatementForm
from thidua.web.workspace.gifts.find import kept
from thidua.web.workspace.gifts.forms import ReasonForm


@right_required(Right.KEEP_GIFTS)
def choose(request: HttpRequest, slug: str) -> HttpResponse:
    """Take a statement that can be read to the look at its lines; list the imports of the drive."""
    drive = kept(request, slug)
    form = StatementForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        data = file.read()
        try:
            read_bank_statement(data, file.name)
        except Refused as refused:
            form.refuse(refused)
        else:
            token = waiting_files.keep(request, data=data, name=file.name, content=_content(drive))
            return redirect("bank-statement-lines", slug, token)
    imports = [
        {"row": row, "total": exact_amount(GiftKind.MONEY, row.total)} for row in bank_imports_of(drive)
    ]
    return render(request, "gift_desk/bank.html", {"drive": drive, "form": form, "imports": imports})


@right_required(Right.KEEP_GIFTS)
def look(request: HttpRequest, slug: str, token: str) -> HttpResponse:
    """Show what each line would become; issue the receipts of those that are ticked, all or none."""
    drive = kept(request, slug)
    file = waiting_files.waiting(request, token)
    if file is None or file.content != _content(drive):
        messages.warning(request, _("This file is not here any more. Choose it again."))
        return redirect("bank-statement", slug)
    lines = matched_lines(drive, read_bank_statement(file.data, file.name))
    pledges = list(open_pledges(drive).filter(kind=GiftKind.MONEY))
    form = LinesForm(request.POST or None, lines=lines, pledges=pledges)
    tick = request.POST.get("tick", "")
    if tick:
        form.tick(every=tick == "all")
    elif request.method == "POST" and form.accepted(
        lambda: import_bank_lines(drive=drive, chosen=form.chosen(), name=file.name, by=signed_in(request))
    ):
        waiting_files.forget(request, token)
        messages.success(request, _said(form.outcome))
        return redirect(f"{reverse('gift-desk', args=[slug])}?phan=phieu-thu")
    context = {"drive": drive, "form": form, "rows": form.rows(), "name": file.name, "token": token}
    return render(request, "gift_desk/bank_lines.html", context | _counts(lines))


@right_required(Right.KEEP_GIFTS)
@require_POST
def drop(request: HttpRequest, slug: str, token: str) -> HttpResponse:
    """Throw the waiting file away."""
    kept(request, slug)
    waiting_files.forget(request, token)
    messages.success(request, _("Nothing was received; the file is thrown away."))
    return redirect("bank-statement", slug)


@right_required(Right.KEEP_GIFTS)
def empty_table(request: HttpRequest, slug: str) -> HttpResponse:
    """Give a table with the headings that the import reads."""
    kept(request, slug)
    response = HttpResponse(empty_statement(), content_type=XLSX)
    response["Content-Disposition"] = 'attachment; filename="sao-ke-mau.xlsx"'
    return response


@right_required(Right.KEEP_GIFTS)
def undo(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Take back every receipt of one import; `pk` is its first gift."""
    drive = kept(request, slug)
    found = next((row for row in bank_imports_of(drive) if row.first == pk and row.standing), None)
    if found is None:
        raise Http404
    form = ReasonForm(request.POST or None)
    consequence = _("Lines of today take back %(count)s receipts, together %(amount)s; all of them or none.")
    return ask_first(
        request,
        question=_("Take back the whole import “%(name)s”?") % {"name": found.source},
        consequence=consequence
        % {"count": formats.number(found.standing), "amount": exact_amount(GiftKind.MONEY, found.total)},
        verb=_("Take back"),
        back=reverse("bank-statement", args=[slug]),
        act=lambda: undo_bank_import(
            drive=drive, source=found.source, reason=form.cleaned_data["reason"], by=signed_in(request)
        ),
        done=_("The whole import is taken back."),
        form=form,
    )


def _content(drive: Drive) -> str:
    return f"bank-statement:{drive.pk}"


def _counts(lines: list[MatchedLine]) -> dict[str, Any]:
    to_receive = [one for one in lines if one.may_be_received]
    total = sum((one.line.amount or Decimal(0) for one in to_receive), Decimal(0))
    return {
        "open_count": len(to_receive),
        "open_total": exact_amount(GiftKind.MONEY, total),
        "known_count": sum(one.known for one in lines),
        "fault_count": sum(bool(one.faults) and not one.known for one in lines),
    }


def _said(receipts: list[Receipt]) -> str:
    total = sum((receipt.gift.amount or Decimal(0) for receipt in receipts), Decimal(0))
    said = ngettext(
        "%(count)s receipt is issued: %(amount)s.",
        "%(count)s receipts are issued, together %(amount)s.",
        len(receipts),
    )
    return said % {
        "count": formats.number(len(receipts)),
        "amount": exact_amount(GiftKind.MONEY, total),
    }
