"""The pages of the docs: one per award and language, and a contents page, made from the law data."""

from collections.abc import Iterator
from datetime import date

from thidua.core.language import Language, Wording
from thidua.core.law.book import LawBook
from thidua.core.law.provisions import Award
from thidua.core.law.summaries.award import summarise
from thidua.core.law.summaries.award_outline import award_outline
from thidua.core.law.summaries.markdown import as_markdown, escaped
from thidua.core.law.summaries.phrases import on_day, said

LANGUAGES: tuple[Language, ...] = ("vi", "en")
_TITLE = Wording("Danh hiệu thi đua và hình thức khen thưởng", "Emulation titles and forms of commendation")


def pages(book: LawBook, on: date) -> Iterator[tuple[str, str]]:
    """Yield (path below the folder, Markdown) of every page: «vi/index.md», «vi/labor_order_3.md», «en/…»."""
    for language in LANGUAGES:
        yield f"{language}/index.md", _contents(book, on, language)
        for award in in_order(book):
            yield (
                f"{language}/{award.code}.md",
                as_markdown(award_outline(summarise(book, award.code, on), language)),
            )


def in_order(book: LawBook) -> list[Award]:
    """Return the awards by kind, the highest first within each."""
    return sorted(book.awards.values(), key=lambda award: (award.kind, award.rank, award.code))


def _contents(book: LawBook, on: date, language: Language) -> str:
    lead = said("Quy định tại ngày {day}.", "As the law stands on {day}.", day=on_day(on))
    lines = [f"# {_TITLE.say(language)}", "", lead.say(language)]
    kind = ""
    for award in in_order(book):
        if award.kind != kind:
            kind = award.kind
            heading = book.word("kinds", kind).say(language)
            lines += ["", f"## {heading[:1].upper()}{heading[1:]}", ""]
        lines.append(f"- [{escaped(award.name_on(on).say(language))}]({award.code}.md)")
    return "\n".join(lines) + "\n"
