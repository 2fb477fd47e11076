"""Which styles of a DOCX file are set in an old typeface."""

from __future__ import annotations

from dataclasses import dataclass, field

from thidua.core.vietnamese.legacy_tables import Typeface, typeface_of
from thidua.support.spreadsheets.archive import Archive
from thidua.support.spreadsheets.xml_events import Attributes, local, parse, unprefixed

_STYLES = "word/styles.xml"


@dataclass
class WordFonts:
    """The font that each style names, "" where it leaves it to the style that it is based on."""

    default: str = ""
    default_style: str = ""
    fonts: dict[str, str] = field(default_factory=dict)
    bases: dict[str, str] = field(default_factory=dict)

    def font(self, run: str, run_style: str, paragraph_style: str) -> str:
        """Return the font of a run: its own, that of its style, of its paragraph's style, of the document."""
        styled = self._styled(run_style) if run_style else ""
        return run or styled or self._styled(paragraph_style or self.default_style) or self.default

    def typeface(self, run: str, run_style: str, paragraph_style: str) -> Typeface | None:
        """Return the old typeface of a run, None when it is set in another."""
        font = self.font(run, run_style, paragraph_style)
        return typeface_of(font) if font else None

    def _styled(self, style: str) -> str:
        seen: set[str] = set()
        while style and style not in seen:
            seen.add(style)
            if self.fonts.get(style):
                return self.fonts[style]
            style = self.bases.get(style, "")
        return ""


def font_named(attributes: Attributes) -> str:
    """Return the font of a `w:rFonts` element."""
    plain = unprefixed(attributes)
    return plain.get("ascii") or plain.get("hAnsi") or plain.get("cs") or ""


def read_fonts(archive: Archive) -> WordFonts:
    """Return the fonts of the styles."""
    found = WordFonts()
    style = ""
    in_defaults = False

    def start(name: str, attributes: Attributes) -> None:
        nonlocal style, in_defaults
        tag = local(name)
        if tag == "docDefaults":
            in_defaults = True
        elif tag == "style":
            plain = unprefixed(attributes)
            style, in_defaults = plain.get("styleId", ""), False
            if plain.get("default") in ("1", "true") and plain.get("type") == "paragraph":
                found.default_style = style
        elif tag == "basedOn" and style:
            found.bases[style] = unprefixed(attributes).get("val", "")
        elif tag == "rFonts" and style:
            found.fonts[style] = font_named(attributes)
        elif tag == "rFonts" and in_defaults:
            found.default = font_named(attributes)

    def end(name: str) -> None:
        nonlocal style, in_defaults
        if local(name) == "style":
            style = ""
        elif local(name) == "docDefaults":
            in_defaults = False

    if _STYLES in archive.names:
        parse(archive.chunks(_STYLES), start, end)
    return found
