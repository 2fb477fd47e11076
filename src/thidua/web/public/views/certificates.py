"""Whether a certificate is real: by its code, by the text of its QR, and by anybody with the public keys."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Final
from unicodedata import normalize

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from thidua.decisions.queries import CertificateFacts, certificate_facts, known_codes
from thidua.support.documents.proof.codes import likely_codes, read_code
from thidua.support.documents.proof.keyring import public_keys, public_keys_json, public_keys_pem
from thidua.support.documents.proof.payload import Proof, verify
from thidua.support.refusals import Refused
from thidua.web.public.certificate_forms import CheckForm, PhotoForm
from thidua.web.shell.forms import Form
from thidua.web.shell.tries import MOST, seconds_to_wait

PAGE: Final = "public/certificate.html"
LONGEST_CODE: Final = 20  # signs, with spaces and hyphens; what is longer can only be the text of a QR
View = Callable[..., HttpResponse]


def unlisted(view: View) -> View:
    """Keep what a view answers out of search engines and caches: it names people, and may change any day."""

    @wraps(view)
    def answered(*args: Any, **kwargs: Any) -> HttpResponse:
        response = view(*args, **kwargs)
        response["X-Robots-Tag"] = "noindex"
        # The page may ask for the camera; whatever is shown inside it may not.
        response["Permissions-Policy"] = "camera=(self), microphone=(), geolocation=()"
        return response

    return never_cache(answered)


@csrf_exempt  # asks only and changes nothing; readers of the public pages get no cookie
@unlisted
def check(request: HttpRequest) -> HttpResponse:
    """Ask for a code; lead a code to its page, and answer the text of a QR at once, so that it is in no address."""
    form = CheckForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data["code"]
        if _is_from_qr(typed):
            return answer_of_qr(request, typed)
        if form.accepted(lambda: read_code(typed)):
            return redirect("certificate-checked", form.outcome)
        return ask(request, form, likely=_meant(request, typed))
    return ask(request, form)


@require_safe
@unlisted
def checked(request: HttpRequest, typed: str) -> HttpResponse:
    """Say what the register knows of a code; known or not, it is the same work."""
    if wait := seconds_to_wait(request):
        return too_often(request, wait, CheckForm(initial={"code": typed}))
    try:
        facts = certificate_facts(typed)
    except Refused as refused:
        form = CheckForm({"code": typed})
        form.is_valid()
        form.refuse(refused)
        return ask(request, form, status=404, likely=known_codes(likely_codes(typed)))
    return _answer(request, facts.code if facts else read_code(typed), facts)


def ask(
    request: HttpRequest,
    form: Form | None = None,
    *,
    photo: Form | None = None,
    status: int = 200,
    **more: Any,
) -> HttpResponse:
    """Show the page that asks for a code or a photo; the one that was sent keeps its faults."""
    sent = photo or form
    context = {"form": form or CheckForm(), "photo": photo or PhotoForm(), "sent": sent, **more}
    context["has_faults"] = bool(sent and sent.errors)
    return render(request, PAGE, context, status=status)


def answer_of_qr(request: HttpRequest, text: str) -> HttpResponse:
    """Answer the text of a QR by its signature and by the register."""
    form = CheckForm({"code": text})
    if wait := seconds_to_wait(request):
        return too_often(request, wait, form)
    if not form.accepted(lambda: _proved(text)):
        return ask(request, form)
    proof: Proof = form.outcome
    return _answer(request, proof.code, _facts_of(proof), proof)


@require_safe
def keys_json(request: HttpRequest) -> HttpResponse:
    """Give the public keys as JSON, for offices that check without a network."""
    return _download(public_keys_json(), "application/json", "khoa-cong-khai.json")


@require_safe
def keys_pem(request: HttpRequest) -> HttpResponse:
    """Give the public keys as PEM, as openssl reads them."""
    return _download(public_keys_pem(), "application/x-pem-file", "khoa-cong-khai.pem")


def _meant(request: HttpRequest, typed: str) -> tuple[str, ...]:
    """Return which codes of the register may have been meant; counted as a try, and none where tries are used up."""
    likely = likely_codes(typed)
    return known_codes(likely) if likely and not seconds_to_wait(request) else ()


def _is_from_qr(typed: str) -> bool:
    return len(typed) > LONGEST_CODE or typed.upper().startswith("THIDUA")


def _proved(text: str) -> Proof:
    try:
        return verify(text, public_keys())
    except Refused as refused:
        raise Refused({"code": refused.faults[""]}) from refused


def _facts_of(proof: Proof) -> CertificateFacts | None:
    try:
        return certificate_facts(proof.code)
    except Refused:  # signed by a key we trust, with a code of another form
        return None


def _answer(
    request: HttpRequest, code: str, facts: CertificateFacts | None, proof: Proof | None = None
) -> HttpResponse:
    status = 200 if facts or proof else 404
    if facts and proof and not _says_the_same(proof, facts):
        proof = (
            None  # signed, but not these words: what counts is the register, and the paper is held against it
        )
    return ask(request, status=status, code=code, facts=facts, proof=proof)


def _says_the_same(proof: Proof, facts: CertificateFacts) -> bool:
    kept = (normalize("NFC", facts.name), normalize("NFC", facts.decision_number), facts.decided_on)
    return (proof.name, proof.decision_number, proof.decided_on) == kept


def too_often(
    request: HttpRequest, wait: int, form: Form | None = None, *, crowded: bool = False
) -> HttpResponse:
    """Ask the reader to wait so many seconds, or to type the code where `crowded`; what was typed stays."""
    response = ask(request, form, status=429, wait=wait, most=MOST, crowded=crowded)
    response["Retry-After"] = str(wait)
    return response


def _download(text: str, content_type: str, name: str) -> HttpResponse:
    return HttpResponse(
        text,
        content_type=f"{content_type}; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"', "X-Robots-Tag": "noindex"},
    )
