"""An award on a day, set out as a clerk would read it."""

from collections.abc import Callable
from typing import Final

from thidua.core.language import Language, Wording
from thidua.core.law.summaries.alternative_outline import add_alternative, add_groups
from thidua.core.law.summaries.bonus_outline import bonus_lines
from thidua.core.law.summaries.cited import places_in_words
from thidua.core.law.summaries.outline import Outline
from thidua.core.law.summaries.phrases import (
    capitalised,
    joined,
    listed,
    on_day,
    period,
    said,
    sentence,
    without_stop,
)
from thidua.core.law.summaries.places import caution
from thidua.core.law.summaries.shapes import AwardSummary, Piece, TextInForce

NOT_KNOWN: Final = Wording("Chưa có dữ liệu.", "Not known.")
NO_STANDARD: Final = Wording(
    "Chưa có tiêu chuẩn nào dùng để kết luận cho ngày này: người có thẩm quyền phải đối chiếu văn bản.",
    "No standard can be used for a verdict on this day: a competent person has to read the text.",
)
LEGEND: Final = Wording(
    "Mục không ghi chú đã được đọc trong văn bản chính thức, hoặc trong văn bản công khai dẫn lại văn bản đó. "
    "Dấu (?) chỉ điều kiện do người có thẩm quyền nhận định.",
    "What bears no remark was read in the official text, or in a public text that quotes it. "
    "The mark (?) stands at conditions that a competent person judges.",
)


def award_outline(summary: AwardSummary, language: Language) -> Outline:
    """Return the summary as blocks in one language."""
    out = Outline(language)
    out.heading(1, capitalised(summary.name))
    out.paragraph(_opening(summary))
    if summary.warning:
        out.notice(sentence(capitalised(summary.warning)))
    for add in _SECTIONS:
        add(out, summary)
    out.heading(2, Wording("Cách đọc", "How to read this"))
    out.paragraph(LEGEND)
    out.paragraph(
        said(
            "Phiên bản dữ liệu: {version}.",
            "Version of the data: {version}.",
            version=_as_is(summary.version),
        )
    )
    return out


def _opening(summary: AwardSummary) -> Wording:
    facts = [
        said("Quy định tại ngày {day}", "As the law stands on {day}", day=on_day(summary.on)),
        said("mã {code}", "code {code}", code=_as_is(summary.code)),
        summary.kind.name,
        *([summary.level.name] if summary.level else []),
        said(
            "đối tượng: {recipients}",
            "for: {recipients}",
            recipients=listed(one.name for one in summary.recipients),
        ),
        *([places_in_words(summary.places)] if summary.places else []),
    ]
    remark = caution(summary.standing)
    return sentence(joined([*facts, *([remark] if remark else [])], " · "))


def _names(out: Outline, summary: AwardSummary) -> None:
    if not summary.former_names and not summary.next_names:
        return
    out.heading(2, Wording("Tên gọi", "Names"))
    for former in summary.former_names:
        assert former.until is not None
        out.item(
            "–",
            said("Đến {day}: {name}.", "Until {day}: {name}.", day=on_day(former.until), name=former.name),
        )
    for next_ in summary.next_names:
        out.item("–", said("Sau đó: {name}.", "Afterwards: {name}.", name=next_.name))


def _texts(out: Outline, summary: AwardSummary) -> None:
    out.heading(2, Wording("Văn bản đang áp dụng", "Texts in force"))
    for text in summary.texts:
        out.item("–", _text(text))
        out.remark(caution(text.standing))
    if not summary.texts:
        out.paragraph(NOT_KNOWN)


def _text(text: TextInForce) -> Wording:
    replaced = listed(one.name for one in text.replaces)
    tail = (
        said("; thay thế {replaced}", "; replaces {replaced}", replaced=replaced)
        if text.replaces
        else _NOTHING
    )
    return said(
        "{name} (hiệu lực {period}{tail}).",
        "{name} (in force {period}{tail}).",
        name=text.name,
        period=period(text.since, text.until),
        tail=tail,
    )


def _decided_by(out: Outline, summary: AwardSummary) -> None:
    out.heading(2, Wording("Ai quyết định", "Who decides"))
    _pieces(out, summary.decided_by)


def _standards(out: Outline, summary: AwardSummary) -> None:
    out.heading(2, Wording("Tiêu chuẩn", "Standards"))
    if not summary.groups:
        out.paragraph(NO_STANDARD)
    add_groups(out, summary.groups)
    if summary.disabled:
        out.heading(3, Wording("Chưa dùng để kết luận", "Not used for any verdict"))
        out.paragraph(
            Wording(
                "Các quy định dưới đây chưa đọc được đủ trong văn bản; chỉ nêu để người thẩm định biết.",
                "The following were not read in full; they are shown for the appraiser to know of.",
            )
        )
        for number, alternative in enumerate(summary.disabled, 1):
            add_alternative(out, alternative, number, with_recipients=True)


def _bonus(out: Outline, summary: AwardSummary) -> None:
    out.heading(2, Wording("Tiền thưởng", "Bonus"))
    for line in bonus_lines(summary):
        out.item("–", line.says)
        out.remark(line.remark)
    if not summary.bonus:
        out.paragraph(
            Wording(
                "Chưa biết mức tiền thưởng cho ngày này; không tự động chi.",
                "No figure is known for this day; nothing is paid automatically.",
            )
        )


def _procedure(out: Outline, summary: AwardSummary) -> None:
    if not summary.procedure:
        return
    out.heading(2, Wording("Thủ tục", "Procedure"))
    for topic in summary.procedure:
        out.heading(3, topic.heading)
        _pieces(out, topic.pieces)


def _rules(out: Outline, summary: AwardSummary) -> None:
    if not summary.rules:
        return
    out.heading(2, Wording("Quy định chung", "Common rules"))
    _pieces(out, summary.rules)


def _notes(out: Outline, summary: AwardSummary) -> None:
    if not summary.notes:
        return
    out.heading(2, Wording("Ghi chú", "Notes"))
    for note in summary.notes:
        out.item("–", sentence(note))


def _pieces(out: Outline, pieces: tuple[Piece, ...]) -> None:
    for piece in pieces:
        out.item("–", with_places(piece))
        out.remark(caution(piece.standing), piece.note)
    if not pieces:
        out.paragraph(NOT_KNOWN)


def with_places(piece: Piece) -> Wording:
    """Return a statement as a sentence, with its places between brackets."""
    if not piece.places:
        return sentence(capitalised(piece.says))
    says, cited = capitalised(without_stop(piece.says)), places_in_words(piece.places)
    return said("{says} [{places}].", "{says} [{places}].", says=says, places=cited)


def _as_is(text: str) -> Wording:
    return Wording(text, text)


_NOTHING: Final = Wording("", "")
_SECTIONS: Final[tuple[Callable[[Outline, AwardSummary], None], ...]] = (
    _names, _texts, _decided_by, _standards, _bonus, _procedure, _rules, _notes,
)  # fmt: skip
