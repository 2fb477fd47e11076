"""Whatever is written, reading ends: with a case, or with faults that have a path."""

from hypothesis import given, settings
from hypothesis import strategies as st
from yaml import safe_dump

from thidua.core.law.cases import nominee, reading
from thidua.core.law.cases.feats import KINDS
from thidua.core.law.reading import load_law

BOOK = load_law()  # no fixture: an example that fails is printed with all it was given

SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**20), 10**20),
    st.floats(),
    st.dates(),
    st.sampled_from(
        ["2024", "2023-2024", "completed", "individual", "advanced_worker", "=", "<<", "~", "any"]
    ),
    st.text(max_size=8),
)
KEYS = st.one_of(
    st.sampled_from(
        [*reading.FIELDS, *nominee.FIELDS, *KINDS, "award", "year", "level", "from", "to", "count"]
    ),
    st.integers(1900, 2110),
    st.text(max_size=5),
)
ANYTHING = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)


@settings(max_examples=150)
@given(facts=ANYTHING, rest=ANYTHING)
def test_any_value_anywhere_is_read_or_told_with_its_path(facts: object, rest: object) -> None:
    case = {"name": "a", "award": "advanced_worker", "on": "2025-01-01", "recipient": "individual"}
    file = [case | {"facts": facts}, rest, case]

    read = reading.read_cases(safe_dump(file, allow_unicode=True, sort_keys=False).encode(), BOOK)

    assert [entry.case is None for entry in read.entries] == [bool(entry.faults) for entry in read.entries]
    assert read.entries[2].case is not None
    assert all(fault.path.startswith("cases[") for fault in read.all_faults)


@settings(max_examples=150)
@given(written=st.binary(max_size=60) | st.text(max_size=60).map(str.encode))
def test_any_bytes_are_read_or_told(written: bytes) -> None:
    read = reading.read_cases(written, BOOK)

    assert all(entry.case is None for entry in read.entries)
