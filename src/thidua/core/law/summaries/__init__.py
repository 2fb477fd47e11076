"""The law of an award as a clerk reads it: on one day, and what changed between two days.

shapes.py                    what is shown, as frozen dataclasses
award.py                     summarise(book, award, on) → AwardSummary
diff.py                      compare(book, award, before, after) → Changes
text.py markdown.py          the same for a terminal and for a page of the docs
"""
