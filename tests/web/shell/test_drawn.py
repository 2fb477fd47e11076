"""Parts of a page are drawn once for the same values, and know nothing of the reader."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.contrib.auth.models import AnonymousUser
from django.template import Context, RequestContext, Template, TemplateSyntaxError
from django.test import RequestFactory
from django.utils.safestring import SafeString
from django.utils.translation import override

from thidua.accounts.models import User
from thidua.web.shell import drawn
from thidua.web.shell.drawn import Told


@pytest.fixture(autouse=True)
def _nothing_drawn_yet() -> Iterator[None]:
    drawn.forget()
    yield
    drawn.forget()


class Pen:
    """Counts how often it was drawn."""

    def __init__(self) -> None:
        self.lines = 0

    def __str__(self) -> str:
        self.lines += 1
        return f"line {self.lines}"


def template(tag: str, inside: str = "{{ pen }} {{ word }}") -> Template:
    return Template("{% load drawing %}{% drawn " + tag + " %}" + inside + "{% enddrawn %}")


def test_a_part_is_drawn_once_for_the_same_values() -> None:
    part, pen = template("pen=pen word=word"), Pen()
    words = ["a", "b", "a", "b"]
    assert [part.render(Context({"pen": pen, "word": word})) for word in words] == [
        "line 1 a",
        "line 2 b",
        "line 1 a",
        "line 2 b",
    ]


def test_two_parts_with_the_same_values_are_two() -> None:
    first, second = template("word=word", "1 {{ word }}"), template("word=word", "2 {{ word }}")
    assert [one.render(Context({"word": "a"})) for one in (first, second, first)] == ["1 a", "2 a", "1 a"]


def test_each_language_is_drawn_for_itself() -> None:
    part = template("", "{% load i18n %}{{ LANGUAGE_CODE }} {% translate 'Skip to content' %}")
    out = []
    for language in ("vi", "en", "vi"):
        with override(language):
            out.append(part.render(Context()))
    assert out == ["vi Bỏ qua đến nội dung", "en Skip to content", "vi Bỏ qua đến nội dung"]


@pytest.mark.parametrize(
    ("one", "other", "out"),
    [
        ("<b>", SafeString("<b>"), ["&lt;b&gt;", "<b>", "&lt;b&gt;"]),
        (1, True, ["1", "True", "1"]),
    ],
)
def test_values_that_only_compare_alike_are_told_apart(one: object, other: object, out: list[str]) -> None:
    part = template("word=word", "{{ word }}")
    assert [part.render(Context({"word": word})) for word in (one, other, one)] == out


def test_inside_nobody_knows_who_asks() -> None:
    request = RequestFactory().get("/bi-mat")
    request.user = AnonymousUser()
    said = "{{ request.path }}{{ user }}{{ csrf_token }}{{ frame.here }}{{ secret }}"
    outside = Template(said).render(RequestContext(request, {"secret": "s"}))
    inside = template("", said).render(RequestContext(request, {"secret": "s"}))
    assert ("/bi-mat" in outside, "AnonymousUser" in outside, inside) == (True, True, "")


@pytest.mark.parametrize("value", [User(pk=1, username="a"), ["a"], {"a": 1}])
def test_what_may_change_and_seem_the_same_is_refused(value: object) -> None:
    with pytest.raises(TypeError):
        template("word=word").render(Context({"word": value}))


def test_a_part_of_a_reading_is_drawn_anew_with_the_next_reading() -> None:
    part, pen = template("told"), Pen()
    first, second = Told(pen=pen, word="a"), Told(pen=pen, word="a")
    assert [part.render(Context({"told": told})) for told in (first, first, second, first)] == [
        "line 1 a",
        "line 1 a",
        "line 2 a",
        "line 1 a",
    ]


def test_without_a_reading_the_part_is_drawn_with_all_that_the_page_knows() -> None:
    part, pen = template("told site=word", "{{ pen }} {{ site }}"), Pen()
    page = Context({"pen": pen, "word": "a"})
    assert [part.render(page) for _ in range(2)] == ["line 1 a", "line 2 a"]


def test_a_reading_tells_its_page_what_it_knows_and_what_is_the_readers_own() -> None:
    told = Told({"name": "a"}, count=1)
    assert told.page(own=2) == {"name": "a", "count": 1, "own": 2, "told": told}
    assert Told(name="a") != Told(name="a")


def test_the_part_not_wanted_the_longest_goes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawn, "MOST", 2)
    part, pen = template("pen=pen word=word"), Pen()
    out = [part.render(Context({"pen": pen, "word": word})) for word in ("a", "b", "a", "c", "a", "b")]
    assert out == ["line 1 a", "line 2 b", "line 1 a", "line 3 c", "line 1 a", "line 4 b"]


def test_a_reading_keeps_no_more_than_a_few_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawn, "MOST_OF_ONE", 1)
    part, told = template("told word=word", "{{ pen }}"), Told(pen=Pen())
    out = [part.render(Context({"told": told, "word": word})) for word in ("a", "b", "b", "a")]
    assert out == ["line 1", "line 2", "line 3", "line 1"]


def test_a_tag_that_names_no_value_is_refused() -> None:
    with pytest.raises(TemplateSyntaxError):
        template("told other")
