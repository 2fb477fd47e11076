"""Documents that came from outside: what would bring the reader down is told before it is read."""

import yaml

from thidua.core.law.reading.item import Source

_DEEPEST = 40  # the C parser of PyYAML ends the whole process on text nested some thousand levels deep
_Loader = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader


def is_sound(text: str, source: Source) -> bool:
    """Tell whether a document is neither nested too deeply nor points into itself; else a fault is noted."""
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        line = event.start_mark.line + 1 if event.start_mark else 1
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        elif isinstance(event, yaml.AliasEvent):
            source.fault(line, "no_anchors")
            return False
        if depth > _DEEPEST:
            source.fault(line, "too_deep", limit=_DEEPEST)
            return False
    return True
