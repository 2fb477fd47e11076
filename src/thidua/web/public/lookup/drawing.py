"""The rows of a list of awards as HTML: fifty of them, drawn by a template, would cost more than finding them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from thidua.web.public.lookup.shown import ShownAward
from thidua.web.shell import cells


def drawn(rows: Sequence[ShownAward], *, with_decision: bool = True) -> SafeString:
    """Return head and body of a table of awards; without their decision on its own page."""
    labels = [pgettext("lookup", "Recipient"), _("Post, unit and commune then"), pgettext("lookup", "Award")]
    labels += [_("Decision"), _("Year")] if with_decision else []
    labels = [conditional_escape(one) for one in (*labels, _("Status"))]
    head = "".join(f'<th scope="col" role="columnheader">{one}</th>' for one in labels)
    body = "\n".join(_rows(rows, labels, with_decision))
    return mark_safe(  # noqa: S308 - each part is escaped
        f'<thead role="rowgroup"><tr role="row">{head}</tr></thead><tbody role="rowgroup">\n{body}</tbody>'
    )


def _rows(rows: Sequence[ShownAward], labels: Sequence[str], with_decision: bool) -> Iterator[str]:
    unknown = f'<span class="unknown">{conditional_escape(_("not recorded"))}</span>'
    mark, tag = cache(cells.provenance_mark), cache(cells.tag)
    cell = [f'<td role="cell" data-label="{one}">' for one in labels]
    # Names, posts and awards stand in Vietnamese on every page (WCAG 3.1.2).
    own, end = ("", "") if get_language() == "vi" else ('<span lang="vi">', "</span>")
    for one in rows:
        award = one.award
        paper = ""
        if with_decision:
            year = unknown if award.year is None else award.year
            paper = f"{cell[3]}{_paper(one)}</td>{cell[4]}{year}</td>"
        yield (
            f'<tr role="row"><th scope="row" role="rowheader">{own}{conditional_escape(one.name)}{end} '
            f"{mark(award.provenance)}{_note(one.kind)}</th>"
            f"{cell[1]}{f'{own}{conditional_escape(one.where)}{end}' if one.where else unknown}</td>"
            f"{cell[2]}{own}{conditional_escape(award.award)}{end}</td>{paper}"
            f"{cell[-1]}<div>{tag(one.status)}{_note(one.why)}</div></td></tr>"
        )


def _paper(one: ShownAward) -> str:
    words = conditional_escape(one.paper)
    return f'<a href="{one.decision_url}">{words}</a>' if one.decision_url else words


def _note(text: str) -> str:
    return f'<span class="cell-note">{conditional_escape(text)}</span>' if text else ""
