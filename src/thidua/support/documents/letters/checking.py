"""What a template may do: name places, go through lists, ask whether something is there. Nothing else.

There is no call, no arithmetic, no assignment: a template cannot reach Python. Loops go through the letter's own lists,
and an inner loop only through a list of the outer loop's item, so that the work is bounded by the letter itself.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from io import BytesIO
from typing import Any, Final

from django.utils.translation import gettext as _
from docxtpl import DocxTemplate
from jinja2 import TemplateSyntaxError, nodes
from jinja2.sandbox import SandboxedEnvironment

from thidua.support.documents.letters.archive import fault_of_file
from thidua.support.documents.letters.places import Place, places_of

FILTERS: Final = ("upper", "lower", "length", "join")
LOOP: Final = ("index", "first", "last", "length")
ALLOWED: Final = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Getattr, nodes.For, nodes.If, nodes.Filter,
    nodes.Const, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not,
)  # fmt: skip
Scope = dict[str, Place | None]  # None: a plain text or the `loop` of a for


@dataclass
class TemplateReport:
    """What was found in a template; each list empty when it is in order."""

    unknown: list[str] = field(default_factory=list)  # places that the letter does not have
    missing: list[str] = field(default_factory=list)  # places that the letter needs and the template lacks
    faults: list[str] = field(default_factory=list)  # sentences

    @property
    def sentences(self) -> list[str]:
        """Return all that is wrong, for the person who wrote the template."""
        said = list(self.faults)
        if self.unknown:
            said.append(_("The letter has no such place: %(places)s.") % {"places": ", ".join(self.unknown)})
        if self.missing:
            said.append(_("The template lacks: %(places)s.") % {"places": ", ".join(self.missing)})
        return said


def environment() -> SandboxedEnvironment:
    """Return the sandbox in which templates are read and filled: escaped, without globals, with four filters."""
    made = SandboxedEnvironment(autoescape=True)
    made.globals.clear()
    made.tests.clear()
    made.filters = {name: made.filters[name] for name in FILTERS}
    return made


def check_template(template: bytes, kind: type) -> TemplateReport:
    """Return what is wrong with a template for letters of `kind`."""
    report = TemplateReport()
    if fault := fault_of_file(template):
        report.faults.append(fault)
        return report
    try:
        trees = [environment().parse(text) for text in _texts(template)]
        checker = _Checker(places_of(kind), report)
        for tree in trees:
            checker.check(tree)
    except TemplateSyntaxError as fault_of_syntax:
        report.faults.append(
            _("A place is not written as it must be: %(fault)s. Look for {{ }} or {%% %%} that do not close.")
            % {"fault": fault_of_syntax.message}
        )
        return report
    except (RecursionError, ValueError, KeyError, SyntaxError):
        report.faults.append(_("The template cannot be read. Write it anew from the template offered here."))
        return report
    report.missing += [
        place.name for place in places_of(kind).values() if place.needed and place.name not in checker.used
    ]
    return report


def _texts(template: bytes) -> list[str]:
    """Return the template's parts as docxtpl gives them to the sandbox: body, headers, footers, notes, properties."""
    made = DocxTemplate(BytesIO(template))
    made.render_init()
    texts = [made.patch_xml(made.get_xml())]
    for uri in (made.HEADER_URI, made.FOOTER_URI):
        texts += [made.patch_xml(made.get_part_xml(part)) for _key, part in made.get_headers_footers(uri)]
    for part in made.docx.part.package.iter_parts():
        if part.content_type.endswith("footnotes+xml"):
            texts.append(made.patch_xml(part.blob.decode("utf-8")))
    properties = made.docx.core_properties
    names = ("author", "comments", "identifier", "language", "subject", "title")
    return [*texts, *(getattr(properties, name) for name in names)]


class _Checker:
    """Walks a template's tree, knowing what each name stands for."""

    def __init__(self, places: dict[str, Place], report: TemplateReport) -> None:
        self.places, self.report = places, report
        self.used: set[str] = set()

    def check(self, node: nodes.Node, scope: Scope | None = None) -> None:
        """Check a node and all below it; `scope` holds the names that loops made."""
        scope = scope or {}
        if not isinstance(node, ALLOWED) or (isinstance(node, nodes.Filter) and node.name not in FILTERS):
            self._refuse(node)
        elif isinstance(node, nodes.For):
            self._loop(node, scope)
        elif isinstance(node, nodes.Name):
            self._name(node.name, scope)
        elif isinstance(node, nodes.Getattr):
            self._part(node, scope)
        else:
            for child in node.iter_child_nodes():
                self.check(child, scope)

    def _refuse(self, node: nodes.Node) -> None:
        said = _(
            "The template calculates or calls something (%(what)s). It may only name places and go through lists."
        ) % {"what": type(node).__name__}
        if said not in self.report.faults:
            self.report.faults.append(said)

    def _name(self, name: str, scope: Scope) -> None:
        if name in scope:
            return
        if name in self.places:
            self.used.add(name)
        else:
            self._unknown(name)

    def _part(self, node: nodes.Getattr, scope: Scope) -> None:
        owner = node.node
        if not isinstance(owner, nodes.Name) or owner.name not in scope:
            self._unknown(_dotted(node))
        elif owner.name == "loop":
            if node.attr not in LOOP:
                self._unknown(_dotted(node))
        else:
            self._list_or_part(node, scope)

    def _list_or_part(self, node: nodes.Getattr, scope: Scope) -> Place | None:
        item = scope[_dotted(node.node)]
        parts = item.parts if item else None
        if parts is None or node.attr not in parts:
            self._unknown(_dotted(node))
            return None
        return parts[node.attr]

    def _loop(self, node: nodes.For, scope: Scope) -> None:
        if not isinstance(node.target, nodes.Name) or node.recursive:
            self._refuse(node)
            return
        gone_through = self._list(node.iter, scope)
        inner = scope | {node.target.name: gone_through, "loop": None}
        for child in (*node.body, *([node.test] if node.test else [])):
            self.check(child, inner)
        for child in node.else_:
            self.check(child, scope)

    def _list(self, node: nodes.Node, scope: Scope) -> Place | None:
        """Return the list that a loop goes through; an inner loop must take a list of the outer one's item."""
        found = None
        if isinstance(node, nodes.Name) and node.name in self.places and not scope:
            self.used.add(node.name)
            found = self.places[node.name]
        elif (
            isinstance(node, nodes.Getattr) and isinstance(node.node, nodes.Name) and node.node.name in scope
        ):
            found = self._list_or_part(node, scope)
        elif isinstance(node, nodes.Name) and node.name not in self.places:
            self._unknown(node.name)
            return None
        else:
            self._refuse(node)
            return None
        if found is not None and not found.is_list:
            self.report.faults.append(_("“%(place)s” is no list: name it alone.") % {"place": found.name})
            return None
        return found

    def _unknown(self, name: str) -> None:
        if name not in self.report.unknown:
            self.report.unknown.append(name)


def _dotted(node: Any) -> str:
    if isinstance(node, nodes.Getattr):
        return f"{_dotted(node.node)}.{node.attr}"
    return node.name if isinstance(node, nodes.Name) else "…"
