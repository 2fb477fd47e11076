"""The address of a page, made of its Vietnamese title while the editor writes."""

from __future__ import annotations

from collections import defaultdict
from typing import Any, Final

from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.widgets import SlugInput

from thidua.core.vietnamese.fold import fold

_MARKED: Final = range(0xC0, 0x1EFA)  # Latin letters with marks in Unicode, from À to ỹ


def plain_letters() -> list[tuple[str, str]]:
    """Return patterns of the letters with marks, each with the letter that takes their place: (`[àáảã…]`, `a`)."""
    marked: defaultdict[str, str] = defaultdict(str)
    for letter in map(chr, _MARKED):
        plain = fold(letter)
        if plain.isascii() and plain.isalpha() and len(plain) == 1:
            marked[plain] += letter
    return [(f"[{letters}]", plain) for plain, letters in sorted(marked.items())]


class AddressInput(SlugInput):
    """Wagtail's field, which leaves out every letter with a mark, taught to leave out the marks alone."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, formatters=list(plain_letters()), locale="vi")


class PageForm(WagtailAdminPageForm):
    """Wagtail's form of a page; its address reads as its title."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            self.fields["slug"].widget = AddressInput()
