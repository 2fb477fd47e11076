"""An outcome as text for a terminal: the verdict first, then what it rests on."""

from collections.abc import Iterable, Iterator, Sequence

from thidua.core.language import Language, Wording
from thidua.core.law.appraisal import AlternativeFinding, Appraisal, Finding, Verdict
from thidua.core.law.book import LawBook
from thidua.core.law.cases.case import Case
from thidua.core.law.cases.clauses import closest, written_out
from thidua.core.law.cases.judging import Outcome
from thidua.core.law.cases.sentences import sentence
from thidua.core.vietnamese.dates import format_date

MARKS = {Verdict.MET: "✓", Verdict.NOT_MET: "✗", Verdict.NEEDS_HUMAN: "?"}


class Teller:
    """Writes outcomes in one language; `verbose` shows every condition of every alternative."""

    def __init__(self, book: LawBook, language: Language = "vi", *, verbose: bool = False) -> None:
        self._book = book
        self._language = language
        self._verbose = verbose

    def tell(self, number: int, outcome: Outcome) -> str:
        """Return the paragraph of one case."""
        case, found = outcome.entry.case, outcome.appraisal
        lines = [f"{number}. {outcome.entry.name}"]
        if case is None or found is None:
            lines.append(f"   {self._say('not_judged')}")
            lines += [f"   {fault.path}: {self._in(fault.message)}" for fault in outcome.entry.faults]
            return "\n".join(lines)
        lines += [f"   {line}" for line in self._verdict(case, found)]
        lines += [f"   {line}" for line in self._alternatives(found)]
        lines += [f"   {line}" for line in self._after(found)]
        if outcome.mismatches:
            what = "; ".join(self._in(one.message) for one in outcome.mismatches)
            lines.append(f"   ≠ {self._say('expected_otherwise', what=what)}")
        return "\n".join(lines)

    def summary(self, outcomes: Sequence[Outcome]) -> str:
        """Return the last line: how many cases came out how."""
        judged = [outcome.appraisal.verdict for outcome in outcomes if outcome.appraisal]
        counts = {verdict.code: judged.count(verdict) for verdict in Verdict}
        line = self._say("summary", total=len(outcomes), **counts)
        different = sum(bool(outcome.mismatches) for outcome in outcomes)
        faulty = sum(outcome.appraisal is None for outcome in outcomes)
        line += self._say("summary_different", count=different) if different else ""
        return line + (self._say("summary_faulty", count=faulty) if faulty else "") + "."

    def _verdict(self, case: Case, found: Appraisal) -> Iterator[str]:
        award, day = self._book.awards[found.award], case.question.law_day
        yield f"{self._say(found.verdict.code).upper()}: {self._in(award.name_on(day))}"
        carrying = next((way for way in found.alternatives if way.id == found.by), None)
        if carrying is not None:
            yield self._say("by_alternative", clause=self._clause(carrying), alternative=carrying.id)
        text = self._book.texts.get(found.text)
        if text is not None:
            on = format_date(day) if self._language == "vi" else day.isoformat()
            yield self._say("decided_on", on=on, text=self._in(text.short))
        if found.verdict is not Verdict.MET or self._verbose:
            rules = [rule.outcome for rule in found.rules if rule.verdict is not Verdict.MET]
            yield from (f"• {_capital(self._in(said))}" for said in _once([*found.reasons, *rules]))

    def _alternatives(self, found: Appraisal) -> Iterator[str]:
        """Yield the alternative that carried the verdict alone, or all: those that count first."""
        hidden = 0
        for way in sorted(found.alternatives, key=lambda way: _place(way, found)):
            if found.verdict is Verdict.MET and way.id != found.by and not self._verbose:
                hidden += 1
            elif not way.counts and not self._verbose:
                aside = self._in(way.aside) if way.aside else ""
                yield f"– {way.id} · {self._say('not_counted', why=aside)}"
            else:
                yield from self._alternative(way, found)
        if hidden:
            yield self._say("other_ways", count=hidden)

    def _alternative(self, way: AlternativeFinding, found: Appraisal) -> Iterator[str]:
        if way.id != found.by or self._verbose:
            yield " · ".join(self._heading(way, found))
        if way.capped and way.verdict is not Verdict.NOT_MET:
            yield f"  ! {_capital(self._in(way.capped))}"
        whole = self._verbose or way.verdict is not Verdict.NOT_MET or way.id == found.nearest
        for finding in way.findings:
            if whole or finding.verdict is Verdict.NOT_MET:
                yield from self._finding(finding, way, "  ")

    def _heading(self, way: AlternativeFinding, found: Appraisal) -> Iterator[str]:
        yield f"{MARKS[way.verdict]} {way.id}"
        yield self._clause(way)
        if way.id == found.nearest and found.verdict is not Verdict.MET:
            yield self._say("nearest_way")
        if way.aside:
            yield self._say("not_counted", why=self._in(way.aside))
        if way.checked:
            yield self._say("checked_by", who=way.checked)

    def _finding(self, finding: Finding, way: AlternativeFinding, indent: str) -> Iterator[str]:
        line = f"{indent}{MARKS[finding.verdict]} {_capital(self._in(finding.text))}"
        outcome = self._in(finding.outcome)
        line += f": {outcome}" if outcome else ""
        if finding.line is not None:
            line += f" ({self._say('answer_line', line=finding.line)})"
        cites = closest(finding.cites, way.cites)
        if cites and tuple(cites) != way.cites:
            line += f" [{written_out(cites, self._book, self._language)}]"
        yield line
        for inner in finding.findings:
            # What a group that holds does not need would only confuse.
            if self._verbose or finding.verdict is not Verdict.MET or inner.verdict is Verdict.MET:
                yield from self._finding(inner, way, f"{indent}  ")

    def _after(self, found: Appraisal) -> Iterator[str]:
        if found.verdict is not Verdict.MET:
            if found.missing:
                yield self._say("missing_head")
                yield from (f"  - {self._in(missing)}" for missing in found.missing)
            if found.earliest is not None and found.verdict is Verdict.NOT_MET:
                yield self._say("earliest_year", year=found.earliest)
        applied = [rule.outcome for rule in found.rules if rule.verdict is Verdict.MET]
        yield from (f"! {_capital(self._in(said))}" for said in _once([*found.warnings, *applied]))

    def _clause(self, way: AlternativeFinding) -> str:
        return written_out(way.cites, self._book, self._language)

    def _say(self, code: str, **details: object) -> str:
        return self._in(sentence(code, **details))

    def _in(self, wording: Wording) -> str:
        return wording.say(self._language)


def _place(way: AlternativeFinding, found: Appraisal) -> tuple[bool, bool, bool]:
    return (way.id != found.by, way.id != found.nearest, not way.counts)


def _once(said: Iterable[Wording]) -> list[Wording]:
    return list(dict.fromkeys(said))


def _capital(said: str) -> str:
    return said[:1].upper() + said[1:]
