"""What all lists of winners have in common: a line names somebody, of a kind, and may be at fault."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from django.db import models
from django.utils.translation import gettext as _

from thidua.core.vietnamese.hygiene import clean_line
from thidua.registry.enums import RecipientKind
from thidua.support.edits import misfits
from thidua.support.provenance import Provenance
from thidua.support.refusals import Sentence


class Line(Protocol):
    """One line of a list of winners."""

    def faults(self) -> list[Sentence]: ...


def numbered_faults(lines: Sequence[Line]) -> list[Sentence]:
    """Return one sentence per fault, each with the number of its line."""
    return [
        _("Line %(number)s: %(sentence)s") % {"number": number, "sentence": sentence}
        for number, line in enumerate(lines, start=1)
        for sentence in line.faults()
    ]


def faults_of_texts(model: type[models.Model], kind: str, texts: Mapping[str, str]) -> list[Sentence]:
    """Return what is wrong with kind, name and the other texts of a line that `model` stores."""
    said: list[Sentence] = []
    if kind not in RecipientKind.values:
        said.append(_("Say what this is: collective, individual, household or author."))
    if not clean_line(texts["recipient_name"]):
        said.append(_("Write the name."))
    for name, sentence in misfits(model, {name: clean_line(text) for name, text in texts.items()}).items():
        label = next(str(field.verbose_name) for field in model._meta.concrete_fields if field.name == name)
        said.append(f"{label[:1].upper()}{label[1:]}: {sentence}")
    return said


def told_line(
    kind: str, texts: Sequence[str], links: Mapping[str, models.Model | None], provenance: str
) -> str:
    """Return a line for the log: what it says, the numbers of the rows it is linked to, and its mark."""
    parts = [kind, *map(clean_line, texts)]
    parts += [f"{what} {row.pk}" for what, row in links.items() if row is not None]
    parts += [str(provenance)] if provenance != Provenance.RECORDED else []
    return ", ".join(filter(None, map(str, parts)))
