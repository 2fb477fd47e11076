"""One stylesheet for the reader from several files for us: joined when static files are collected or found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage

SOURCES: Final = Path(__file__).parent / "styles"
PARTS: Final = (
    *("fonts", "tokens", "base", "frame", "parts", "forms", "tables", "facts", "reading", "workspace"),
    *("panes", "print"),
)
NAME: Final = "shell/site.css"
REMARK: Final = re.compile(r"/\*.*?\*/\n?", re.DOTALL)


def joined() -> str:
    """Return the text of the one stylesheet, without what is said in it to us."""
    text = "\n".join((SOURCES / f"{part}.css").read_text(encoding="utf-8") for part in PARTS)
    return REMARK.sub("", text)


class JoinedStylesheet(BaseFinder):
    """Finds the joined stylesheet; it is written anew when a part has changed."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.storage = FileSystemStorage(location=Path(settings.VAR) / "stylesheet")
        setattr(self.storage, "prefix", "")  # noqa: B010 - collectstatic asks every storage for one

    def check(self, **kwargs: Any) -> list[Any]:
        """Nothing of this finder depends on settings that could be wrong."""
        return []

    def find(self, path: str, find_all: bool = False, **kwargs: Any) -> Any:
        """Return the absolute path of the joined stylesheet, or an empty list for any other file."""
        if path != NAME:
            return []
        found = str(self._write())
        return [found] if find_all else found

    def list(self, ignore_patterns: Any) -> Iterator[tuple[str, FileSystemStorage]]:
        """Yield the joined stylesheet with the storage that holds it."""
        self._write()
        yield NAME, self.storage

    def _write(self) -> Path:
        target = Path(self.storage.location) / NAME
        text = joined()
        if not target.exists() or target.read_text(encoding="utf-8") != text:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
        return target
