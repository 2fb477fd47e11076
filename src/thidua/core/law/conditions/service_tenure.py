"""Long service in leadership posts, by the decree's table of posts and years."""

from collections.abc import Mapping
from fractions import Fraction

import numpy as np

from thidua.core.language import Wording
from thidua.core.law.appraisal import Evidence
from thidua.core.law.book import LawBook
from thidua.core.law.columns import Column
from thidua.core.law.conditions.base import Angle, Condition, Told
from thidua.core.law.facts import NomineeFacts
from thidua.core.law.provisions import Line
from thidua.core.law.sentences import counted, listed, say


class ServiceTenure(Condition):
    """`table`: rows of post, period, min_years. Service recorded outside a known row needs a person."""

    def asks(self, line: Line, book: LawBook) -> Wording:
        rows = _rows(line)
        if not rows:
            return say("service_tenure.asks")
        return say("service_tenure.asks.table", rows=listed([_row_words(row, book) for row in rows]))

    def judge(self, line: Line, angle: Angle) -> Column:
        best = angle.hearing.full(0)
        for (kind, qualities), column in angle.hearing.columns.feats.items():
            if kind == "service":
                verdict = self._verdict(line, angle, dict(qualities))
                best = np.maximum(best, column * np.uint8(verdict))
        return best

    def _verdict(self, line: Line, angle: Angle, service: Mapping[str, object]) -> int:
        served = service.get("years")
        for row in _rows(line):
            if row["post"] == service.get("post") and service.get("period") in {None, row.get("period")}:
                least = row.get("min_years")
                if not isinstance(least, int) or not isinstance(served, int):
                    return 1
                limit = row.get("under_years")
                if isinstance(limit, int) and served >= limit:
                    return 1  # the table sets a higher class for so long a service
                return 2 if served >= least * self._share(angle, service) else 0
        return 1

    def _share(self, angle: Angle, service: Mapping[str, object]) -> Fraction:
        """Women leaders need a third less time in post (Đ4 k7 NĐ98, NĐ152; data: rules/female_tenure)."""
        if service.get("woman"):
            for rule in angle.book.rules:
                if rule.effect == "tenure_reduction" and rule.validity.covers(angle.hearing.question.law_day):
                    reduction = (rule.fields or {}).get("share")
                    return 1 - Fraction(str(reduction)) if reduction is not None else Fraction(1)
        return Fraction(1)

    def explain(self, line: Line, angle: Angle, facts: NomineeFacts) -> Told:
        recorded = [feat for feat in facts.feats if feat.kind == "service"]
        items = tuple({"feat": "service"} | dict(feat.qualities) for feat in recorded)
        asked = say("feat.lacks", asked=self.asks(line, angle.book))
        if not recorded:
            return Told(say("feat.none"), lacks=asked)
        verdict = int(self.judge(line, angle)[0])
        if verdict == 1:
            return Told(say("service_tenure.open"), Evidence(items=items), say("service_tenure.lacks.open"))
        if verdict == 2:
            return Told(say("feat.found", detail=""), Evidence(items=items))
        return Told(say("feat.other"), Evidence(items=items), asked)


def _rows(line: Line) -> tuple[Mapping[str, object], ...]:
    table = line.fields.get("table")
    return tuple(row for row in table if isinstance(row, Mapping)) if isinstance(table, list | tuple) else ()


def _row_words(row: Mapping[str, object], book: LawBook) -> Wording:
    least = row.get("min_years")
    years = (
        say("service_tenure.years", years=counted("year", least))
        if isinstance(least, int)
        else Wording("", "")
    )
    return say("service_tenure.row", post=book.word("posts", str(row["post"])), years=years)
