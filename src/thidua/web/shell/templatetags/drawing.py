"""`{% drawn … %}…{% enddrawn %}`: a part of a page that is drawn once (`shell.drawn`)."""

from __future__ import annotations

from django import template
from django.template.base import FilterExpression, NodeList, Parser, Token, token_kwargs
from django.template.context import Context
from django.template.exceptions import TemplateSyntaxError
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from thidua.web.shell import drawn

register = template.Library()


@register.tag("drawn")
def drawn_part(parser: Parser, token: Token) -> DrawnPart:
    """Read `{% drawn links=frame.public_links %}` or `{% drawn told site=frame.site %}`.

    Inside are known: the values named, what `told` tells by its names, and LANGUAGE_CODE; nothing else. Where `told`
    is no `Told` – a preview on the desk, a form sent back with its faults – the part is drawn as if no tag stood here.
    """
    bits = token.split_contents()[1:]
    told = parser.compile_filter(bits.pop(0)) if bits and "=" not in bits[0] else None
    given = token_kwargs(bits, parser)
    if bits:
        raise TemplateSyntaxError(f"drawn takes a reading and named values, not {bits!r}")
    inside = parser.parse(("enddrawn",))
    parser.delete_first_token()
    return DrawnPart(inside, told, given)


class DrawnPart(template.Node):
    """The part, drawn with the values that it is given."""

    def __init__(
        self, inside: NodeList, told: FilterExpression | None, given: dict[str, FilterExpression]
    ) -> None:
        self.nodelist, self.told, self.given = inside, told, given

    def render(self, context: Context) -> SafeString:
        """Return the part as it was kept, or draw it."""
        told = self.told.resolve(context) if self.told else None
        given = {name: value.resolve(context) for name, value in self.given.items()}
        if self.told and not isinstance(told, drawn.Told):
            with context.push(**given):
                return self.nodelist.render(context)
        return drawn.drawn(self, told, given, lambda: self._drawn(context, told, given))

    def _drawn(self, context: Context, told: drawn.Told | None, given: dict[str, object]) -> SafeString:
        known = {**(told or {}), **given, "LANGUAGE_CODE": get_language()}
        inside = Context(known, autoescape=context.autoescape)
        # The templates at work, not what they know: includes and components are found through them.
        inside.template, inside.render_context = context.template, context.render_context
        return self.nodelist.render(inside)
