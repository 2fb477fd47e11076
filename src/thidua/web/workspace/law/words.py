"""Closed lists of the desk in words."""

from __future__ import annotations

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from thidua.core.law.appraisal import Verdict
from thidua.web.shell.tags import Tone

TEXT_KINDS: Final[dict[str, Promise]] = {
    "law": _("Laws"),
    "decree": _("Decrees"),
    "decision": _("Decisions"),
    "circular": _("Circulars"),
    "letter": _("Guidance letters"),
}
VERDICTS: Final[dict[Verdict, tuple[Promise, Tone]]] = {
    Verdict.MET: (_("met"), Tone.SUCCESS),
    Verdict.NOT_MET: (_("not met"), Tone.NEUTRAL),
    Verdict.NEEDS_HUMAN: (_("needs a person"), Tone.WARNING),
}
CHANGES: Final[dict[str, tuple[Promise, Tone]]] = {
    "new": (_("new"), Tone.SUCCESS),
    "gone": (_("no longer"), Tone.NEUTRAL),
    "changed": (_("changed"), Tone.INFO),
    "moved": (_("moved"), Tone.NEUTRAL),
    "unknown": (_("not known"), Tone.WARNING),
}
