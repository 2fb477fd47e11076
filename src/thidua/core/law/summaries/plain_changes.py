"""What changed apart from the standards: texts, name, authority, bonus, procedure, common rules."""

from collections.abc import Sequence
from typing import Final

from thidua.core.language import Wording
from thidua.core.law.book import LawBook
from thidua.core.law.provisions import LegalText
from thidua.core.law.summaries.in_force import text_in_words
from thidua.core.law.summaries.phrases import capitalised, joined, listed, on_day, said, sentence
from thidua.core.law.summaries.places import caution
from thidua.core.law.summaries.shapes import (
    AwardSummary,
    Change,
    ChangeSection,
    How,
    Piece,
    TextInForce,
)

_NOT_KNOWN: Final = Wording("chưa có dữ liệu", "not known")


def text_changes(book: LawBook, before: AwardSummary, after: AwardSummary) -> ChangeSection:
    """Say which text replaced which, and which amendment is not loaded."""
    came = _came(book, before, after)
    # An amending law and the law as amended are one event: the latter tells it.
    told = {code for text in came if book.texts[text.code].evaluates for code in book.texts[text.code].amends}
    changes = [
        _text_came(book, text, before) for text in came if not _only_amends(book.texts[text.code], told)
    ]
    replaced = {code for text in after.texts for code in _predecessors(book, text.code)}
    for text in before.texts:
        if text.until and text.until < after.on and text.code not in replaced:
            day = on_day(text.until)
            says = said(
                "{text} hết hiệu lực sau ngày {day}.", "{text} ended on {day}.", text=text.name, day=day
            )
            changes.append(Change("gone", says, caution=caution(text.standing)))
    if not changes:
        stays = listed(text.short for text in after.texts)
        says = said("Không đổi: {texts}.", "As before: {texts}.", texts=stays)
        changes = [Change("same", says if after.texts else Wording("Không đổi.", "As before."))]
    return ChangeSection("texts", Wording("Văn bản", "Legal texts"), tuple(changes))


def _came(book: LawBook, before: AwardSummary, after: AwardSummary) -> list[TextInForce]:
    """Return the texts that are in force only since; before an amended text, the text it amends where that came too."""
    came = []
    for text in after.texts:
        if text.since > before.on:
            between = [] if not book.texts[text.code].evaluates else book.texts[text.code].amends
            came += [
                text_in_words(book, book.texts[code]) for code in between if not _stood(book, code, before)
            ]
            came.append(text)
    # Of texts of one kind, those that took the place of another first: they bear the change.
    kinds = list(dict.fromkeys(text.kind for text in came))
    return sorted(came, key=lambda text: (kinds.index(text.kind), not _took_a_place(book, text, before)))


def _took_a_place(book: LawBook, text: TextInForce, before: AwardSummary) -> bool:
    return any(_stood(book, code, before) for code in _predecessors(book, text.code))


def _text_came(book: LawBook, text: TextInForce, before: AwardSummary) -> Change:
    since = on_day(text.since)
    old = [code for code in _predecessors(book, text.code) if _stood(book, code, before)]
    if book.texts[text.code].amends and not text.replaces:
        amended = listed(_named(book, code) for code in book.texts[text.code].amends)
        says = said(
            "Từ ngày {since}, {amended} được sửa đổi, bổ sung: áp dụng {text}.",
            "From {since}, {amended} is amended: {text} applies.",
            since=since, amended=amended, text=text.name,
        )  # fmt: skip
    elif old:
        says = said(
            "Từ ngày {since}, {text} thay thế {old}{through}.",
            "From {since}, {text} replaces {old}{through}.",
            since=since,
            text=text.name if text.kind == "law" else text.short,
            old=listed(_named(book, code) for code in old),
            through=_through(book, text.code, old[0]),
        )  # fmt: skip
    else:
        says = said(
            "Từ ngày {since}, {text} có hiệu lực.",
            "{text} is in force from {since}.",
            since=since, text=text.name,
        )  # fmt: skip
    return Change("new", capitalised(says), caution=caution(text.standing))


def _only_amends(text: LegalText, told: set[str]) -> bool:
    return not text.evaluates and bool(text.amends) and set(text.amends) <= told


def _through(book: LawBook, code: str, old: str) -> Wording:
    """Return which texts stood between the two, where the one did not follow the other directly."""
    line = _predecessors(book, code)
    between = line[: line.index(old)]
    if not between:
        return Wording("", "")
    names = listed(_named(book, one) for one in reversed(between))
    return said(" (qua {names})", " (by way of {names})", names=names)


def _predecessors(book: LawBook, code: str) -> list[str]:
    """Return every text that a text follows, nearest first, whatever stood between them."""
    found: list[str] = []
    waiting = [code]
    while waiting:
        text = book.texts.get(waiting.pop(0))
        followed = [*text.replaces, *text.amends] if text else []
        followed += [other.code for other in book.texts.values() if text and other.followed_by == text.code]
        waiting += [one for one in followed if one not in found]
        found += [one for one in dict.fromkeys(followed) if one not in found]
    return found


def _stood(book: LawBook, code: str, summary: AwardSummary) -> bool:
    return code in book.texts and book.texts[code].validity.covers(summary.on)


def _named(book: LawBook, code: str) -> Wording:
    return book.texts[code].short if code in book.texts else Wording(code, code)


def name_changes(before: AwardSummary, after: AwardSummary) -> ChangeSection:
    """Say how the name changed, or that it did not."""
    if before.name == after.name:
        change = Change("same", said("Không đổi: {name}.", "As before: {name}.", name=after.name))
    else:
        change = Change(
            "changed",
            said("Trước: {old}. Nay: {new}.", "Before: {old}. Now: {new}.", old=before.name, new=after.name),
        )
    return ChangeSection("name", Wording("Tên gọi", "Name"), (change,))


def authority_changes(before: AwardSummary, after: AwardSummary) -> ChangeSection:
    """Say who decided, and who decides."""
    heading = Wording("Thẩm quyền quyết định", "Deciding authority")
    return ChangeSection("authority", heading, (statement_change(None, before.decided_by, after.decided_by),))


def statement_change(subject: Wording | None, old: Sequence[Piece], new: Sequence[Piece]) -> Change:
    """Compare the same statement on two days; a side of which nothing is known is said to be unknown."""
    before = joined(piece.says for piece in old) if old else _NOT_KNOWN
    after = joined(piece.says for piece in new) if new else _NOT_KNOWN
    how: How = "unknown" if not old or not new else "same" if before == after else "changed"
    return Change(
        how,
        _compared(subject, before, after, same=how == "same"),
        before=tuple(place for piece in old for place in piece.places),
        after=tuple(place for piece in new for place in piece.places),
        caution=cautions(old, new),
    )


def _compared(subject: Wording | None, before: Wording, after: Wording, *, same: bool) -> Wording:
    """Return «Subject không đổi: …» or «Subject – trước: …; nay: …»."""
    if same:
        body = said("không đổi: {after}", "as before: {after}", after=after)
    else:
        body = said(
            "trước: {before}; nay: {after}", "before: {before}; now: {after}", before=before, after=after
        )
    if subject is None:
        return sentence(capitalised(body))
    vi, en = ("{subject} {body}", "{subject}, {body}") if same else ("{subject} – {body}",) * 2
    return sentence(capitalised(said(vi, en, subject=subject, body=body)))


def cautions(old: Sequence[Piece], new: Sequence[Piece]) -> Wording | None:
    """Return what is unsure on either side, said once where it is the same on both."""
    before = [remark for piece in old for remark in _remarks(piece)]
    after = [remark for piece in new for remark in _remarks(piece)]
    if not old or not new:
        return sentences([*before, *after])
    return both_sides(before, after)


def both_sides(before: Sequence[Wording], after: Sequence[Wording]) -> Wording | None:
    """Return remarks on the two sides as sentences, each side named; None without any."""
    if list(before) == list(after):
        return sentences(after)
    parts = []
    if words := sentences(before):
        parts.append(said("(Trước) {what}", "(Before) {what}", what=words))
    if words := sentences(after):
        parts.append(said("(Nay) {what}", "(Now) {what}", what=words))
    return joined(parts, " ") if parts else None


def sentences(remarks: Sequence[Wording]) -> Wording | None:
    """Return remarks one after the other, each as a sentence; None without any."""
    return joined((sentence(remark) for remark in remarks), " ") if remarks else None


def _remarks(piece: Piece) -> list[Wording]:
    return [remark for remark in (caution(piece.standing), piece.note) if remark]
