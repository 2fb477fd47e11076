"""What of each award the public may read."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from thidua.accounts.rights import Right
from thidua.core.law.reading import load_law
from thidua.registry.actions.choose_public_fields import may_choose_public_fields
from thidua.registry.models import PublicFields
from thidua.registry.open_data.fields import PublicField, read_choices
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.formats import page_language
from thidua.web.workspace.privacy.forms import PublicFieldsForm

NO_CODE = "khac"  # in addresses: awards that name none of the law data


@right_required(Right.KEEP_AWARDS)
@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """List every award of the law data with what of it is public."""
    choices = read_choices()
    rows = [
        (code or NO_CODE, award_name(code), _in_words(choices.of(code)), code in choices.made)
        for code in ("", *load_law().awards)
    ]
    context = {"rows": rows, "chooses": may_choose_public_fields(signed_in(request))}
    return render(request, "privacy/choices.html", context)


@right_required(Right.KEEP_AWARDS)
@require_http_methods(["GET", "HEAD", "POST"])
def choose(request: HttpRequest, code: str) -> HttpResponse:
    """Choose the public fields of one award."""
    award_code = "" if code == NO_CODE else code
    user = signed_in(request)
    if (award_code and award_code not in load_law().awards) or not may_choose_public_fields(user):
        raise Http404
    row = PublicFields.objects.filter(award_code=award_code).first()
    form = PublicFieldsForm(
        request.POST or None,
        award_code=award_code,
        user=user,
        initial={"seen": row.version if row else 0, "names": sorted(read_choices().of(award_code))},
    )
    if request.method == "POST" and form.accepted(form.act_on):
        messages.success(request, _("The choice has been saved; open data follow at once."))
        return redirect("public-fields")
    return render(request, "privacy/choose.html", {"form": form, "name": award_name(award_code)})


def award_name(code: str) -> str:
    """Return the name of an award in the page's language."""
    if not code:
        return _("Awards that are not in the law data")
    name = load_law().awards[code].name
    return str(name.en if page_language() == "en" else name.vi)


def _in_words(chosen: frozenset[PublicField]) -> str:
    return "; ".join(str(field.label) for field in PublicField if field in chosen)
