"""YAML → the law book.

faults.py sentences.py          a fault with file and line; what it says in both languages (messages.yaml)
marked.py item.py block.py      YAML that remembers its lines; one value; one mapping
guarding.py                     what a document from outside may not do to the reader
known.py intervals.py           what other files may refer to; overlaps and gaps between dates
words.py texts.py settings.py parameters.py rules.py awards.py alternatives.py lines.py   one kind of file each
condition_fields.py             the fields of every kind of condition
references.py                   what stands across files: refs, duplicate ids, alternatives of settings
loading.py                      the whole folder → the book, or all its faults
local.py layering.py            a province's regulation, and the book with it laid over
"""

from thidua.core.law.reading.faults import Fault, LawRefused
from thidua.core.law.reading.loading import check_law, load_law, read_law
from thidua.core.law.reading.local import LocalLayer

__all__ = ["Fault", "LawRefused", "LocalLayer", "check_law", "load_law", "read_law"]
