"""The parts of a dossier, each done or not, and where each is written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.nominations.models import Dossier, Nomination
from thidua.nominations.queries.missing import Lack, needs_minutes
from thidua.web.shell.tags import Tag, Tone
from thidua.web.workspace.nominations.parts import FIELDS, QUESTIONS, WHO

MOST_TASKS = 10  # nominees with a task of their own; more are told together
_REPORTED = frozenset({"achievement", "report"})


@dataclass(frozen=True)
class Task:
    """One part: its name, where it is written (empty: not yet possible), what to know; `tag` None when done."""

    title: str
    url: str
    hint: str
    tag: Tag | None


@dataclass(frozen=True)
class Section:
    """Parts that belong together."""

    title: str
    tasks: tuple[Task, ...]


def sections_of(
    dossier: Dossier, nominees: Sequence[Nomination], papers: Iterable[int | None], lacks: Sequence[Lack]
) -> list[Section]:
    """Return the parts; `papers`: for each paper the nomination it belongs to, or None for the dossier's own."""
    own = list(papers)
    blocking = [lack for lack in lacks if lack.blocks]
    return [
        Section(_("1. Recipients"), tuple(_recipients(dossier, nominees, blocking))),
        Section(_("2. Achievements"), tuple(_achievements(dossier, nominees, own, blocking))),
        Section(_("3. The unit's papers"), tuple(_papers(dossier, blocking))),
        Section(_("4. Check and send in"), (_sending(dossier, nominees, blocking),)),
    ]


def count_done(sections: Sequence[Section]) -> tuple[int, int]:
    """Return how many parts are done, and how many there are; sending is not counted."""
    tasks = [task for section in sections[:-1] for task in section.tasks]
    return sum(task.tag is None for task in tasks), len(tasks)


def next_task(sections: Sequence[Section]) -> Task | None:
    """Return the first part that is still to be done and can be."""
    return next(
        (task for section in sections for task in section.tasks if task.tag is not None and task.url), None
    )


def _recipients(dossier: Dossier, nominees: Sequence[Nomination], lacks: Sequence[Lack]) -> Iterable[Task]:
    about = reverse("dossier-about", args=[dossier.code])
    yield Task(_("What the dossier is about"), about, dossier.get_route_display(), None)
    missing = [
        lack
        for lack in lacks
        if lack.field == "nominations" or (lack.nomination is not None and lack.field not in _REPORTED)
    ]
    hint = _("nominees: %(count)s") % {"count": len(nominees)} if nominees else ""
    yield Task(
        _("Who is nominated"),
        reverse("dossier-nominees", args=[dossier.code]),
        hint,
        _tag(bool(missing), begun=bool(nominees)),
    )


def _achievements(
    dossier: Dossier, nominees: Sequence[Nomination], papers: list[int | None], lacks: Sequence[Lack]
) -> Iterable[Task]:
    title = _("Achievement report")
    if not nominees:
        yield Task(title, "", _("after somebody is nominated"), _later())
        return
    open_ones = {lack.nomination for lack in lacks if lack.field in _REPORTED}
    if len(nominees) > MOST_TASKS:
        done = len(nominees) - len(open_ones & {row.pk for row in nominees})
        hint = _("%(done)s of %(count)s written") % {"done": done, "count": len(nominees)}
        url = reverse("dossier-nominees", args=[dossier.code])
        yield Task(_("Achievement reports"), url, hint, _tag(bool(open_ones), begun=done > 0))
        return
    for row in nominees:
        begun = bool(row.achievement or row.report)
        yield Task(
            _("Achievement report: %(name)s") % {"name": row.recipient_name},
            reverse("nominee-question", args=[dossier.code, row.pk, "thanh-tich"]),
            "",
            _tag(row.pk in open_ones, begun=begun),
        )
        count = papers.count(row.pk)
        yield Task(
            _("Papers that prove it: %(name)s") % {"name": row.recipient_name},
            reverse("nominee-papers", args=[dossier.code, row.pk]),
            _("papers: %(count)s") % {"count": count},
            _tag(not count, begun=False),
        )


def _papers(dossier: Dossier, lacks: Sequence[Lack]) -> Iterable[Task]:
    fields = {lack.field for lack in lacks if lack.nomination is None}
    if needs_minutes(dossier):
        open_ones = fields & {"met_on", "evidence:minutes"}
        url = reverse("dossier-minutes", args=[dossier.code])
        yield Task(_("Minutes of the meeting"), url, "", _tag(bool(open_ones), begun=len(open_ones) == 1))
    open_ones = fields & {"letter_number", "letter_date", "evidence:letter"}
    url = reverse("dossier-letter", args=[dossier.code])
    yield Task(_("Signed submission letter"), url, "", _tag(bool(open_ones), begun=len(open_ones) == 1))


def _sending(dossier: Dossier, nominees: Sequence[Nomination], lacks: Sequence[Lack]) -> Task:
    url = reverse("check-dossier", args=[dossier.code])
    if not nominees:
        return Task(_("Check and send in"), "", _("after somebody is nominated"), _later())
    if lacks:
        hint = _("still missing: %(count)s") % {"count": len(lacks)}
        return Task(_("Check and send in"), url, hint, Tag(_("To do"), Tone.NEUTRAL))
    return Task(_("Check and send in"), url, "", Tag(_("Next step"), Tone.INFO))


def _tag(is_open: bool, *, begun: bool) -> Tag | None:
    if not is_open:
        return None
    return Tag(_("Begun, not finished"), Tone.INFO) if begun else Tag(_("To do"), Tone.NEUTRAL)


def _later() -> Tag:
    return Tag(_("Not yet possible"), Tone.NEUTRAL)


def first_question(lacks: Iterable[Lack], nomination: int) -> str:
    """Return the first question about a nominee that is still open; the name when none is."""
    parts = {FIELDS.get(lack.field, WHO) for lack in lacks if lack.nomination == nomination and lack.blocks}
    return next((part for part in QUESTIONS if part in parts), WHO)
