"""States, outcomes, days left and names of awards, in the words of the office."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from thidua.core.calendar.working_days import national_calendar
from thidua.core.language import Wording
from thidua.core.law.summaries.phrases import capitalised, sentence
from thidua.core.workflow import dossier as flow
from thidua.lawbook.spoken import said
from thidua.nominations.enums import Outcome
from thidua.nominations.models import Dossier, Nomination, StoredAppraisal
from thidua.nominations.stored_findings import MET, NEEDS_HUMAN, NOT_MET, has_alternatives, verdict_with
from thidua.nominations.wording import office_words
from thidua.web.shell.tags import Tag, Tone

_VERDICTS: Final[dict[str, tuple[Promise, Tone]]] = {
    "met": (gettext_lazy("meets the law"), Tone.SUCCESS),
    "not_met": (gettext_lazy("does not meet the law"), Tone.WARNING),
    "needs_human": (gettext_lazy("an officer has to judge"), Tone.INFO),
}
# The same once the officer's decisions on its findings are taken in.
_RULED: Final[dict[int, tuple[str, Promise, Tone]]] = {
    MET: ("met", gettext_lazy("meets the law with the officer's decisions"), Tone.SUCCESS),
    NOT_MET: ("not_met", gettext_lazy("does not meet the law with the officer's decisions"), Tone.WARNING),
    NEEDS_HUMAN: ("needs_human", gettext_lazy("the officer has still to judge some findings"), Tone.INFO),
}
_CONDITIONS: Final[dict[int, tuple[Promise, Tone]]] = {
    2: (gettext_lazy("fulfilled"), Tone.SUCCESS),
    0: (gettext_lazy("not fulfilled"), Tone.WARNING),
    1: (gettext_lazy("to be judged"), Tone.INFO),
}
_DONE: Final = frozenset({flow.DECIDED, flow.ISSUED, flow.HANDED_OVER, flow.ARCHIVED})
_GOOD: Final = frozenset({Outcome.ELIGIBLE, Outcome.PASSED, Outcome.GRANTED})
_BAD: Final = frozenset({Outcome.NOT_ELIGIBLE, Outcome.FAILED, Outcome.REFUSED})


def dossier_tag(dossier: Dossier) -> Tag:
    """Return where `dossier` stands."""
    if dossier.suspended:
        return Tag(_("suspended: %(state)s") % {"state": office_words(dossier.state)}, Tone.WARNING)
    if dossier.state in _DONE:
        return Tag(office_words(dossier.state), Tone.SUCCESS)
    is_over = dossier.state in flow.FINAL or dossier.state == flow.RETURNED
    return Tag(office_words(dossier.state), Tone.NEUTRAL if is_over else Tone.INFO)


def outcome_tag(nomination: Nomination) -> Tag:
    """Return what has become of a nomination so far."""
    if nomination.suspended:
        return Tag(_("suspended"), Tone.WARNING)
    words = nomination.get_outcome_display()
    if nomination.outcome in _GOOD:
        return Tag(words, Tone.SUCCESS)
    return Tag(words, Tone.WARNING if nomination.outcome in _BAD else Tone.NEUTRAL)


def verdict_tag(code: str) -> Tag:
    """Return the engine's answer about a nominee in words."""
    words, tone = _VERDICTS[code]
    return Tag(str(words), tone)


def ruled_tag(stored: StoredAppraisal) -> Tag | None:
    """Return what the answer comes to with the officer's decisions; None while they leave it as the engine said."""
    rulings = {one.finding: one.holds for one in stored.decisions.all()}
    if not rulings or not has_alternatives(stored.result):
        return None
    code, words, tone = _RULED[verdict_with(stored.result, rulings)]
    return None if code == stored.verdict else Tag(str(words), tone)


def condition_tag(verdict: int) -> Tag:
    """Return the engine's answer about one condition in words."""
    words, tone = _CONDITIONS[verdict]
    return Tag(str(words), tone)


def time_left(dossier: Dossier, today: date) -> Tag | None:
    """Return how many working days are left until the step's last day; None while no clock runs."""
    if dossier.due_on is None:
        return None
    days = national_calendar().working_days_between(today, dossier.due_on)
    if dossier.due_on < today:
        said_late = ngettext("%(days)s working day late", "%(days)s working days late", -days)
        return Tag(said_late % {"days": -days}, Tone.ERROR)
    if dossier.due_on == today:
        return Tag(_("due today"), Tone.WARNING)
    said_left = ngettext("%(days)s working day left", "%(days)s working days left", days)
    return Tag(said_left % {"days": days}, Tone.INFO)


def spoken(words: Mapping[str, str] | None) -> str:
    """Return a stored wording as a sentence in the language of the page."""
    if not words or not words.get("vi"):
        return ""
    return said(sentence(capitalised(Wording(vi=words["vi"], en=words["en"]))))
