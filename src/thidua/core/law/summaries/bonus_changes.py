"""How the bonus changed: coefficient for coefficient, with what each comes to on its day."""

from collections.abc import Sequence

from thidua.core.language import Wording
from thidua.core.law.summaries.bonus_outline import amount_words
from thidua.core.law.summaries.phrases import capitalised, listed, said, sentence
from thidua.core.law.summaries.places import caution
from thidua.core.law.summaries.plain_changes import both_sides, statement_change
from thidua.core.law.summaries.shapes import (
    AwardSummary,
    BonusAmount,
    BonusSummary,
    Change,
    ChangeSection,
)

_HEADING = Wording("Tiền thưởng", "Bonus")


def bonus_changes(before: AwardSummary, after: AwardSummary) -> ChangeSection | None:
    """Return the section; None where no figure is known on either day."""
    if not before.bonus and not after.bonus:
        return None
    changes = [_rate_change(old, new) for old, new in _pairs(before.bonus, after.bonus)]
    salaries = [[one.base_salary] if one.base_salary else [] for one in (before, after)]
    if any(salaries):
        changes.append(statement_change(None, *salaries))
    return ChangeSection("bonus", _HEADING, tuple(changes))


def _pairs(
    before: tuple[BonusSummary, ...], after: tuple[BonusSummary, ...]
) -> list[tuple[BonusSummary | None, BonusSummary | None]]:
    """Pair rates of the same issuers; a rate for all issuers answers for those that lost their own."""
    if len(before) <= 1 and len(after) <= 1:
        return [(next(iter(before), None), next(iter(after), None))]
    by_issuers = {rate.issuers: rate for rate in before}
    later = {rate.issuers: rate for rate in after}
    issuers = [*later, *(one for one in by_issuers if one not in later)]
    return [(by_issuers.get(one, by_issuers.get(())), later.get(one, later.get(()))) for one in issuers]


def _rate_change(old: BonusSummary | None, new: BonusSummary | None) -> Change:
    olds = {given.recipient: given for given in old.amounts} if old else {}
    news = {given.recipient: given for given in new.amounts} if new else {}
    recipients = [*news, *(one for one in olds if one not in news)]
    children = tuple(_amount_change(olds.get(one), news.get(one), old, new) for one in recipients)
    issuers = (new or old).issuers if (new or old) else ()  # type: ignore[union-attr]
    says = _head(children)
    if issuers:
        who = listed((one.name for one in issuers), either=True)
        says = said("Do {who} tặng: {says}", "Granted by {who}: {says}", who=who, says=says)
    return Change(
        how="said",
        says=sentence(capitalised(says)),
        before=old.places if old else (),
        after=new.places if new else (),
        caution=both_sides(_remarks(old), _remarks(new)),
        children=children,
    )


def _head(changes: Sequence[Change]) -> Wording:
    if all(change.how == "same" for change in changes):
        return Wording("hệ số không đổi", "the coefficients stay")
    if any(change.how == "changed" for change in changes):
        return Wording("hệ số thay đổi như sau", "the coefficients change as follows")
    return Wording("hệ số trước và nay", "the coefficients before and now")


def _amount_change(
    old: BonusAmount | None,
    new: BonusAmount | None,
    old_rate: BonusSummary | None,
    new_rate: BonusSummary | None,
) -> Change:
    shown = new or old
    assert shown is not None
    before = _words(old, old_rate)
    after = _words(new, new_rate)
    known = bool(old and new and old.coefficient and new.coefficient)
    same = old is not None and new is not None and old.coefficient == new.coefficient
    template = ("{who}: {after}", "{who}: {after}") if before == after else ("{who}: {before} → {after}",) * 2
    says = said(*template, who=shown.recipient.name, before=before, after=after)
    return Change("same" if same else "changed" if known else "unknown", sentence(capitalised(says)))


def _words(given: BonusAmount | None, rate: BonusSummary | None) -> Wording:
    if given is None or rate is None:
        return Wording("chưa có số", "no figure known")
    return amount_words(given, upper_bound=rate.upper_bound)


def _remarks(rate: BonusSummary | None) -> list[Wording]:
    if rate is None:
        return []
    return [remark for remark in (caution(rate.standing), rate.note) if remark]
