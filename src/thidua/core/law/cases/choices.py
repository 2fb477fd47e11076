"""settings, checks, caps_lifted: what the Board has settled, for one case or for a whole run."""

from collections.abc import Mapping
from datetime import date

import yaml

from thidua.core.law.book import BoardChoices, Check, LawBook
from thidua.core.law.cases import vocabulary
from thidua.core.law.cases.document import document
from thidua.core.law.cases.faults import Fault, Faults
from thidua.core.law.cases.optional import part
from thidua.core.law.cases.provisions_named import is_provision
from thidua.core.law.cases.values import day, text
from thidua.core.law.cases.written import Written

FIELDS = ("settings", "checks", "caps_lifted")


def read_choices_file(written: bytes, book: LawBook) -> tuple[BoardChoices, tuple[Fault, ...]]:
    """Return the Board's choices of a file and what is wrong with it."""
    faults = Faults()
    node = document(written, faults)
    if node is None:
        return BoardChoices(), tuple(faults.told)
    if not isinstance(node, yaml.MappingNode):
        mark = node.start_mark
        faults.tell("", "no_settings", mark.line + 1, column=mark.column + 1)
        return BoardChoices(), tuple(faults.told)
    root = Written(node, "", faults)
    return read_choices(root.fields(FIELDS), book, date.today()), tuple(faults.told)  # noqa: DTZ011


def read_choices(fields: Mapping[str, Written], book: LawBook, on: date) -> BoardChoices:
    """Return the choices written in a case; `on`: the day of checks that name none."""
    return BoardChoices(
        settings=_settings(fields["settings"], book) if "settings" in fields else {},
        checks=_checks(fields["checks"], book, on) if "checks" in fields else {},
        caps_lifted=_caps(fields["caps_lifted"], book) if "caps_lifted" in fields else frozenset(),
    )


def laid_over(below: BoardChoices, above: BoardChoices) -> BoardChoices:
    """Return choices of which `above` wins where both say something."""
    return BoardChoices(
        settings={**below.settings, **above.settings},
        checks={**below.checks, **above.checks},
        caps_lifted=below.caps_lifted | above.caps_lifted,
    )


def _settings(written: Written, book: LawBook) -> dict[str, object]:
    found: dict[str, object] = {}
    for typed, value in written.pairs():
        code, _, alternative = typed.partition(":")
        reading = book.readings.get(code)
        if reading is None:
            names = {known: one.name for known, one in book.readings.items()}
            vocabulary.unknown(value.named(code), "reading", book.readings, names)
        elif alternative and vocabulary.alternative(value.named(alternative), book) is None:
            continue
        elif not value.empty:
            spelled = {_spelled(known): known for known in reading.values}
            if (value.scalar or "").lower() in spelled:
                found[typed] = spelled[(value.scalar or "").lower()]
            else:
                value.tell("unknown_value", given=value.shown, known=", ".join(spelled))
    return found


def _spelled(value: object) -> str:
    return str(value).lower()


def _checks(written: Written, book: LawBook, on: date) -> dict[str, Check]:
    """Read a list of provisions, or a mapping of provisions to who checked them and when."""
    pairs = written.pairs() if written.is_mapping else [(item.scalar or "", item) for item in written.items()]
    found: dict[str, Check] = {}
    for provision, value in pairs:
        if not is_provision(provision, book):
            value.tell("not_a_provision", given=provision or value.shown)
            continue
        fields = value.fields(("by", "on", "note")) if value.is_mapping else {}
        by, note = part(fields, "by", text), part(fields, "note", text)
        found[provision] = Check(by or written.path, part(fields, "on", day) or on, note or "")
    return found


def _caps(written: Written, book: LawBook) -> frozenset[str]:
    names = {code: one.name for code, one in book.texts.items()}
    found = set()
    for item in written.items():
        if (item.scalar or "") in book.texts:
            found.add(item.scalar or "")
        else:
            vocabulary.unknown(item, "text", book.texts, names)
    return frozenset(found)
