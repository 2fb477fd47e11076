"""`thidua registry search`: what a line typed into the search of the register finds."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, Final

from django.core.management.base import BaseCommand, CommandParser
from django.utils import translation
from django.utils.translation import gettext as _

from thidua.config.registry_commands._console import actor, add_actor, speak_utf_8
from thidua.core.vietnamese.numbers import format_number
from thidua.registry.search import (
    FEW_HITS,
    PAGE_SIZE,
    Count,
    Hit,
    Order,
    awards_found,
    count,
    decisions_found,
    near,
    read_query,
    search,
)

HELP: Final = (
    "Search the register: names however typed, and tokens such as khen:2018..2019 or đơn-vị:“Đề Thám”."
)
MOST: Final = 1_000


def add_arguments(parser: CommandParser) -> None:
    """Declare the line, how many hits, their order and the form of the answer."""
    parser.add_argument("query", nargs="+", help="what would be typed into the search")
    parser.add_argument("--limit", type=int, default=PAGE_SIZE, help=f"how many hits, at most {MOST}")
    parser.add_argument("--order", choices=[str(one) for one in Order], default=str(Order.NEWEST))
    parser.add_argument("--cursor", default="", help="the `next` of the page before")
    parser.add_argument("--json", action="store_true", help="print JSON")
    add_actor(parser)


def handle(command: BaseCommand, options: dict[str, Any]) -> None:
    """Print a page of hits, those nearly alike where there are few, and the decisions."""
    speak_utf_8()
    with translation.override(options["lang"]):
        by = actor(command, options["account"])
        query = read_query(" ".join(options["query"]))
        size = max(1, min(options["limit"], MOST))
        page = search(query, by=by, order=Order(options["order"]), cursor=options["cursor"], size=size)
        total = count(query, by=by)
        alike = near(query, by=by, size=size) if total.exact and total.number < FEW_HITS else ()
        decisions, papers = decisions_found(query, by=by, most=size)
        forms = awards_found(query, by=by)
        if options["json"]:
            told = {
                "query": str(query),
                "parameters": query.parameters(),
                "count": {"number": total.number, "exact": total.exact},
                "hits": [_told(hit) for hit in page.hits],
                "near": [_told(hit) for hit in alike],
                "decisions": [
                    {"id": row.pk, "number": row.decision_number, "form": row.award_form} for row in decisions
                ],
                "awards": [
                    {"code": one.code, "name": one.name, "number": one.count.number, "exact": one.count.exact}
                    for one in forms
                ],
                "next": page.next,
                "cut": page.is_cut,
                "faults": [str(fault) for fault in page.faults],
            }
            command.stdout.write(json.dumps(told, ensure_ascii=False, indent=2))
            return
        for fault in page.faults:
            command.stderr.write(str(fault))
        _print(command, _("%(count)s awards") % {"count": _counted(total)}, page.hits)
        if page.is_cut:
            command.stdout.write(_("Not all awards were looked at; the next page goes on."))
        for one in forms:
            command.stdout.write(f"  {one.name}  {_counted(one.count)}")
        if alike:
            _print(command, _("Nearly the same names"), alike)
        if decisions:
            command.stdout.write(_("%(count)s decisions") % {"count": _counted(papers)})
            for row in decisions:
                command.stdout.write("  " + "  ".join(filter(None, (row.decision_number, row.award_form))))


def _print(command: BaseCommand, heading: str, hits: Iterable[Hit]) -> None:
    command.stdout.write(heading)
    for hit in hits:
        award = hit.award
        parts = (award.recipient_name, award.post_then, award.unit_then, award.conferral.award_form)
        told = [str(award.year), *filter(None, parts), award.conferral.decision_number]
        command.stdout.write("  " + "  ".join(filter(None, told)))


def _counted(total: Count) -> str:
    number = format_number(total.number)
    return number if total.exact else _("more than %(count)s") % {"count": number}


def _told(hit: Hit) -> dict[str, Any]:
    award = hit.award
    return {
        "id": award.pk,
        "name": award.recipient_name,
        "kind": award.recipient_kind,
        "post": award.post_then,
        "unit": award.unit_then,
        "year": award.year,
        "award": award.conferral.award_code,
        "form": award.conferral.award_form,
        "decision_number": award.conferral.decision_number,
        "status": award.status,
        "rank": hit.rank.name.lower() if hit.rank is not None else "",
    }
