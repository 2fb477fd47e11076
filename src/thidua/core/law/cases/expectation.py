"""expect: {verdict, by, alternative, earliest}."""

from functools import partial

from thidua.core.law.appraisal import Verdict
from thidua.core.law.book import LawBook
from thidua.core.law.cases import vocabulary
from thidua.core.law.cases.case import Expectation
from thidua.core.law.cases.optional import part
from thidua.core.law.cases.values import year
from thidua.core.law.cases.written import Written

# criteria written before ours say «satisfied»
VERDICTS = {verdict.code: verdict for verdict in reversed(Verdict)}
_ALSO = {"satisfied": Verdict.MET, "not_satisfied": Verdict.NOT_MET}


def read_expectation(written: Written, book: LawBook) -> Expectation:
    """Return what is expected; one word alone is the verdict."""
    if written.scalar is not None:
        return Expectation(verdict=_verdict(written))
    fields = written.fields(("verdict", "by", "alternative", "earliest"))
    way = partial(vocabulary.alternative, book=book)
    return Expectation(
        verdict=part(fields, "verdict", _verdict),
        by=part(fields, "by", way),
        alternative=part(fields, "alternative", way),
        earliest=part(fields, "earliest", year),
    )


def _verdict(written: Written) -> Verdict | None:
    typed = (written.scalar or "").strip()
    if typed in _ALSO:
        return _ALSO[typed]
    known = vocabulary.one_of(written, "verdict", VERDICTS)
    return VERDICTS[known] if known else None
