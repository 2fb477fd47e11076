"""Search of the register: what was typed → awards in groups, decisions, counts.

    query = read_query('Lương Thị Bình xã:"Tri Phương" khen:2018..2019')     # or query_of(request.GET)
    page = search(query, by=user, order=Order.NEWEST, cursor="")             # page.hits, page.next, page.faults
    total = count(query, by=user)                                            # total.number, total.exact
    also = near(query, by=user)                                              # misspelt: «gần giống», its own group
    decisions, how_many = decisions_found(query, by=user)
    forms = awards_found(query, by=user)                          # «bằng khen» → each such award and how many of it

`page.is_cut`: not everything was looked at («chưa xem hết»); `page.next` goes on where that stopped.

`str(query)` writes it back as one line, `query.parameters()` as the parts of an address. A movement is a thing of a
room above: it turns `query.movement` into conferrals and passes them as `conferrals=`. `by=None` is the installation
itself; a public page passes `public=public_asking()`, and finds nothing by what its hits keep back. `near` is worth
its time when `total` is below FEW_HITS.

A benchmark of the database call alone measures `search(…)` (prefix, full name, any words, with `khen:` and
`đơn-vị:`, or `era`), `near(…)` for misspelt names, and `count(…)`; `by=None` asks for no rights, a superuser neither.
A bulk loader makes rows of the dictionary by `actions.recipient_names.name_row`, and fills `Award.name`, `.name_code`,
`RecipientName.award_count`, `.latest` and `RecipientWord` itself.
"""

from thidua.registry.search.awards import AwardFound, awards_found
from thidua.registry.search.conditions import award_codes
from thidua.registry.search.counting import Count
from thidua.registry.search.decisions import decisions_found
from thidua.registry.search.names import Rank
from thidua.registry.search.places import Era
from thidua.registry.search.query import SearchQuery, query_of, read_query
from thidua.registry.search.searching import FEW_HITS, PAGE_SIZE, Hit, Order, Page, count, near, search

__all__ = [
    "FEW_HITS",
    "PAGE_SIZE",
    "AwardFound",
    "Count",
    "Era",
    "Hit",
    "Order",
    "Page",
    "Rank",
    "SearchQuery",
    "award_codes",
    "awards_found",
    "count",
    "decisions_found",
    "near",
    "query_of",
    "read_query",
    "search",
]
