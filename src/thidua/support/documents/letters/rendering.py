"""A letter as DOCX: the office's template, or the one offered here, filled with the letter's content."""

from __future__ import annotations

from io import BytesIO

from docxtpl import DocxTemplate

from thidua.support.documents.letters.checking import check_template, environment
from thidua.support.documents.letters.content import KINDS, AnyLetter
from thidua.support.documents.letters.defaults import default_template
from thidua.support.documents.letters.places import context_of
from thidua.support.refusals import Refused


def render_docx(content: AnyLetter, template: bytes = b"") -> bytes:
    """Return the DOCX of a letter; without `template` the default one is filled.

    Raises Refused on the field "template" when the template cannot be used; nothing of it runs before that is known.
    """
    kind = type(content)
    if template:
        report = check_template(template, kind)
        if sentences := report.sentences:
            raise Refused({"template": list(sentences)})
    else:
        template = default_template(next(code for code, known in KINDS.items() if known is kind))
    made = DocxTemplate(BytesIO(template))
    made.render(context_of(content), environment(), autoescape=True)
    stream = BytesIO()
    made.save(stream)
    return stream.getvalue()
