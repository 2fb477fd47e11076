"""Checking certificates on the reader's own device, also where there is no network.

The page, its parts and the public keys are kept by the browser (a service worker) once the page was opened; the
signature in the QR is then checked there, by the browser's own Ed25519 (Web Cryptography, Secure Curves).
"""

from __future__ import annotations

import hashlib
import json
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from thidua.support.documents.proof.keyring import public_keys_json
from thidua.web.public.certificate_forms import QrTextForm
from thidua.web.public.views.certificates import unlisted

PARTS: Final = (
    "shell/site.css",
    "shell/shell.js",
    "shell/mark.svg",
    "fonts/noto-sans-latin.woff2",
    "fonts/noto-sans-vietnamese.woff2",
    "web_public/scan.js",
    "web_public/check_on_device.js",
)


@require_safe
@unlisted
def page(request: HttpRequest) -> HttpResponse:
    """Show the page that checks by itself."""
    context = {"form": QrTextForm(), "keys": json.loads(public_keys_json())["keys"]}
    return render(request, "public/certificate_on_device.html", context)


@require_safe
@never_cache
def worker(request: HttpRequest) -> HttpResponse:
    """Give the worker that keeps the page and its parts; it is another one whenever a part is."""
    parts = [static(part) for part in PARTS]
    told = {
        "page": reverse("certificate-on-device"),
        "parts": parts,
        "kept": f"certificates-{hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:12]}",
    }
    return render(
        request,
        "public/certificate_worker.js",
        {name: json.dumps(value) for name, value in told.items()},
        content_type="text/javascript; charset=utf-8",
    )
