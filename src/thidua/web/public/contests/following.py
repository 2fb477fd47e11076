"""What became of an entry, for who has its code; and the tags of editions."""

from __future__ import annotations

from typing import Final

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from thidua.contests.enums import EditionStage, EntryState
from thidua.contests.models import Entry
from thidua.contests.queries.stages import stage_of
from thidua.web.public.contests.outcome import outcome
from thidua.web.shell import formats
from thidua.web.shell.follow_up import Followed
from thidua.web.shell.tags import Tag, Tone

# What the office does between closing and results is one thing for the public: the works are being judged.
_JUDGED: Final = (EditionStage.CODED, EditionStage.JUDGING, EditionStage.JUDGED, EditionStage.REVEALED)
_TONES: Final = {
    EditionStage.OPEN: Tone.SUCCESS,
    EditionStage.AHEAD: Tone.INFO,
    EditionStage.JUDGING: Tone.INFO,
}


def public_stage(stage: EditionStage) -> EditionStage:
    """Return the stage as the public is told of it."""
    return EditionStage.JUDGING if stage in _JUDGED else stage


def stage_tag(stage: EditionStage) -> Tag:
    """Return the stage as a tag."""
    shown = public_stage(stage)
    if shown == EditionStage.RECORDED:
        return Tag(_("Prizes awarded"))
    return Tag(capfirst(str(shown.label)), _TONES.get(shown, Tone.NEUTRAL))


def told(code: str) -> Followed | None:
    """Return what became of the entry with this follow-up code; None for a strange code."""
    found = Entry.objects.select_related("category__edition__competition", "category__edition__rules")
    entry = found.filter(follow_up_code=code).first()
    if entry is None:
        return None
    edition = entry.category.edition
    stage = public_stage(stage_of(edition))
    title = f"“{entry.title}” – {edition.competition.name}"
    page = reverse("contest", args=[edition.pk])
    if entry.state == EntryState.WITHDRAWN:
        return Followed(
            title,
            Tag(capfirst(entry.get_state_display())),
            _("The entry was withdrawn and no longer takes part."),
            url=page,
            url_label=_("Rules of the contest"),
        )
    if stage == EditionStage.PUBLISHED:
        return outcome(entry, title, page)
    sentence = _sentence(entry, stage)
    if stage in (EditionStage.OPEN, EditionStage.ENTERED):
        back = reverse("withdraw-this-entry")
        label = _("Withdraw this entry")
        return Followed(title, stage_tag(stage), sentence, url=back, url_label=label, carries_code=True)
    return Followed(title, stage_tag(stage), sentence, url=page, url_label=_("Rules of the contest"))


def _sentence(entry: Entry, stage: EditionStage) -> str:
    if stage == EditionStage.JUDGING:
        return _("The jury is judging. It reads works by code and does not know whose they are.")
    said = _("Received at %(came)s. Entries close at %(closes)s; then the jury judges by code.")
    closes = formats.moment(entry.category.edition.rules.closes_at)
    return said % {"came": formats.moment(entry.received_at), "closes": closes}
