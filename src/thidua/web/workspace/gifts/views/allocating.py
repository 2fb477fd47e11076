"""Allocating gifts, and the photos that show what they became."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.contributions.actions import allocate, prove
from thidua.contributions.content import AllocationContent
from thidua.contributions.models import Allocation, Proof
from thidua.contributions.queries import balances
from thidua.support.photos.actions import keep_photo
from thidua.support.photos.models import Photo
from thidua.support.refusals import Refused
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.gift_amounts import exact_amount, kind_name
from thidua.web.workspace.gifts.find import kept
from thidua.web.workspace.gifts.forms import AllocateForm, ProveForm, today_for


@right_required(Right.KEEP_GIFTS)
def give(request: HttpRequest, slug: str) -> HttpResponse:
    """Allocate to a work what the drive has left."""
    drive = kept(request, slug)
    form = AllocateForm(request.POST or None, drive=drive, initial=today_for("allocated_on"))
    if request.method == "POST" and form.accepted(
        lambda: allocate(drive=drive, content=AllocationContent(**form.cleaned_data), by=signed_in(request))
    ):
        messages.success(request, _("It is allocated. Add a photo of the work, now or later."))
        return redirect("prove-allocation", slug, form.outcome.pk)
    left = [
        {"kind": kind_name(row.kind), "left": exact_amount(row.kind, row.left)}
        for row in balances(drive.ledger_lines.all())
    ]
    return render(request, "gift_desk/allocate.html", {"drive": drive, "form": form, "left": left})


@right_required(Right.KEEP_GIFTS)
def show(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Add a photo to an allocation; those that stand are listed."""
    drive = kept(request, slug)
    allocation = get_object_or_404(drive.allocations.select_related("place"), pk=pk)
    form = ProveForm(request.POST or None, request.FILES or None, initial=today_for("shown_on"))
    photo = _photo(request, form) if request.method == "POST" else None
    if photo and form.accepted(lambda: _prove(allocation, photo, form, signed_in(request))):
        messages.success(request, _("The photo stands beside the allocation, for everybody to see."))
        return redirect("prove-allocation", slug, pk)
    context = {
        "drive": drive,
        "allocation": allocation,
        "work": allocation.work or allocation.place,
        "form": form,
        "taken": photo,
        "proofs": allocation.proofs.filter(struck_on__isnull=True).select_related("photo"),
    }
    return render(request, "gift_desk/prove.html", context)


def _photo(request: HttpRequest, form: ProveForm) -> Photo | None:
    """Return the photo that was sent now or in an earlier try, kept for the next one; None with its fault told."""
    form.is_valid()
    sent = request.FILES.get("photo")
    if sent is None:
        kept_earlier = form.kept_photo()
        if kept_earlier is None:
            form.add_error("photo", _("Choose a photo."))
        return kept_earlier
    try:
        photo = keep_photo(data=sent.read(), name=sent.name or "", by=signed_in(request))
    except Refused as refused:
        form.refuse(refused)
        return None
    form.keep(photo)
    return photo


def _prove(allocation: Allocation, photo: Photo, form: ProveForm, by: User) -> Proof:
    said = {name: form.cleaned_data[name] for name in ("caption", "alternative", "shown_on")}
    return prove(allocation=allocation, photo=photo, by=by, **said)
