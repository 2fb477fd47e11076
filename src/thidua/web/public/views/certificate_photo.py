"""A certificate checked by a photo of its QR: read, answered, and forgotten."""

from __future__ import annotations

from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from thidua.support.documents.proof.codes import read_code
from thidua.support.documents.proof.link import PAGE
from thidua.support.documents.proof.payload import PREFIX
from thidua.support.photos.codes import qr_texts_of
from thidua.support.refusals import Refused
from thidua.web.public.certificate_forms import PhotoForm
from thidua.web.public.views.certificates import answer_of_qr, ask, too_often, unlisted
from thidua.web.shell.tries import seconds_for_all, seconds_to_wait

MOST_FOR_ALL: Final = 120  # photos in a minute, from however many addresses: opening one costs half a second
CROWDED: Final = (
    600  # seconds; in them each address may still send one photo after many addresses sent too many
)
MOST_WHEN_CROWDED: Final = 600  # of all addresses together in that time


@csrf_exempt  # asks only and changes nothing; readers of the public pages get no cookie
@unlisted
def read_photo(request: HttpRequest) -> HttpResponse:
    """Read the QR in a photo, and answer as if its text had been pasted."""
    if request.method != "POST":
        return redirect("check-certificate")
    form = PhotoForm(request.POST, request.FILES)
    if not form.is_valid():
        return ask(request, photo=form)
    if wait := seconds_to_wait(request):
        return too_often(request, wait)
    if wait := _crowded(request):
        return too_often(request, wait, crowded=True)
    photo = form.cleaned_data["photo"]
    if not form.accepted(lambda: _text_in(photo.read(), photo.name)):
        return ask(request, photo=form)
    text = str(form.outcome)
    if PREFIX in text.upper():
        return answer_of_qr(request, text)
    return redirect("certificate-checked", text)


def _crowded(request: HttpRequest) -> int:
    """Return the seconds to wait where many addresses flood; who did not send lately still has a turn."""
    if not seconds_for_all("certificate-photos", MOST_FOR_ALL):
        return 0
    own = seconds_to_wait(request, "certificate-photos-crowded", 1, CROWDED)
    return own or seconds_for_all("certificate-photos-crowded", MOST_WHEN_CROWDED, CROWDED)


def _text_in(data: bytes, name: str) -> str:
    """Return the proof, or the code, that the photo's QR says. Raises Refused when it says neither."""
    texts = qr_texts_of(data=data, name=name)
    if not texts:
        raise Refused(
            {
                "photo": _(
                    "No QR can be read in this photo. Hold the telephone straight above it, closer and in better "
                    "light, or type the code that stands beside it."
                )
            }
        )
    for text in texts:
        if PREFIX in text.upper():
            return text
        try:
            return read_code(text.partition("#")[0].rpartition(PAGE)[2])
        except Refused:
            continue
    raise Refused(
        {
            "photo": _(
                "The QR in this photo is not that of a certificate from here. Look for the one on the paper."
            )
        }
    )
