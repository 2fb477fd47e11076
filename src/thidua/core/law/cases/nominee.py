"""facts → what is recorded of a nominee."""

from datetime import date
from functools import partial

from thidua.core.law.book import LawBook
from thidua.core.law.cases import vocabulary
from thidua.core.law.cases.discipline import read_discipline
from thidua.core.law.cases.feats import KINDS, read_feats
from thidua.core.law.cases.held import counts_school_years, read_awards, read_grades, read_initiatives
from thidua.core.law.cases.judged import read_judged
from thidua.core.law.cases.members import read_members
from thidua.core.law.cases.optional import part
from thidua.core.law.cases.values import day, flag, founding_year, whole
from thidua.core.law.cases.written import Written
from thidua.core.law.facts import NomineeFacts

FIELDS = (
    "grades", "awards", "initiatives", "discipline", "suspended", "dissolved", "dissolved_on", "members",
    "confirmations",
    "founded", "eligible_for_flag", "judged", "registered", "months_worked", "maternity_months", "school_year",
    *KINDS,
)  # fmt: skip


def read_facts(written: Written, book: LawBook) -> NomineeFacts:
    """Return the facts; what is wrong is told and left out."""
    fields = written.fields(FIELDS)
    school_year = part(fields, "school_year", flag)
    if school_year is None:
        school_year = "grades" in fields and counts_school_years(fields["grades"])
    return NomineeFacts(
        grades=part(fields, "grades", partial(read_grades, book=book)) or {},
        awards=part(fields, "awards", partial(read_awards, book=book)) or (),
        initiatives=part(fields, "initiatives", partial(read_initiatives, book=book)) or (),
        discipline=part(fields, "discipline", partial(read_discipline, book=book)) or (),
        suspended=part(fields, "suspended", flag) or False,
        dissolved_on=part(fields, "dissolved_on", day)
        or (date.min if part(fields, "dissolved", flag) else None),
        members=part(fields, "members", partial(read_members, book=book)),
        confirmations=part(fields, "confirmations", partial(_read_confirmations, book=book)) or frozenset(),
        founded=part(fields, "founded", founding_year),
        eligible_for_flag=part(fields, "eligible_for_flag", flag),
        judged=part(fields, "judged", partial(read_judged, book=book)) or {},
        feats=tuple(
            feat for kind in KINDS if kind in fields for feat in read_feats(kind, fields[kind], book)
        ),
        registered=part(fields, "registered", flag),
        months_worked=part(fields, "months_worked", whole),
        maternity_months=part(fields, "maternity_months", whole) or 0,
        school_year=school_year,
    )


def _read_confirmations(written: Written, book: LawBook) -> frozenset[str]:
    read = (vocabulary.word(item, book, "authorities") for item in written.items())
    return frozenset(authority for authority in read if authority is not None)
