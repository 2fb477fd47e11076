"""The essence of a comparison in a few sentences: what a lawyer writes above the details."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from thidua.core.language import Wording
from thidua.core.law.summaries.phrases import decimal, joined, listed, number, said, sentence
from thidua.core.law.summaries.procedure_changes import ProcedureChange, procedure_sentence
from thidua.core.law.summaries.shapes import AwardSummary, Change, ChangeSection, How

# More points than this are left to the details.
_FEW: Final = 4


def lead_sentences(
    before: AwardSummary,
    after: AwardSummary,
    sections: Sequence[ChangeSection],
    procedure: Sequence[ProcedureChange] = (),
) -> tuple[Wording, ...]:
    """Return the essence, the weightiest first: standards, caps, votes, money, authority, name; then the rest."""
    by_code = {section.code: section for section in sections}
    standards = [
        child
        for change in by_code["standards"].changes
        for child in (change.children if change.how == "said" else (change,))
    ]
    caps_and_votes = [one for one in procedure if one.topic in {"quotas", "votes"}]
    found = [
        *_texts(by_code["texts"], after),
        *_standards(standards),
        *map(procedure_sentence, caps_and_votes),
        *_coefficients(before, after),
        *_authority(before, after),
        *_name(before, after),
        *(procedure_sentence(one) for one in procedure if one not in caps_and_votes),
        *_unchanged(sections),
        *_unknown(standards),
    ]
    return tuple(found) or (Wording("Không có thay đổi.", "Nothing changed."),)


def _texts(section: ChangeSection, after: AwardSummary) -> Iterator[Wording]:
    """Say which law and which decree came; procedures and guidance are left to the details."""
    names = [
        name.vi for text in after.texts if text.kind in {"law", "decree"} for name in (text.short, text.name)
    ]
    came = [change.says for change in section.changes if change.how == "new"]
    yield from [says for says in came if any(name in says.vi for name in names)][:2]


def _standards(changes: Sequence[Change]) -> Iterator[Wording]:
    counted = [
        (_count(changes, "new"), "{n} khả năng mới", "{n} new"),
        (_count(changes, "changed"), "{n} khả năng có thay đổi", "{n} changed"),
        (_count(changes, "reworded"), "{n} khả năng diễn đạt khác", "{n} in other words"),
        (_count(changes, "gone"), "{n} khả năng không còn", "{n} gone"),
        (_count(changes, "same"), "{n} khả năng giữ nguyên", "{n} kept"),
    ]
    parts = [said(vi, en, n=number(count)) for count, vi, en in counted if count]
    if parts:
        counts = sentence(
            said("Về tiêu chuẩn: {parts}", "Of the ways to qualify: {parts}", parts=listed(parts))
        )
        yield joined([counts, *_essence(changes)], " ")


def _essence(changes: Sequence[Change]) -> Iterator[Wording]:
    """Say what changed where only one way to qualify did, in a few points."""
    moved = [change for change in changes if change.how in {"new", "changed", "gone"}]
    if len(moved) != 1 or moved[0].how != "changed":
        return
    points = [change for change in moved[0].children if change.how in {"new", "gone", "changed"}]
    if 0 < len(points) <= _FEW and not any(point.children for point in points):
        yield joined((sentence(point.says) for point in points), " ")


def _authority(before: AwardSummary, after: AwardSummary) -> Iterator[Wording]:
    yield from _both(
        Wording("Thẩm quyền quyết định", "Deciding authority"),
        joined(piece.says for piece in before.decided_by),
        joined(piece.says for piece in after.decided_by),
    )


def _name(before: AwardSummary, after: AwardSummary) -> Iterator[Wording]:
    yield from _both(Wording("Tên gọi", "Name"), before.name, after.name)


def _both(subject: Wording, old: Wording, new: Wording) -> Iterator[Wording]:
    """Say both values where both are known and differ."""
    if old != new and old.vi and new.vi:
        yield sentence(
            said(
                "{subject} – trước: {old}; nay: {new}",
                "{subject} – before: {old}; now: {new}",
                subject=subject,
                old=old,
                new=new,
            )
        )


def _unchanged(sections: Iterable[ChangeSection]) -> Iterator[Wording]:
    """Name the other subjects that stay."""
    others = [section for section in sections if section.code in {"name", "authority", "procedure"}]
    same = [_small(section.heading) for section in others if _all_same(section.changes)]
    if same:
        yield sentence(said("Không đổi: {what}", "As before: {what}", what=listed(same)))


def _coefficients(before: AwardSummary, after: AwardSummary) -> Iterator[Wording]:
    """Say the bonus in one sentence where one rate stands on each day."""
    if len(before.bonus) != 1 or len(after.bonus) != 1:
        return
    olds = {given.recipient: given.coefficient for given in before.bonus[0].amounts}
    parts = []
    for given in after.bonus[0].amounts:
        old = olds.get(given.recipient)
        if old and given.coefficient and old != given.coefficient:
            parts.append(
                said(
                    "{who} {old} → {new}",
                    "{who} {old} → {new}",
                    who=given.recipient.name,
                    old=decimal(old),
                    new=decimal(given.coefficient),
                )
            )
    if parts:
        yield sentence(
            said(
                "Tiền thưởng (lần mức lương cơ sở): {parts}",
                "Bonus (times the base salary): {parts}",
                parts=joined(parts),
            )
        )


def _unknown(changes: Sequence[Change]) -> Iterator[Wording]:
    count = _count(changes, "unknown")
    if count:
        yield said(
            "Số điểm về tiêu chuẩn không đối chiếu được: {n}; từng điểm nêu rõ dưới đây.",
            "Points on the standards that cannot be compared: {n}; each is named below.",
            n=number(count),
        )


def _small(heading: Wording) -> Wording:
    return Wording(heading.vi[:1].lower() + heading.vi[1:], heading.en[:1].lower() + heading.en[1:])


def _count(changes: Iterable[Change], how: How) -> int:
    return sum(change.how == how for change in changes)


def _flat(changes: Iterable[Change]) -> Iterator[Change]:
    for change in changes:
        yield change
        yield from _flat(change.children)


def _all_same(changes: Iterable[Change]) -> bool:
    return all(change.how in {"same", "said"} for change in _flat(changes))
