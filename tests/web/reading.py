"""Reading a page as a person does: the words of its elements, without tags and doubled spaces."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

# Elements whose words stand apart from those before them.
APART = {"span", "br", "p", "li", "dt", "dd", "div", "small", "h2", "h3", "td", "th", "tr", "label"}
VOID = {"meta", "link", "input", "br", "hr", "img", "rect", "line", "circle"}


@dataclass
class Element:
    """An element that was asked for: its attributes and its words."""

    attributes: dict[str, str]
    parts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join("".join(self.parts).split())


class _Reader(HTMLParser):
    def __init__(self, tag: str, wanted: dict[str, str]) -> None:
        super().__init__()
        self.tag, self.wanted = tag, wanted
        self.found: list[Element] = []
        self.open: list[Element | None] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        if tag in APART:
            self.handle_data(" ")
        element = None
        if tag == self.tag and all(
            value in attributes.get(name, "").split() or attributes.get(name) == value
            for name, value in self.wanted.items()
        ):
            element = Element(attributes)
            self.found.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID and self.open:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        for element in self.open:
            if element is not None:
                element.parts.append(data)


def elements(response: Any, tag: str, **wanted: str) -> list[Element]:
    """Return the elements `tag` of the page whose attributes hold `wanted` (class_ for class, name_ for name)."""
    reader = _Reader(tag, {name.rstrip("_").replace("_", "-"): value for name, value in wanted.items()})
    reader.feed(response.content.decode())
    return reader.found


def texts(response: Any, tag: str, **wanted: str) -> list[str]:
    """Return the words of those elements."""
    return [element.text for element in elements(response, tag, **wanted)]


def main_text(response: Any) -> str:
    """Return all words of the main part of the page."""
    return texts(response, "main")[0]


def main_texts(response: Any, tag: str) -> list[str]:
    """Return the words of those elements that stand in the main part of the page."""

    class Page:
        content = response.content.partition(b"<main")[2].partition(b"</main>")[0]

    return texts(Page, tag)


def faults(response: Any) -> list[str]:
    """Return the sentences of the error summary, in order."""
    inside = response.content.decode().partition('class="error-summary"')[2].partition("</div>")[0]

    class Page:
        content = inside.encode()

    return texts(Page, "li")


def rows(response: Any, table: int = 0) -> list[list[str]]:
    """Return the body rows of the page's table number `table`, cell by cell."""
    page = response.content.decode().split("<tbody")[1:][table].partition("</tbody>")[0]
    cells = _Cells()
    cells.feed(page)
    return [[" ".join("".join(cell).split()) for cell in row] for row in cells.rows]


class _Cells(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[list[str]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self.rows.append([])
        elif tag in {"th", "td"}:
            self.rows[-1].append([])
        elif tag in APART and self.rows and self.rows[-1]:
            self.rows[-1][-1].append(" ")

    def handle_data(self, data: str) -> None:
        if self.rows and self.rows[-1]:
            self.rows[-1][-1].append(data)
