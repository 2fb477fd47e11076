"""Passages that two texts share."""

from hypothesis import given
from hypothesis import strategies as st

from thidua.core.text_checks.shared_passages import SHINGLE, WINDOW, fingerprints, overlap, words_of

WORDS = st.lists(st.sampled_from(["nhà", "đường", "thôn", "xã", "hộ", "nước", "điện", "trường"]), max_size=60)


def test_capitals_marks_and_line_breaks_do_not_hide_a_copy():
    text = "Đã vận động nhân dân góp công làm đường bê tông vào thôn"

    found = overlap(text, "abc da van\ndong NHAN DAN gop cong, làm đường be tong vao thon xyz")

    assert found.share == 100
    assert [passage.words for passage in found.passages] == [13]


def test_shorter_runs_are_how_everybody_writes():
    usual = "hoàn thành xuất sắc nhiệm vụ này"

    assert overlap(usual, usual).passages == ()
    assert overlap("", "").share == 0


@given(WORDS)
def test_a_text_is_a_copy_of_itself(words):
    text = " ".join(words)

    assert overlap(text, text).share == (100 if len(words) >= SHINGLE else 0)


@given(WORDS, WORDS, WORDS)
def test_a_long_shared_passage_always_shares_a_fingerprint(before, after, other):
    shared = " ".join(f"từ{number}" for number in range(SHINGLE + WINDOW - 1))
    first = " ".join([*before, shared, *after])
    second = " ".join([*other, shared])

    assert fingerprints(first) & fingerprints(second)


@given(WORDS, WORDS)
def test_passages_are_the_same_words_at_both_places(first, second):
    ours, theirs = " ".join(first), " ".join(second)

    for passage in overlap(ours, theirs).passages:
        mine = [word.text for word in words_of(ours[passage.first_start : passage.first_end])]
        assert mine == [word.text for word in words_of(theirs[passage.second_start : passage.second_end])]
        assert len(mine) == passage.words >= SHINGLE
