"""Text → one YAML node, or one sentence that says where it is no YAML.

Only nodes are made, never objects: a word such as `on`, `no` or 2023-2024 stays as it was written.
"""

import yaml

from thidua.core.law.cases.faults import Faults
from thidua.core.law.yaml_bounds import DEEPEST, Mark, TooDeep, TooMuch, check_nesting, check_unfolding

_Loader = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader


def document(written: bytes, faults: Faults) -> yaml.Node | None:
    """Return the one document of a file; None when it is empty or after telling what is wrong."""
    try:
        text = written.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line, column = _after(written[: error.start])
        faults.tell("", "no_text", line, column=column)
        return None
    try:
        check_nesting(text)
        node: yaml.Node | None = yaml.compose(text, Loader=_Loader)
        if node is not None:
            check_unfolding(node)
        return node
    except TooDeep as error:
        line, column = _place(error.mark)
        faults.tell("", "too_deep", line, column=column, limit=DEEPEST)
    except TooMuch:
        faults.tell("", "too_much", 1)
    except yaml.reader.ReaderError as error:
        # The parser in C counts bytes, the one in Python characters.
        before = text.encode()[: error.position] if yaml.__with_libyaml__ else text[: error.position].encode()
        _no_yaml(faults, *_after(before), f"{error.reason} (U+{int(error.character):04X})")
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        context = f"{error.context}: " if error.context else ""
        _no_yaml(faults, *_place(mark), f"{context}{error.problem}")
    return None


def _after(before: bytes) -> tuple[int, int]:
    """Return the line and column, from 1, of what follows these bytes."""
    last = before[before.rfind(b"\n") + 1 :]
    return before.count(b"\n") + 1, len(last.decode("utf-8", errors="replace")) + 1


def _place(mark: Mark | None) -> tuple[int, int]:
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _no_yaml(faults: Faults, line: int, column: int, problem: str) -> None:
    faults.tell("", "no_yaml", line, column=column, problem=problem)
