"""One role model on its way to a story: consent, story, publication, nomination."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from thidua.accounts.rights import Right
from thidua.movements.enums import SubjectKind
from thidua.movements.role_model_access import is_office, is_public, may_be_named
from thidua.orgs.access import may, may_anywhere
from thidua.web.shell.access import signed_in
from thidua.web.workspace.role_models.find import at_the_desk, role_model_or_404
from thidua.web.workspace.role_models.states import story_tag


@at_the_desk
@require_safe
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what was said, what is written, and what comes next."""
    row, user = role_model_or_404(request, pk), signed_in(request)
    story, office = getattr(row, "story", None), is_office(user)
    context = {
        "row": row,
        "name": row.person.addressed_name if row.person else str(row.subject),
        "story": story,
        "tag": story_tag(story),
        "photos": story.photos.select_related("photo") if story else [],
        "consents": row.consent_records.select_related("recorded_by").order_by("-recorded_at", "-pk"),
        "is_asked": row.subject_kind != SubjectKind.COLLECTIVE,
        "may_be_named": may_be_named(row),
        "is_public": story is not None and is_public(story),
        "is_office": office,
        "may_keep": may(user, Right.KEEP_RECORDS, row.found_by),
        "may_invite": office and may_be_named(row),
        "may_nominate": may_anywhere(user, Right.NOMINATE),
        "nominations": row.nominations.select_related("dossier"),
    }
    return render(request, "role_model_desk/desk.html", context)
