"""The legal texts of the law book."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from thidua.accounts.rights import Right
from thidua.core.law.book import LawBook
from thidua.core.law.provisions import LegalText
from thidua.core.law.summaries.places import standing, text_name
from thidua.core.law.summaries.shapes import Named, Standing
from thidua.lawbook.queries import current
from thidua.web.shell.access import right_required
from thidua.web.workspace.law.day import DayForm, shown_again
from thidua.web.workspace.law.views.awards import frame
from thidua.web.workspace.law.words import TEXT_KINDS

ORDER = ("law", "decree", "decision", "circular", "letter")


@dataclass(frozen=True)
class ShownText:
    """A text with what it replaces or amends, and whether its content is loaded."""

    text: LegalText
    in_force: bool
    is_to_come: bool
    standing: Standing
    replaces: tuple[Named, ...]
    amends: tuple[Named, ...]
    followed_by: Named | None
    stands_in: Named | None  # the text whose conditions are still judged in its place


@dataclass(frozen=True)
class TextGroup:
    """The texts of one kind."""

    kind: str
    name: str
    texts: tuple[ShownText, ...]


@right_required(Right.SEE_WORKSPACE)
@require_safe
def texts(request: HttpRequest) -> HttpResponse:
    """Show every text: when it holds, what it replaces, how sure we are of it."""
    now = current()
    form, day = shown_again(DayForm, request)
    kinds = dict.fromkeys([*ORDER, *(text.kind for text in now.book.texts.values())])
    groups = []
    for kind in kinds:
        found = sorted(
            (text for text in now.book.texts.values() if text.kind == kind),
            key=lambda text: (not text.validity.covers(day), -text.validity.since.toordinal(), text.code),
        )
        if found:
            shown = tuple(_shown(now.book, text, day) for text in found)
            groups.append(TextGroup(kind, str(TEXT_KINDS.get(kind, kind)), shown))
    context = frame(request, now, "texts") | {"form": form, "day": day, "groups": groups}
    return render(request, "law/texts.html", context)


def _shown(book: LawBook, text: LegalText, day: date) -> ShownText:
    return ShownText(
        text=text,
        in_force=text.validity.covers(day),
        is_to_come=day < text.validity.since,
        standing=standing(book, f"text/{text.code}", text.certainty),
        replaces=tuple(text_name(book, code) for code in text.replaces),
        amends=tuple(text_name(book, code) for code in text.amends),
        followed_by=text_name(book, text.followed_by) if text.followed_by else None,
        stands_in=text_name(book, text.evaluates) if text.evaluates and not text.loaded_for else None,
    )
