"""What became of an entry, for who has its code; and the tags of editions."""

from __future__ import annotations

from typing import Final

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from thidua.contests.enums import EditionStage, EntryState
from thidua.contests.models import Entry, Result
from thidua.contests.queries.stages import stage_of
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
    sentence, tag, url, label = (
        _sentence(entry, stage),
        stage_tag(stage),
        reverse("contest", args=[edition.pk]),
        "",
    )
    label = _("Rules of the contest")
    if entry.state == EntryState.WITHDRAWN:
        tag = Tag(capfirst(entry.get_state_display()))
    elif stage in (EditionStage.OPEN, EditionStage.ENTERED):
        url, label = reverse("withdraw-own-entry"), _("Withdraw this entry")
    elif stage == EditionStage.PUBLISHED:
        label = _("All results")
    return Followed(
        title=f"“{entry.title}” – {edition.competition.name}",
        tag=tag,
        sentence=sentence,
        url=url,
        url_label=label,
    )


def _sentence(entry: Entry, stage: EditionStage) -> str:
    if entry.state == EntryState.WITHDRAWN:
        return _("The entry was withdrawn and takes part no more.")
    came = formats.moment(entry.received_at)
    if stage == EditionStage.PUBLISHED:
        won = Result.objects.filter(entry=entry).first()
        if won is None:
            return _("The results are published. This work has won no prize. Thank you for taking part.")
        return _("The results are published. This work has won: %(prize)s. Congratulations!") % {
            "prize": won.prize
        }
    if stage == EditionStage.JUDGING:
        return _("The jury is judging. It reads works by code and does not know whose they are.")
    closes = formats.moment(entry.category.edition.rules.closes_at)
    said = _("Received at %(came)s. Entries close at %(closes)s; then the jury judges by code.")
    return said % {"came": came, "closes": closes}
