"""XML of unknown origin, read as a stream of events."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from xml.parsers import expat

from thidua.support.spreadsheets.codes import FaultCode
from thidua.support.spreadsheets.faults import file_fault

Attributes = dict[str, str]


def parse(
    chunks: Iterable[bytes],
    start: Callable[[str, Attributes], None],
    end: Callable[[str], None] | None = None,
    text: Callable[[str], None] | None = None,
) -> None:
    """Call the handlers with names as they are written, `local` takes their prefix away.

    Raises TableRefused when the XML is broken or declares a document type: entities that grow when they are
    resolved need one, and no office program writes any.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse_document_type
    parser.StartElementHandler = start
    if end is not None:
        parser.EndElementHandler = end
    if text is not None:
        parser.CharacterDataHandler = text
    try:
        for chunk in chunks:
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
    except (expat.ExpatError, LookupError, ValueError) as error:
        raise file_fault(FaultCode.DAMAGED) from error


def local(name: str) -> str:
    """Return the name without its prefix: «x:row» → «row»."""
    return name[name.rfind(":") + 1 :]


def unprefixed(attributes: Attributes) -> Attributes:
    """Return the attributes by their names without prefixes."""
    return {local(name): value for name, value in attributes.items()}


def _refuse_document_type(*_declared: object) -> None:
    raise file_fault(FaultCode.DAMAGED)
