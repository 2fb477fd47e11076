"""Recorded achievements: a movement's results, a sudden feat, a contribution, an invention, a cluster's lead."""

from abc import abstractmethod
from collections.abc import Callable, Mapping
from typing import Final

from thidua.core.language import Wording
from thidua.core.law.appraisal import Evidence
from thidua.core.law.book import LawBook
from thidua.core.law.columns import Column
from thidua.core.law.conditions.base import Angle, Condition, Told, holds, number, word
from thidua.core.law.facts import Feat, NomineeFacts
from thidua.core.law.provisions import Line
from thidua.core.law.scales import covering
from thidua.core.law.sentences import counted, listed, say

# A dossier of a province speaks of its own clusters unless it says otherwise.
OWN_CLUSTER: Final = "province"


class FeatCondition(Condition):
    """A feat of one kind whose recorded qualities cover what the line asks of it."""

    kind: str

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of recorded feats that are looked at."""
        return frozenset({self.kind})

    @abstractmethod
    def enough(self, line: Line, qualities: Mapping[str, object]) -> bool:
        """Tell whether what is recorded of one feat is what the line asks."""

    def judge(self, line: Line, angle: Angle) -> Column:
        found = angle.hearing.full(0)
        for (kind, qualities), column in angle.hearing.columns.feats.items():
            if kind in self.kinds and self._counts(line, angle, dict(qualities)):
                found = found | column
        return holds(found > 0)

    def _counts(self, line: Line, angle: Angle, qualities: dict[str, object]) -> bool:
        year = qualities.pop("year", None)
        return (not isinstance(year, int) or year <= angle.hearing.year) and self.enough(line, qualities)

    def explain(self, line: Line, angle: Angle, facts: NomineeFacts) -> Told:
        recorded = [feat for feat in facts.feats if feat.kind in self.kinds]
        fresh = [feat for feat in recorded if not feat.commended]
        fitting = [feat for feat in fresh if self._counts(line, angle, _qualities(feat))]
        lacks = say("feat.lacks", asked=self.asks(line, angle.book))
        if fitting:
            return Told(say("feat.found", detail=_detail(fitting[0])), _evidence(fitting))
        if fresh:
            return Told(say("feat.other"), _evidence(fresh), lacks)
        if recorded:
            award = angle.book.awards.get(recorded[0].commended)
            name = award.name if award else Wording(recorded[0].commended, recorded[0].commended)
            return Told(say("feat.commended", award=name), _evidence(recorded), lacks)
        return Told(say("feat.none"), lacks=lacks)


def _qualities(feat: Feat) -> dict[str, object]:
    return dict(feat.qualities) | ({"year": feat.year} if feat.year else {})


def _detail(feat: Feat) -> str:
    return f" ({feat.year})" if feat.year else ""


def _evidence(feats: list[Feat]) -> Evidence:
    return Evidence(
        years=tuple(sorted({feat.year for feat in feats if feat.year})),
        items=tuple({"feat": feat.kind} | _qualities(feat) for feat in feats),
    )


def _covers(vocabulary: str, required: object, recorded: object) -> bool:
    enough = covering(vocabulary, None if required is None else str(required))
    return enough is None or recorded in enough


class Sudden(FeatCondition):
    """`influence`, `degree` (special)."""

    kind = "sudden"

    def asks(self, line: Line, book: LawBook) -> Wording:
        influence = word(line, "influence")
        reach = Wording("", "")
        if influence and influence != "any":
            reach = say("sudden.influence", influence=book.word("influences", influence))
        return say("sudden.asks.special" if word(line, "degree") else "sudden.asks", influence=reach)

    def enough(self, line: Line, qualities: Mapping[str, object]) -> bool:
        return _covers("influences", line.fields.get("influence"), qualities.get("influence")) and _covers(
            "degrees", line.fields.get("degree"), qualities.get("degree")
        )


class Contribution(FeatCondition):
    """`degree`, or `min_value` in VND; `of`: what the clause says it is for, where it says less than others."""

    kind = "contribution"

    def asks(self, line: Line, book: LawBook) -> Wording:
        if "min_value" in line.fields:
            value = f"{number(line, 'min_value'):,}"
            return say("contribution.asks.value", value=Wording(value.replace(",", "."), value))
        if degree := word(line, "degree"):
            return say("contribution.asks.degree", degree=book.word("degrees", degree))
        if purpose := word(line, "of"):
            return say(f"contribution.asks.{purpose}")
        return say("contribution.asks")

    def enough(self, line: Line, qualities: Mapping[str, object]) -> bool:
        if "min_value" in line.fields:
            least, value = number(line, "min_value"), qualities.get("value")
            return (isinstance(value, int) and value >= least) or qualities.get("degree") == f"worth_{least}"
        return _covers("degrees", line.fields.get("degree"), qualities.get("degree"))


class Invention(FeatCondition):
    """`level`: how far a work reaches, or which prize it is."""

    kind = "invention"

    def asks(self, line: Line, book: LawBook) -> Wording:
        return say("invention.asks", level=book.word("invention_levels", word(line, "level")))

    def enough(self, line: Line, qualities: Mapping[str, object]) -> bool:
        return _covers("invention_levels", line.fields.get("level"), qualities.get("level"))


class MovementResult(FeatCondition):
    """`launched_by`."""

    kind = "movement_result"

    def asks(self, line: Line, book: LawBook) -> Wording:
        launcher = word(line, "launched_by")
        if launcher in {"", "any"}:
            return say("movement_result.asks.any")
        return say("movement_result.asks", launcher=book.word("launchers", launcher))

    def enough(self, line: Line, qualities: Mapping[str, object]) -> bool:
        return _covers("launchers", line.fields.get("launched_by"), qualities.get("launched_by"))


class MovementAward(FeatCondition):
    """`launched_by`, `min_years` (None: no minimum), `at` (reviews), `leader`.

    A selection counts as leading unless its record says otherwise: the flag is given to nobody else.
    """

    kind = "movement_award"

    def asks(self, line: Line, book: LawBook) -> Wording:
        reviews = [book.word("reviews", str(review)) for review in _listed(line.fields.get("at"))]
        least = line.fields.get("min_years")
        asked = say(
            "movement_award.asks",
            at=listed(reviews) if reviews else say("movement_award.any_review"),
            launcher=book.word("launchers", word(line, "launched_by")),
            years=say("movement_award.years", years=counted("year", least))
            if isinstance(least, int)
            else Wording("", ""),
        )
        return say("movement_award.leader", asked=asked) if line.fields.get("leader") else asked

    def enough(self, line: Line, qualities: Mapping[str, object]) -> bool:
        least, lasted = line.fields.get("min_years"), qualities.get("years", 0)
        reviews, at = _listed(line.fields.get("at")), qualities.get("at")
        return (
            _covers("launchers", line.fields.get("launched_by"), qualities.get("launched_by"))
            and (not isinstance(least, int) or (isinstance(lasted, int) and lasted >= least))
            and (not reviews or not at or bool(set(reviews) & set(_listed(at))))
            and not (line.fields.get("leader") and qualities.get("leader") is False)
        )


class ClusterLeader(FeatCondition):
    """`organised_by`. A record that names no organiser means the cluster of the province itself."""

    kind = "cluster_leader"

    def asks(self, line: Line, book: LawBook) -> Wording:
        organiser = book.word("organisers", word(line, "organised_by"))
        return say(f"{self.kind}.asks", organiser=organiser)

    def enough(self, line: Line, qualities: Mapping[str, object]) -> bool:
        organiser = qualities.get("organised_by") or OWN_CLUSTER
        return _covers("organisers", line.fields.get("organised_by"), organiser)

    def _counts(self, line: Line, angle: Angle, qualities: dict[str, object]) -> bool:
        # A yearly standing: that of an earlier year leads nobody to this year's flag.
        year = qualities.pop("year", None)
        recent = not isinstance(year, int) or angle.hearing.year - 1 <= year <= angle.hearing.year
        return recent and self.enough(line, qualities)


class ClusterSelected(ClusterLeader):
    """`organised_by`: typical results, not necessarily first; being first is included."""

    kind = "cluster_selected"

    @property
    def kinds(self) -> frozenset[str]:
        return frozenset({self.kind, ClusterLeader.kind})


def _listed(value: object) -> tuple[str, ...]:
    if isinstance(value, list | tuple | frozenset):
        return tuple(str(item) for item in value)
    return () if value is None else (str(value),)


FEAT_KINDS: Mapping[str, Callable[[], FeatCondition]] = {
    kind.kind: kind
    for kind in (
        Sudden, Contribution, Invention, MovementResult, MovementAward, ClusterLeader, ClusterSelected,
    )
}  # fmt: skip
