"""A flow as a page of documentation: the diagram, both labels of every state, and every move."""

from __future__ import annotations

from thidua.core.workflow.dossier import (
    DOSSIER,
    LEVELS,
    ROUTES,
    WHILE_SUSPENDED,
    flow_for,
    skipped_states,
)
from thidua.core.workflow.table import Flow


def flow_tables(flow: Flow) -> str:
    """Return diagram, states and moves of `flow` as Markdown."""
    lines = [
        "```mermaid",
        flow.diagram(),
        "```",
        "",
        "| state | the office reads | the unit reads |",
        "|---|---|---|",
    ]
    lines += [
        f"| `{state.value}` | {state.office_label} | {state.applicant_label} |" for state in flow.states
    ]
    lines += [
        "",
        "| move | from | to | right | must be true | reason | ground |",
        "|---|---|---|---|---|---|---|",
    ]
    for move in flow.moves:
        sources = ", ".join(f"`{source}`" for source in move.sources)
        cells = (
            f"`{move.verb}`",
            sources,
            f"`{move.target}`",
            f"`{move.right}`",
            f"`{move.guard}`" if move.guard else "–",
            "yes" if move.needs_reason else "–",
            move.ground or "–",
        )
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def dossier_page() -> str:
    """Return the page about the flow of a dossier, made from the table alone."""
    skips = [
        f"| {route} | {level} | {', '.join(sorted(skipped_states(route, level))) or '–'} | "
        f"{len(flow_for(route, level).moves)} |"
        for route in ROUTES
        for level in LEVELS
    ]
    stopped = ", ".join(f"`{verb}`" for verb in sorted(WHILE_SUSPENDED))
    return "\n".join(
        [
            "# The way of a dossier",
            "",
            "Made from `core/workflow/dossier.py` by `thidua dossier-flow`; change the table, not this page.",
            "",
            flow_tables(DOSSIER),
            "",
            f"A suspended dossier makes only these moves: {stopped}.",
            "",
            "## What each procedure leaves out",
            "",
            "| procedure | decided by | states left out | moves |",
            "|---|---|---|---|",
            *skips,
            "",
        ]
    )
