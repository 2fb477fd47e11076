"""Writing the list of winners of a record: pasted or from a file, with a verdict per line before it is saved."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from thidua.accounts.rights import Right
from thidua.registry.enums import CommendationType, RecipientKind
from thidua.registry.lists.reading import ReadLine, read_rows, read_text
from thidua.registry.lists.verdicts import Judged, State, Verdict, judge
from thidua.support.files.kinds import CSV, XLSX
from thidua.support.refusals import Refused, Sentence
from thidua.support.spreadsheets.faults import TableRefused
from thidua.support.spreadsheets.reading import read_table
from thidua.web.shell import cells
from thidua.web.shell.access import require_right, right_required, signed_in
from thidua.web.shell.forms import FileField, Form, SeenField
from thidua.web.shell.tags import Tag, Tone
from thidua.web.workspace.records.record_kind import LineList, RecordKind
from thidua.web.workspace.records.views.page import seen_or_404

# Of a long list without faults so many lines are shown before it is saved; those at fault are all shown.
MOST_SHOWN: Final = 100
TAGS: Final[dict[State, tuple[Promise, Tone]]] = {
    State.KEPT: (gettext_lazy("as before"), Tone.NEUTRAL),
    State.NEW: (gettext_lazy("new"), Tone.INFO),
    State.CHANGED: (gettext_lazy("changed"), Tone.INFO),
    State.AT_FAULT: (gettext_lazy("to correct"), Tone.ERROR),
}


class LinesForm(Form):
    """The list as text, or a file that is put in its place."""

    seen = SeenField(required=False)
    default_kind = forms.ChoiceField(
        label=gettext_lazy("Lines that do not say what they are"),
        choices=[(kind.value, capfirst(kind.label)) for kind in RecipientKind],
        widget=forms.RadioSelect,
    )
    file = FileField(
        label=gettext_lazy("Take the list from a file"),
        kinds=(XLSX, CSV),
        required=False,
        help_text=gettext_lazy(
            "Excel or CSV, with headings such as Họ và tên, Đối tượng. It takes the place of the text above."
        ),
    )
    lines = forms.CharField(
        label=gettext_lazy("The list, one to a line"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 16, "spellcheck": "false", "autocapitalize": "none"}),
    )

    def read(self, lines: LineList) -> list[ReadLine]:
        """Return the lines of the file if there is one, else those of the text; raises Refused."""
        upload, kind = self.cleaned_data["file"], self.cleaned_data["default_kind"]
        if upload is None:
            return read_text(self.cleaned_data["lines"], lines.shape, kind)
        try:
            table = read_table(upload.read(), upload.name)
        except TableRefused as refused:
            said: list[Sentence] = [fault.sentence for fault in refused.faults]
            raise Refused({"file": said}) from refused
        return read_rows(table.headings, [row.values for row in table.rows], lines.shape, kind)


@right_required(Right.SEE_RECORDS)
@require_http_methods(["GET", "POST"])
def edit_lines(request: HttpRequest, kind: RecordKind, pk: int) -> HttpResponse:
    """Show the list as text; on POST its verdicts, or store it when it was sent to be saved and has no fault."""
    user = signed_in(request)
    row = seen_or_404(kind, user, pk)
    require_right(request, kind.right, unit=kind.unit_of(row))
    lines = kind.lines
    assert lines is not None
    stored = lines.stored(row)
    start = {"seen": row.version, "default_kind": lines.default_kind, "lines": written(stored, lines)}
    form = LinesForm(request.POST or None, request.FILES or None, initial=start)
    judged = _judged(form, lines, stored) if request.method == "POST" else None
    if judged and request.POST.get("act") == "save" and not form.cleaned_data["file"] and not judged.faulty:
        store = lines.replace
        if form.accepted(lambda: store(row, judged.lines, version=form.cleaned_data["seen"] or 0, by=user)):
            messages.success(request, str(lines.saved))
            return redirect(kind.url("page", pk))
    context = {
        "kind": kind,
        "lines": lines,
        "row": row,
        "title": kind.title(row),
        "back": kind.url("page", pk),
        "form": form,
        **_shown(judged, lines),
    }
    return render(request, "records/lines.html", context)


def written(stored: Sequence[Any], lines: LineList) -> str:
    """Return lines as a person writes them: name; kind; and the two other parts where there are any."""
    told = []
    for line in stored:
        kind, name, first, second = line.texts()
        told.append(_joined(name, kind, first, second, *lines.extras(line)))
    return "\n".join(told)


def _judged(form: LinesForm, lines: LineList, stored: Sequence[Any]) -> Judged[Any] | None:
    if not form.is_valid():
        return None
    try:
        read = form.read(lines)
    except Refused as refused:
        form.refuse(refused)
        return None
    judged = judge(read, stored, lines.make, lines.renew)
    if form.cleaned_data["file"]:
        # From here on the text is the list; a browser would not send the file again.
        form.data = form.data.copy()  # type: ignore[attr-defined]
        form.data["lines"] = "\n".join(_as_text(each) for each in read)  # type: ignore[index]
    if judged.faulty:
        faults: list[Sentence] = [
            _("Line %(number)s: %(sentence)s") % {"number": verdict.number, "sentence": sentence}
            for verdict in judged.verdicts
            for sentence in verdict.faults
        ]
        form.refuse(Refused({"lines": faults[:20]}))
    return judged


def _as_text(line: ReadLine) -> str:
    kind = str(CommendationType(line.type).label) if line.type else ""
    return _joined(line.name, line.kind, line.first, line.second, str(line.year or ""), kind)


def _joined(name: str, kind: str, *beside: str) -> str:
    """Return the parts of a line up to the last one that says anything."""
    parts = [name, str(RecipientKind(kind).label), *beside]
    while not parts[-1]:
        parts.pop()
    if len(parts) == 3:  # a lone part would be taken for another column
        parts.append("")
    return "; ".join(parts)


def _shown(judged: Judged[Any] | None, lines: LineList) -> dict[str, object]:
    if judged is None:
        return {"judged": None}
    telling = [verdict for verdict in judged.verdicts if verdict.faults or verdict.doubts]
    plain = [verdict for verdict in judged.verdicts if not (verdict.faults or verdict.doubts)]
    shown = sorted([*telling, *plain[:MOST_SHOWN]], key=lambda verdict: verdict.number)
    return {
        "judged": judged,
        "rows": [_row(verdict, lines) for verdict in shown],
        "not_shown": len(judged.verdicts) - len(shown),
        "dropped": [line.texts()[1] for line in judged.dropped],
    }


def _row(verdict: Verdict[Any], lines: LineList) -> dict[str, object]:
    kind, name, first, second = verdict.line.texts()
    words, tone = TAGS[verdict.state]
    return {
        "number": verdict.number,
        "name": cells.with_mark(name, verdict.line.provenance),
        "kind": RecipientKind(kind).label,
        "first": first,
        "second": second,
        "more": ", ".join(filter(None, lines.extras(verdict.line))),
        "tag": Tag(str(words), tone),
        "said": [*verdict.faults, *verdict.doubts],
    }
