"""Legislation as dated data, and the engine that judges one nominee or three million by it.

    texts/ parameters/ awards/ rules/ settings/ words/   the law, as YAML that a clerk can read
    reading/                                             YAML → the law book; every fault with file and line
    book.py provisions.py citations.py                   what a law book holds
    facts.py columns.py                                  what is known of nominees: one by one, and as columns
    conditions/                                          one file per kind of condition
    engine.py appraisal.py outlook.py                    (award, facts, date) → a reasoned verdict
    bonus.py votes.py quotas.py deadlines.py publicity.py   the other numbers of the law, by award and date
    stated.py                                            one such number on a day, or that it is not known

The engine proposes and people decide; outside the known dates the answer is that a person is needed.
"""
