"""The queries of the register's benchmark find what a scan of all rows finds."""

import numpy as np
import pytest

from thidua.config.bench.register import TOP, count, search
from thidua.config.bench.register_identities import quality
from thidua.config.bench.register_queries import SLIP, draw_classes
from thidua.config.bench.register_truth import scan
from thidua.config.synth.country import Size, write_country
from thidua.config.synth.labelled import labelled_books


@pytest.mark.django_db
def test_each_class_of_query_finds_what_the_scan_finds() -> None:
    write_country(Size(3_000, 1, provinces=1), say=lambda _step: None, progress=lambda _done, _of: None)
    for one in draw_classes(seed=1, count=6):
        if one.queries[0].match == SLIP:
            continue
        truths = scan(one.queries)
        assert [tuple(search(asked)) for asked in one.queries] == [truth.newest for truth in truths]
        assert all(len(truth.newest) == min(TOP, truth.count) for truth in truths)
        if one.name == "any words":
            assert [count(asked) for asked in one.queries] == [truth.count for truth in truths]
            assert max(truth.count for truth in truths) > 0


def test_the_true_pairs_are_all_right_and_all_found() -> None:
    books = labelled_books(200, seed=1)
    order = np.argsort(books.person, kind="stable").tolist()
    true = [
        (one, other)
        for place, one in enumerate(order)
        for other in order[place + 1 :]
        if books.person[one] == books.person[other]
    ]
    assert len(true) > 50
    assert quality(books, true) == (1.0, 1.0)
    wrong = next((order[0], other) for other in order if books.person[other] != books.person[order[0]])
    precision, recall = quality(books, [*true[:-1], wrong])
    assert precision == recall == (len(true) - 1) / len(true)
