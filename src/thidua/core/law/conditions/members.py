"""What is asked of the members of a collective. Shares are tested in whole numbers: held × 100 ≥ pct × count."""

import numpy as np

from thidua.core.language import Wording
from thidua.core.law.appraisal import Evidence
from thidua.core.law.book import LawBook
from thidua.core.law.columns import Column, Heads
from thidua.core.law.conditions.base import Angle, Condition, Told, awards_of, holds, number, titled, word
from thidua.core.law.facts import NomineeFacts
from thidua.core.law.provisions import Line
from thidua.core.law.scales import grades, levels_from
from thidua.core.law.sentences import counted, say


def _heads(angle: Angle) -> Heads:
    members = angle.hearing.columns.members
    return np.zeros(angle.hearing.columns.size, dtype=np.int64) if members is None else members


def _sum(angle: Angle, columns: list[Heads]) -> Heads:
    return sum(columns, np.zeros(angle.hearing.columns.size, dtype=np.int64))


class MemberShare(Condition):
    """`title`, `min_pct`, `strictly_more_than`."""

    def asks(self, line: Line, book: LawBook) -> Wording:
        key = "member_share.asks.strict" if line.fields.get("strictly_more_than") else "member_share.asks"
        return say(key, pct=number(line, "min_pct"), title=titled(book, awards_of(line)))

    def _held(self, line: Line, angle: Angle) -> Heads:
        found = angle.hearing.columns.member_titles
        return _sum(angle, [found[code] for code in awards_of(line) if code in found])

    def _strict(self, line: Line, angle: Angle) -> bool:
        reading = line.fields.get("strict_setting")
        return (
            bool(line.fields.get("strictly_more_than"))
            if reading is None
            else bool(angle.settings[str(reading)])
        )

    def judge(self, line: Line, angle: Angle) -> Column:
        members, held = _heads(angle), self._held(line, angle)
        reached, asked = held * 100, members * number(line, "min_pct")
        return holds((members > 0) & ((reached > asked) if self._strict(line, angle) else (reached >= asked)))

    def explain(self, line: Line, angle: Angle, facts: NomineeFacts) -> Told:
        if not facts.members or not facts.members.count:
            return Told(say("members.none"), lacks=say("members.lacks"))
        held, count = int(self._held(line, angle)[0]), facts.members.count
        least = -(-count * number(line, "min_pct") // 100)
        if self._strict(line, angle):
            least = count * number(line, "min_pct") // 100 + 1
        return Told(
            say("member_share.found", held=held, count=count),
            Evidence(counted=held, needed=least),
            say(
                "member_share.lacks",
                members=counted("member", least - held),
                title=titled(angle.book, awards_of(line)),
            )
            if held < least
            else None,
        )


class MembersAll(Condition):
    """`grade`: every member reaches it."""

    def asks(self, line: Line, book: LawBook) -> Wording:
        return say("members_all.asks", grade=book.word("grades", word(line, "grade")))

    def _reached(self, line: Line, angle: Angle) -> Heads:
        scale, found = grades(), angle.hearing.columns.member_grades
        enough = scale[scale.index(word(line, "grade")) :]
        return _sum(angle, [found[grade] for grade in enough if grade in found])

    def judge(self, line: Line, angle: Angle) -> Column:
        members = _heads(angle)
        return holds((members > 0) & (self._reached(line, angle) >= members))

    def explain(self, line: Line, angle: Angle, facts: NomineeFacts) -> Told:
        if not facts.members or not facts.members.count:
            return Told(say("members.none"), lacks=say("members.lacks"))
        reached, count = int(self._reached(line, angle)[0]), facts.members.count
        return Told(
            say("member_share.found", held=reached, count=count),
            Evidence(counted=reached, needed=count),
            say(
                "members_all.lacks",
                members=counted("member", count - reached),
                grade=angle.book.word("grades", word(line, "grade")),
            )
            if reached < count
            else None,
        )


class MemberExists(MemberShare):
    """`title`: at least one member holds it."""

    def asks(self, line: Line, book: LawBook) -> Wording:
        return say("member_exists.asks", title=titled(book, awards_of(line)))

    def judge(self, line: Line, angle: Angle) -> Column:
        return holds(self._held(line, angle) > 0)

    def explain(self, line: Line, angle: Angle, facts: NomineeFacts) -> Told:
        held = int(self._held(line, angle)[0])
        if not facts.members or not facts.members.count:
            return Told(say("members.none"), lacks=say("members.lacks"))
        lacks = say("member_exists.lacks", title=titled(angle.book, awards_of(line)))
        return Told(
            say("member_share.found", held=held, count=facts.members.count),
            Evidence(counted=held, needed=1),
            None if held else lacks,
        )


class NoMemberDiscipline(Condition):
    """`level`: nobody disciplined at it or above in the year. None recorded: nobody was."""

    def asks(self, line: Line, book: LawBook) -> Wording:
        return say("no_member_discipline.asks", level=book.word("discipline_levels", word(line, "level")))

    def _disciplined(self, line: Line, angle: Angle) -> Heads:
        levels, found = levels_from(word(line, "level")), angle.hearing.columns.member_discipline
        return _sum(angle, [column for level, column in found.items() if level in levels])

    def judge(self, line: Line, angle: Angle) -> Column:
        return holds(self._disciplined(line, angle) == 0)

    def explain(self, line: Line, angle: Angle, facts: NomineeFacts) -> Told:
        found = int(self._disciplined(line, angle)[0])
        if not found:
            return Told(say("no_member_discipline.none"), Evidence(counted=0))
        members = counted("member", found)
        return Told(
            say("no_member_discipline.found", members=members),
            Evidence(counted=found),
            say("no_member_discipline.lacks", members=members),
        )
