"""Taking back: by another line, with a reason; nothing is deleted."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.accounts.rights import Right
from thidua.contributions.actions import reverse_allocation, reverse_receipt, strike_proof
from thidua.contributions.models import Proof
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.confirm import ask_first
from thidua.web.workspace.gifts.find import kept
from thidua.web.workspace.gifts.forms import ReasonForm


@right_required(Right.KEEP_GIFTS)
def receipt(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Take back a receipt that was issued by mistake."""
    row = get_object_or_404(kept(request, slug).receipts, pk=pk)
    form = ReasonForm(request.POST or None)
    return ask_first(
        request,
        question=_("Take back receipt %(number)s?") % {"number": row},
        consequence=_("A line of today takes it back. Its number is never used again."),
        verb=_("Take back"),
        back=f"{reverse('gift-desk', args=[slug])}?phan=phieu-thu",
        act=lambda: reverse_receipt(receipt=row, reason=form.cleaned_data["reason"], by=signed_in(request)),
        done=_("The receipt is taken back."),
        form=form,
    )


@right_required(Right.KEEP_GIFTS)
def allocation(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Take back an allocation that did not happen so."""
    row = get_object_or_404(kept(request, slug).allocations, pk=pk)
    form = ReasonForm(request.POST or None)
    return ask_first(
        request,
        question=_("Take back the allocation “%(work)s”?") % {"work": row.work or row.place},
        consequence=_("A line of today takes it back, and its photos are no longer shown."),
        verb=_("Take back"),
        back=f"{reverse('gift-desk', args=[slug])}?phan=phan-bo",
        act=lambda: reverse_allocation(
            allocation=row, reason=form.cleaned_data["reason"], by=signed_in(request)
        ),
        done=_("The allocation is taken back."),
        form=form,
    )


@right_required(Right.KEEP_GIFTS)
def proof(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Strike out a photo that shows something else."""
    row = get_object_or_404(Proof.objects.filter(allocation__drive=kept(request, slug)), pk=pk)
    form = ReasonForm(request.POST or None)
    return ask_first(
        request,
        question=_("Strike out this photo?"),
        consequence=row.caption,
        verb=_("Strike out"),
        back=reverse("prove-allocation", args=[slug, row.allocation_id]),
        act=lambda: strike_proof(proof=row, reason=form.cleaned_data["reason"], by=signed_in(request)),
        done=_("The photo is struck out."),
        form=form,
    )
