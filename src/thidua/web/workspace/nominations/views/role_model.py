"""From the story of a role model to a dossier in one step."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from thidua.accounts.rights import Right
from thidua.movements.models import RoleModel
from thidua.movements.role_model_access import desks_visible_to, may_see_desk, to_nominate
from thidua.nominations.actions import nominate_role_model
from thidua.nominations.enums import Level
from thidua.web.shell.access import right_required, signed_in
from thidua.web.workspace.nominations.find import begun_for
from thidua.web.workspace.nominations.forms.role_model import TYPES, RoleModelNominationForm


@right_required(Right.NOMINATE)
@require_http_methods(["GET", "POST"])
def nominate(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask for the award alone; name, deed and story are taken along."""
    user = signed_in(request)
    rows = RoleModel.objects.select_related(
        "person", "household__head", "unit", "story", "found_by", "invited_unit"
    )
    offered = Q(pk__in=desks_visible_to(user).values("pk")) | Q(pk__in=to_nominate(user).values("pk"))
    row = get_object_or_404(rows.filter(offered), pk=pk)
    units = begun_for(user)
    if not units:
        raise PermissionDenied(
            _("You prepare dossiers for no unit that exists today. Ask your administrator.")
        )
    initial: dict[str, object] = {"commendation_type": TYPES[0], "level": Level.PROVINCE}
    mine = {unit.pk for unit in units}
    wanted = units[0].pk if len(units) == 1 else row.invited_unit_id
    initial |= {"unit": wanted} if wanted in mine else {}
    form = RoleModelNominationForm(request.POST or None, units=units, initial=initial)
    if request.method == "POST" and form.accepted(
        lambda: nominate_role_model(role_model=row, by=user, **form.cleaned_data)
    ):
        messages.success(
            request, _("The dossier is begun with the story as its report. Complete it, then send it in.")
        )
        return redirect("my-dossier", form.outcome.dossier.code)
    return render(
        request,
        "nominations/role_model.html",
        {"form": form, "row": row, "may_see_desk": may_see_desk(user, row)},
    )
