"""Filters and tags of the law desk's templates."""

from __future__ import annotations

from collections.abc import Iterable

from django.template import Context, Library
from django.utils.html import format_html
from django.utils.safestring import SafeString

from thidua.core.language import Wording
from thidua.core.law.provisions import Certainty
from thidua.core.law.summaries.phrases import capitalised, sentence, without_stop
from thidua.core.law.summaries.shapes import Named, Place, Standing, SummaryLine
from thidua.lawbook.spoken import said as in_words
from thidua.web.shell import cells
from thidua.web.shell.tags import Tag, Tone
from thidua.web.workspace.law.check_part import CheckPart, check_part
from thidua.web.workspace.law.words import CHANGES

register = Library()

_TONES = {
    Certainty.CONFIRMED: Tone.SUCCESS,
    Certainty.DERIVED: Tone.SUCCESS,
    Certainty.LOCAL: Tone.INFO,
    Certainty.SECONDARY: Tone.WARNING,
    Certainty.MEMORY: Tone.WARNING,
    Certainty.LOW: Tone.WARNING,
}


@register.filter
def said(wording: Wording | Named | None) -> str:
    """`{{ piece.says|said }}`: words of the law data in the language of the page."""
    if wording is None:
        return ""
    return in_words(wording.name if isinstance(wording, Named) else wording)


@register.filter
def begun(wording: Wording | Named | None) -> str:
    """`{{ piece.says|begun }}`: the same with a capital first letter."""
    if wording is None:
        return ""
    return in_words(capitalised(wording.name if isinstance(wording, Named) else wording))


@register.filter
def whole(wording: Wording | None) -> str:
    """`{{ note|whole }}`: the same as a sentence with its stop."""
    return "" if wording is None else in_words(sentence(capitalised(wording)))


@register.filter
def whole_within(wording: Wording | None) -> str:
    """`{{ finding.lacks|whole_within }}`: the end of a sentence that a label began, with its stop."""
    return "" if wording is None else f"{in_words(without_stop(wording))}."


@register.filter
def said_all(wordings: Iterable[Wording | Named]) -> str:
    """`{{ award.recipients|said_all }}`: words one after the other, with commas."""
    return ", ".join(said(wording) for wording in wordings)


@register.filter
def places(cited: Iterable[Place]) -> str:
    """`{{ piece.places|places }}`: where it stands, place after place."""
    return "; ".join(in_words(place.words) for place in cited)


@register.simple_tag
def source(cited: Iterable[Place], standing: Standing | None = None) -> SafeString:
    """`{% source piece.places piece.standing %}`: the places, and how sure we are of them, as a quieter line.

    What was read in the official text is told in plain words; anything else is a tag.
    """
    told = places(cited)
    if standing is None:
        return format_html('<span class="source">{}</span>', told) if told else SafeString("")
    words = certainty(standing) if standing.certainty is not Certainty.CONFIRMED else in_words(standing.words)
    return format_html('<span class="source">{}{}{}</span>', told, " · " if told else "", words)


@register.filter
def certainty(standing: Standing) -> SafeString:
    """`{{ text.standing|certainty }}`: how sure we are of it, as a tag."""
    return cells.tag(Tag(in_words(standing.words), _TONES[standing.certainty]))


@register.simple_tag(takes_context=True)
def check_of(context: Context, standing: Standing) -> CheckPart:
    """`{% check_of piece.standing as part %}`: the check of a provision, for `law/check.html`."""
    return check_part(
        context["book"],
        standing.provision,
        check=context["checks"].get(standing.provision),
        may_keep=context["may_keep"],
        back=context["request"].get_full_path(),
    )


@register.filter
def change_tag(how: str) -> SafeString:
    """`{{ change.how|change_tag }}`: what became of it, as a tag; nothing for a plain statement."""
    words = CHANGES.get(how)
    return cells.tag(Tag(str(words[0]), words[1])) if words else SafeString("")


@register.filter
def alone(line: SummaryLine) -> tuple[SummaryLine, ...]:
    """`{{ way.lines|alone }}`: one line as a list of lines."""
    return (line,)
