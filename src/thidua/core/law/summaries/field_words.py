"""The fields of conditions in words, so that a change can be said as «số sáng kiến: 2 → 1»."""

from collections.abc import Mapping
from typing import Final

from thidua.core.language import Wording
from thidua.core.law.book import LawBook
from thidua.core.law.provisions import Award, Line
from thidua.core.law.summaries.phrases import listed, number

NONE_SAID: Final = Wording("không nêu", "not stated")
_YES_NO: Final = (Wording("không nêu", "not stated"), Wording("có nêu", "stated"))

# field → label; «n» of a kind stands under «kind.n».
_LABELS: Final[Mapping[str, Wording]] = {
    "grade_run.n": Wording("số năm liên tục", "consecutive years"),
    "grade_or_title_run.n": Wording("số năm liên tục", "consecutive years"),
    "grade_count.n": Wording("số năm", "years"),
    "gap_years.n": Wording("số năm cách nhau", "years in between"),
    "title_run.n": Wording("số lần liên tục", "times in a row"),
    "title_count.n": Wording("số lần được tặng", "times received"),
    "initiative_count.n": Wording("số sáng kiến", "number of initiatives"),
    "newly_recruited_months_less_than.n": Wording("số tháng", "months"),
    "unit_age.min_years": Wording("số năm xây dựng, phát triển", "years of existence"),
    "kinds": Wording("đối tượng", "for"),
    "interval": Wording("số năm giữa hai lần", "years between two times"),
    "grade": Wording("mức xếp loại", "grade"),
    "title": Wording("danh hiệu, hình thức", "title or form"),
    "titles": Wording("danh hiệu, hình thức", "title or form"),
    "award": Wording("danh hiệu, hình thức", "title or form"),
    "type": Wording("loại hình của lần khen trước", "type of the award already held"),
    "scope": Wording("phạm vi ảnh hưởng của sáng kiến", "scope of the initiative"),
    "span": Wording("thời gian tính", "years counted"),
    "ending": Wording("năm cuối của chuỗi", "last year of the run"),
    "within": Wording("tính trong", "counted within"),
    "consecutive": Wording("liên tục", "consecutive"),
    "or_topic": Wording(
        "đề tài, đề án khoa học thay cho sáng kiến", "scientific topics or schemes instead of initiatives"
    ),
    "effective": Wording("phải được áp dụng hiệu quả", "must be applied with effect"),
    "min_pct": Wording("tỷ lệ thành viên", "share of members"),
    "strictly_more_than": Wording("phải vượt tỷ lệ (không tính bằng)", "the share must be exceeded"),
    "level": Wording("mức", "level"),
    "launched_by": Wording("cấp phát động", "launched by"),
    "min_years": Wording("thời gian ít nhất (năm)", "least duration (years)"),
    "min_value": Wording("giá trị ít nhất (đồng)", "least value (VND)"),
    "at": Wording("dịp xét", "review"),
    "leader": Wording("phải dẫn đầu", "must lead"),
    "influence": Wording("phạm vi ảnh hưởng", "range of influence"),
    "degree": Wording("mức độ đóng góp", "degree of contribution"),
    "organised_by": Wording("cấp tổ chức cụm, khối", "cluster organised by"),
    "authority": Wording("cơ quan công nhận", "certified by"),
}  # fmt: skip

_VOCABULARIES: Final[Mapping[str, str]] = {
    "grade": "grades",
    "scope": "scopes",
    "launched_by": "launchers",
    "at": "reviews",
    "influence": "influences",
    "degree": "degrees",
    "organised_by": "organisers",
    "authority": "authorities",
    "type": "commendation_types",
    "kinds": "recipient_kinds",
}

_OWN_WORDS: Final[Mapping[str, Wording]] = {
    "span.to_proposal": Wording("đến thời điểm đề nghị", "up to the proposal"),
    "span.after_award_to_proposal": Wording(
        "sau lần khen trước, đến thời điểm đề nghị", "after the award held, up to the proposal"
    ),
    "span.after_award": Wording("sau lần khen trước", "after the award held"),
    "span.next_years": Wording("các năm tiếp theo ngay sau lần khen trước", "the years directly after the award held"),
    "span.same_span": Wording("trong các năm nói trên", "within those years"),
    "within.same_span": Wording("các năm liên tục nói trên", "those consecutive years"),
    "within.year": Wording("năm xét", "the year considered"),
    "ending.proposal_year": Wording("năm đề nghị", "the year of the proposal"),
    "ending.latest": Wording("lần gần nhất", "the latest time"),
    "ending.any": Wording("bất kỳ", "any"),
}  # fmt: skip

# What a line means that does not name the field.
_DEFAULTS: Final[Mapping[str, object]] = {
    "or_topic": False,
    "effective": False,
    "consecutive": True,
    "leader": False,
    "strictly_more_than": False,
    "span": "to_proposal",
}


def field_value(line: Line, field: str) -> object:
    """Return the value of a field, or what its absence means; lists come as tuples."""
    if field == "titles" and "titles" not in line.fields:
        field = next((one for one in ("title", "award") if one in line.fields), "titles")
        return (line.fields[field],) if field in line.fields else None
    value = line.fields.get(field, _DEFAULTS.get(field))
    return tuple(value) if isinstance(value, list | tuple) else value


def label_of(kind: str, field: str) -> Wording | None:
    """Return the label of a field; None for one that is not said by itself."""
    return _LABELS.get(f"{kind}.{field}") or _LABELS.get(field)


def value_words(book: LawBook, line: Line, field: str) -> Wording:
    """Return the value of a field in words, under the law book's vocabularies."""
    return _in_words(book, line.kind, field, field_value(line, field))


def _in_words(book: LawBook, kind: str, field: str, value: object) -> Wording:
    if value is None:
        return NONE_SAID
    if isinstance(value, bool):
        return _YES_NO[value]
    if isinstance(value, int):
        return Wording(f"{value}%", f"{value}%") if field == "min_pct" else number(value)
    if isinstance(value, tuple):
        return listed((_in_words(book, kind, field, one) for one in value), either=True)
    return _word(book, kind, field, str(value))


def _word(book: LawBook, kind: str, field: str, code: str) -> Wording:
    own = _OWN_WORDS.get(f"{field}.{code}")
    if own:
        return own
    if field in {"title", "titles", "award"}:
        award: Award | None = book.awards.get(code)
        return award.name if award else Wording(code, code)
    if field == "level":
        return book.word("invention_levels" if kind == "invention" else "discipline_levels", code)
    return book.word(_VOCABULARIES.get(field, ""), code)
