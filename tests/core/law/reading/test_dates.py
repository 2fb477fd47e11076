"""Dates of provisions: no overlap, and no gap but a declared one."""

TITLE, VOTES = "awards/title.yaml", "parameters/votes/title.yaml"
WHY = "why: {vi: Chưa rõ, en: Not known}"


def test_dates_the_wrong_way_round_are_a_fault(broken) -> None:
    assert broken(VOTES, "to: 2009-12-31", "to: 1999-12-31") == [
        f"{VOTES}:5: It ends on 1999-12-31, before it begins on 2000-01-01: turn the dates round."
    ]


def test_a_day_that_is_in_no_calendar_is_a_fault(broken) -> None:
    assert broken(VOTES, "to: 2009-12-31", "to: 2009-02-30") == [
        f"{VOTES}:5: There is no day 2009-02-30 in the calendar."
    ]


def test_values_that_share_a_day_are_a_fault(broken) -> None:
    assert broken(VOTES, "to: 2009-12-31", "to: 2010-01-01") == [
        f"{VOTES}:6: This value (2010-01-01 – no end) overlaps the one of 2000-01-01 – 2010-01-01: mend the dates."
    ]


def test_a_gap_between_values_is_a_fault(broken) -> None:
    assert broken(VOTES, "to: 2009-12-31", "to: 2008-12-31") == [
        f"{VOTES}:6: No value holds on 2009-01-01 – 2009-12-31: add one, or declare it under `gaps` with the reason."
    ]


def test_a_declared_gap_is_none(law) -> None:
    law.change(VOTES, "to: 2009-12-31", "to: 2008-12-31")
    law.change(VOTES, "unit: pct", f"unit: pct\ngaps:\n  - {{from: 2009-01-01, to: 2009-12-31, {WHY}}}")
    assert law.faults() == []


def test_a_gap_declared_where_a_value_holds_is_a_fault(broken) -> None:
    gap = f"unit: pct\ngaps:\n  - {{from: 2009-01-01, to: 2009-12-31, {WHY}}}"
    assert broken(VOTES, "unit: pct", gap) == [
        f"{VOTES}:5: A value holds on days of 2009-01-01 – 2009-12-31: that is no gap, mend the dates."
    ]


def test_deciding_authorities_neither_overlap_nor_leave_a_gap(law) -> None:
    law.change(TITLE, "to: 2009-12-31, authorities", "to: 2010-06-30, authorities")
    overlap = law.faults()
    law.change(TITLE, "to: 2010-06-30, authorities", "to: 2009-06-30, authorities")
    assert (overlap, law.faults()) == (
        [
            f"{TITLE}:10: This deciding authority (2010-01-01 – no end) overlaps the one of "
            "2000-01-01 – 2010-06-30: mend the dates."
        ],
        [
            f"{TITLE}:10: No deciding authority holds on 2009-07-01 – 2009-12-31: add one, or declare it under "
            "`decided_by_gaps` with the reason."
        ],
    )


def _bonus(law, *rows: str) -> list[str]:
    rate = 'individual: "1.5", collective: null, household: null, cite: [LAW1 Đ13], certainty: confirmed'
    text = (law.root / TITLE).read_text(encoding="utf-8")
    line = next(line for line in text.splitlines(keepends=True) if '"1.5"' in line)
    law.write(TITLE, text.replace(line, "".join(f"  - {{{row}, {rate}}}\n" for row in rows)))
    return law.faults()


def test_bonuses_of_the_same_days_are_a_fault(law) -> None:
    assert _bonus(law, "from: 2000-01-01", "from: 2010-01-01") == [
        f"{TITLE}:13: This bonus (2010-01-01 – no end) overlaps the one of 2000-01-01 – no end."
    ]


def test_bonuses_of_different_issuers_may_share_days(law) -> None:
    assert _bonus(law, "from: 2000-01-01", "from: 2010-01-01, issuers: [commune_chair]") == []


def test_bonuses_of_one_issuer_may_not_share_days(law) -> None:
    assert _bonus(
        law,
        "from: 2000-01-01, issuers: [commune_chair]",
        "from: 2010-01-01, issuers: [commune_chair, provincial_chair]",
    ) == [f"{TITLE}:13: This bonus (2010-01-01 – no end) overlaps the one of 2000-01-01 – no end."]


def test_a_gap_between_bonuses_is_a_fault(law) -> None:
    assert _bonus(law, "from: 2000-01-01, to: 2001-12-31", "from: 2003-01-01") == [
        f"{TITLE}:13: No bonus holds on 2002-01-01 – 2002-12-31: add one, or declare it under `bonus_gaps` "
        "with the reason."
    ]


def test_an_alternative_outside_the_days_of_its_text_is_a_fault(broken) -> None:
    assert broken("texts/law1.yaml", "from: 2000-01-01", "from: 2000-01-01\nto: 2024-12-31") == [
        "awards/order.yaml:12: It holds on 2000-01-01 – no end, but LAW1 only on 2000-01-01 – 2024-12-31: "
        "mend the dates.",
        f"{TITLE}:15: It holds on 2000-01-01 – no end, but LAW1 only on 2000-01-01 – 2024-12-31: mend the dates.",
        f"{TITLE}:25: It holds on 2000-01-01 – no end, but LAW1 only on 2000-01-01 – 2024-12-31: mend the dates.",
    ]
