"""Codes by which a visitor asks what became of what they sent."""

import pytest

from thidua.core.codes import check_sign
from thidua.core.follow_up import ALPHABET, CodeFault, CodeRefused, kind_of, new_code, read_code


def code(signs: str, kind: str = "YK") -> str:
    return f"{kind}-{signs[:5]}-{signs[5:]}{check_sign(signs, ALPHABET)}"


def test_a_new_code_has_its_kind_and_no_letter_that_looks_like_another():
    made = {new_code("YK") for _each in range(500)}
    assert len(made) == 500
    assert {kind_of(one) for one in made} == {"YK"}
    assert set("".join(one[3:] for one in made)) == set(ALPHABET) | {"-"}
    assert set("ILOQU") & set(ALPHABET) == set()


def test_a_code_is_read_however_it_was_typed():
    kept = code("70V1K00MV")
    assert read_code(kept) == kept
    assert read_code(f" {kept.lower().replace('-', ' ')} ") == kept
    typed = kept[:3] + kept[3:].replace("0", "O", 1).replace("0", "q", 1).replace("1", "l").replace("V", "u")
    assert typed != kept
    assert read_code(typed) == kept


def test_every_wrong_sign_and_every_exchange_of_neighbours_is_noticed():
    kept = read_code(code("7K0RMXW9H"))
    signs = kept[3:].replace("-", "")
    slips = {signs[:at] + other + signs[at + 1 :] for at in range(10) for other in ALPHABET} - {signs}
    slips |= {signs[:at] + signs[at + 1] + signs[at] + signs[at + 2 :] for at in range(9)} - {signs}
    assert len(slips) >= 300
    for slip in slips:
        with pytest.raises(CodeRefused) as refused:
            read_code(f"YK{slip}")
        assert refused.value.fault is CodeFault.CHECK


@pytest.mark.parametrize(
    ("typed", "fault", "signs"),
    [
        ("", CodeFault.LENGTH, ()),
        ("YK-7K0RM", CodeFault.LENGTH, ()),
        ("Y9-7K0RM-XW9HD", CodeFault.SIGN, ("9",)),
        ("YK-7K0RM-XW9*Đ", CodeFault.SIGN, ("*", "Đ")),
    ],
)
def test_what_cannot_be_a_code_is_refused_with_its_fault(typed, fault, signs):
    with pytest.raises(CodeRefused) as refused:
        read_code(typed)
    assert (refused.value.fault, refused.value.signs) == (fault, signs)


@pytest.mark.parametrize("kind", ["Y", "yk", "YKK", "Y1", "ĐK"])
def test_a_kind_is_two_plain_capitals(kind):
    with pytest.raises(ValueError, match=kind):
        new_code(kind)
