"""Which words can be Vietnamese: the shape of the syllable tells what an old encoding was.

Source: the table of onsets and rimes in Đoàn Thiện Thuật, Ngữ âm tiếng Việt; spelling as in the school book.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise
from typing import Final

from thidua.core.vietnamese.letters import split_tone

_ONSETS_WRITTEN: Final = "ngh ng gh gi kh nh ph qu th tr ch b c d đ g h k l m n p r s t v x"
_RIMES_WRITTEN: Final = """
    a ai ao au ay ac ach am an ang anh ap at ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
    o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet
    oi om on ong op ot oc ooc oong ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
    u ua uân uâng uât uây uc uê uêch uênh ui um un ung uơ up ut uôc uôi uôm uôn uông uôt
    uy uya uych uyên uyêt uynh uyp uyt uyu ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu
    y yêm yên yêng yêt yêu ynh yt ych
"""
_ONSETS: Final = tuple(_ONSETS_WRITTEN.split())
_RIMES: Final = frozenset(_RIMES_WRITTEN.split())
# A syllable that ends in one of these never has huyền, hỏi or ngã.
_STOPPED = re.compile(r"(?:c|ch|p|t)$")
_LEVEL, _SHARP, _HEAVY = 0, 4, 5


@lru_cache(maxsize=8192)
def is_syllable(word: str) -> bool:
    """Tell whether a word is spelt as a Vietnamese syllable can be, in small, capital or leading capital letters."""
    small = unicodedata.normalize("NFC", word.lower())
    tones = 0
    tone = 0
    bare = ""
    for letter in small:
        base, found = split_tone(letter)
        bare += base
        tone = found or tone
        tones += found > 0
    if tones > 1:
        return False
    rimes = [bare] + [bare[len(onset) :] for onset in _ONSETS if bare.startswith(onset)]
    if not any(rime in _RIMES for rime in rimes) and bare != "gi":
        return False
    return not (_STOPPED.search(bare) and tone not in (_LEVEL, _SHARP, _HEAVY))


def rises_inside(word: str) -> bool:
    """Tell whether a capital follows a small letter: nobody types so, letters of another encoding look so."""
    return any(first.islower() and second.isupper() for first, second in pairwise(word))
