"""Sentences without a main clause."""

from __future__ import annotations

import re

from thidua.core.text_checks.context import TextContext
from thidua.core.text_checks.findings import TextCode, TextFinding, finding
from thidua.core.text_checks.shapes import sentences
from thidua.core.text_checks.word_lists import alternatives, word_lists

_QUOTED_OR_LISTED = re.compile(r"[“”\"«»:;]")


def check_fragments(text: str, context: TextContext) -> list[TextFinding]:
    """Find sentences that only say under what circumstances something happened, and never what.

    «Trong 9 tháng đầu năm 2019, dưới sự lãnh đạo của Tỉnh ủy, sự nỗ lực phấn đấu của nhân dân.» A heuristic that
    would rather miss a fragment than blame a sentence; all of this must hold:
    1. it ends with a full stop and has neither a quotation nor a list, whose parts cannot be told apart;
    2. it opens with a word of circumstance (trong, với, dưới, nhờ, …);
    3. after the first comma no word occurs that only a predicate has (đã, được, là, đạt, tăng, …). Verbs that
       are also nouns (tổ chức, giám sát) do not count: «tổ chức thực hiện quyết liệt của chính quyền»;
    4. its last part is itself a circumstance or a noun phrase: it opens with sự, việc, dưới, với, ….
    A sentence of one part is judged as a whole and must name a «sự …» or «việc …».
    """
    return [
        finding(TextCode.SENTENCE_FRAGMENT, text, start, end)
        for start, end in sentences(text)
        if _is_fragment(text[start:end])
    ]


def _is_fragment(sentence: str) -> bool:
    if not sentence.endswith((".", "…")) or _QUOTED_OR_LISTED.search(sentence):
        return False
    if not _opens_with(word_lists().fragment_openers, sentence):
        return False
    parts = [part.strip() for part in re.split(r",(?!\d)", sentence)]
    judged = " , ".join(parts[1:]) if len(parts) > 1 else sentence
    predicates = rf"(?<!\w){alternatives(word_lists().predicate_words)}(?!\w)"
    if re.search(predicates, judged, re.IGNORECASE):
        return False
    if len(parts) == 1:
        return re.search(r"(?<!\w)(?:sự|việc)\s", sentence, re.IGNORECASE) is not None
    return _opens_with(word_lists().fragment_nouns, parts[-1])


def _opens_with(words: tuple[str, ...], part: str) -> bool:
    return re.match(rf"{alternatives(words)}\s", part, re.IGNORECASE) is not None
