"""Names of provisions: «alternative/pc-2022-1a», «parameter/base_salary@2024-07-01», «rule/ID» …"""

from collections.abc import Iterable

from thidua.core.law.book import LawBook
from thidua.core.law.cases.vocabulary import alternatives
from thidua.core.law.provisions import Validity


def is_provision(name: str, book: LawBook) -> bool:
    """Tell whether the book has a provision of this name."""
    kind, _, rest = name.partition("/")
    code, _, since = rest.partition("@")
    if kind == "alternative":
        return rest in alternatives(book)
    if kind == "rule":
        return any(rule.id == rest for rule in book.rules)
    if kind == "text":
        return rest in book.texts
    if kind == "parameter" and code in book.parameters:
        return _starts(since, (value.validity for value in book.parameters[code].values))
    if kind == "bonus" and code in book.awards:
        return _starts(since, (rate.validity for rate in book.awards[code].bonus))
    if kind == "authority" and code in book.awards:
        return _starts(since, (decided.validity for decided in book.awards[code].decided_by))
    return False


def _starts(since: str, validities: Iterable[Validity]) -> bool:
    return since in {validity.since.isoformat() for validity in validities}
