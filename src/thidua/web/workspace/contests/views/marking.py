"""One work before a juror: its file, the marks, a conflict."""

from __future__ import annotations

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from thidua.accounts.rights import Right
from thidua.contests.actions import declare_conflict, save_marks
from thidua.contests.models import Juror
from thidua.contests.queries.desk import Desk, DeskEntry, desk_of, judged_file, others_marks, own_marks
from thidua.support.files.kinds import DOCX, JPEG, PDF, PNG
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.typed import keeps_typed, typed_before
from thidua.web.workspace.contests.find import own_jury
from thidua.web.workspace.contests.forms.marking import ConflictForm, MarksForm

_ENDINGS = {kind.content_type: kind.endings[0] for kind in (PDF, DOCX, JPEG, PNG)}


@keeps_typed
@right_required(Right.JUDGE)
def page(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """Show a work and take its marks; one work to a page, the next follows."""
    juror = own_jury(request, pk)
    desk = desk_of(juror)
    one = _on_desk(desk, code)
    shown = {
        "edition": juror.edition,
        "desk": desk,
        "one": one,
        "pictures": [file for file in one.entry.files if file.is_picture],
    }
    if desk.round is None:
        return render(request, "contests/entry.html", shown)
    marks = own_marks(juror, desk.round, code)
    form = MarksForm(request.POST or None, marks=marks, initial=typed_before(request))
    if request.method == "POST" and form.accepted(
        lambda: save_marks(edition=juror.edition, code=code, marks=form.lines(), by=signed_in(request))
    ):
        messages.success(request, _("The marks of %(code)s are saved.") % {"code": code})
        return _onward(request, juror, code)
    names = [own.criterion.name for own in marks]
    context = shown | {
        "form": form,
        "marks": marks,
        "others": [
            {"juror": other.juror, "points": list(zip(names, other.points, strict=True))}
            for other in others_marks(juror, desk.round, code)
        ],
        "next": _next(desk, code),
    }
    return render(request, "contests/entry.html", context)


@right_required(Right.JUDGE)
@require_safe
def file(request: HttpRequest, pk: int, code: str, ordinal: int) -> HttpResponseBase:
    """Give a file of a work, named by its code."""
    stored = judged_file(own_jury(request, pk), code, ordinal)
    if stored is None:
        raise Http404
    name = f"{code}-{ordinal}{_ENDINGS[stored.content_type]}"
    answer = FileResponse(stored.content.open("rb"), filename=name, content_type=stored.content_type)
    answer["Cache-Control"] = "private, no-store"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


@right_required(Right.JUDGE)
def conflict(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """Declare a conflict with a work."""
    juror = own_jury(request, pk)
    one = _on_desk(desk_of(juror), code)
    form = ConflictForm(request.POST or None)
    if request.method == "POST" and form.accepted(
        lambda: declare_conflict(
            edition=juror.edition, code=code, reason=form.cleaned_data["reason"], by=signed_in(request)
        )
    ):
        messages.success(request, _("The conflict is recorded. You do not judge %(code)s.") % {"code": code})
        return redirect("jury-desk", pk)
    return render(request, "contests/own_conflict.html", {"form": form, "edition": juror.edition, "one": one})


def _on_desk(desk: Desk, code: str) -> DeskEntry:
    found = next((one for one in desk.entries if one.entry.code == code), None)
    if found is None:
        raise Http404
    return found


def _next(desk: Desk, code: str) -> str:
    """Return the code of the next work without all of its marks, after this one or from the beginning."""
    codes = [one.entry.code for one in desk.entries]
    start = codes.index(code) + 1
    order = [*desk.entries[start:], *desk.entries[: start - 1]]
    return next((one.entry.code for one in order if not one.is_done), "")


def _onward(request: HttpRequest, juror: Juror, code: str) -> HttpResponse:
    following = _next(desk_of(juror), code)
    if following and "next" in request.POST:
        return redirect("judge-entry", juror.edition_id, following)
    return redirect("jury-desk", juror.edition_id)
