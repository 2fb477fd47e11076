"""What the site calls itself: looking, changing in two steps, going back."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass

from django.conf import settings
from django.contrib import messages
from django.forms import model_to_dict
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from thidua.accounts.rights import Right
from thidua.orgs.actions import change_site_identity, restore_site_identity
from thidua.orgs.models import SiteIdentity
from thidua.orgs.queries.site_identity import TEXTS, Named, identity_of
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.confirm import ask_first
from thidua.web.workspace.administration.identity_form import COLUMNS, IdentityForm

MOST_EDITIONS = 20


@dataclass(frozen=True)
class Look:
    """How head and foot of a page will look in one language; `emblem_src` is the picture itself while it is new."""

    language: str
    name: str
    identity: Named
    emblem_src: str


@dataclass(frozen=True)
class Edition:
    """An edition with the labels of what it changed; `is_present`: the one in force."""

    row: SiteIdentity
    changes: list[str]
    is_present: bool


@right_required(Right.MANAGE_SITE)
@require_http_methods(["GET", "POST"])
def page(request: HttpRequest) -> HttpResponse:
    """Show the identity and its editions; show what was typed as it will look, then save it."""
    editions = list(
        SiteIdentity.objects.defer("emblem").select_related("saved_by", "taken_from")[: MOST_EDITIONS + 1]
    )
    present = editions[0] if editions else None
    step = request.POST.get("step", "") if request.method == "POST" else ""
    form = IdentityForm(request.POST, request.FILES) if step else IdentityForm(initial=_initial(present))
    is_sound = bool(step) and form.is_valid()
    if step == "save" and form.accepted(lambda: _save(request, form)):
        messages.success(request, _("The site shows its new identity."))
        return redirect("site-identity")
    context = {
        "form": form,
        "present": present,
        "editions": _told(editions),
        "keeps_emblem": bool(form.picture),
    }
    if step == "preview" and is_sound:
        return render(
            request, "administration/identity_preview.html", context | {"looks": _looks(form, present)}
        )
    return render(request, "administration/identity.html", context)


@right_required(Right.MANAGE_SITE)
@require_http_methods(["GET", "POST"])
def restore(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask, then go back to an earlier edition; 0 is what the server was set up with."""
    former = get_object_or_404(SiteIdentity, pk=pk) if pk else None
    present = SiteIdentity.objects.only("pk").first()
    name = former.name if former and former.name else _("the name of the server's setup")
    return ask_first(
        request,
        question=_("Go back to this identity: %(name)s?") % {"name": name},
        consequence=_(
            "Names, contact and emblem are again what they were then, at once on every page. What holds now stays in "
            "the list below and can be brought back in the same way."
        ),
        verb=_("Go back to it"),
        back=reverse("site-identity"),
        act=lambda: restore_site_identity(
            former=former, by=signed_in(request), seen=present.pk if present else 0
        ),
        done=_("The site shows its earlier identity again."),
    )


def _initial(present: SiteIdentity | None) -> dict[str, object]:
    texts = model_to_dict(present, TEXTS) if present else {}
    return texts | {"seen": present.pk if present else 0}


def _save(request: HttpRequest, form: IdentityForm) -> SiteIdentity:
    given = form.cleaned_data
    return change_site_identity(
        texts=form.texts,
        by=signed_in(request),
        seen=given["seen"],
        emblem=form.picture,
        without_emblem=given["without_emblem"],
    )


def _looks(form: IdentityForm, present: SiteIdentity | None) -> list[Look]:
    row: dict[str, object] = dict(form.texts)
    source = ""
    if form.picture:
        row |= {"emblem_key": "new", "emblem_width": form.picture.width, "emblem_height": form.picture.height}
        source = f"data:image/png;base64,{b64encode(form.picture.png).decode('ascii')}"
    elif present and not form.cleaned_data["without_emblem"]:
        row |= model_to_dict(present, []) | {
            name: getattr(present, name) for name in ("emblem_key", "emblem_width", "emblem_height")
        }
    return [Look(code, name, identity_of(row, code), source) for code, name in settings.LANGUAGES]


def _told(editions: list[SiteIdentity]) -> list[Edition]:
    shown = editions[:MOST_EDITIONS]
    befores = [*editions[1:], SiteIdentity()] if len(editions) <= MOST_EDITIONS else editions[1:]
    return [
        Edition(row, _changes(row, before), number == 0)
        for number, (row, before) in enumerate(zip(shown, befores, strict=False))
    ]


def _changes(row: SiteIdentity, before: SiteIdentity) -> list[str]:
    names = [*TEXTS, "emblem_key"]
    changed = [name for name in names if getattr(row, name) != getattr(before, name)]
    labels = {name: capfirst(str(COLUMNS[name].verbose_name)) for name in TEXTS}
    return [
        f"{labels[name]}: {getattr(row, name) or _('(empty)')}"
        if name in labels
        else (_("another emblem") if row.emblem_key else _("no emblem"))
        for name in changed
    ]
