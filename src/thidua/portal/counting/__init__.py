"""From a reader's page to a number: who is no reader, the journal that survives a fall, and what it holds.

visitors.py   who it was, as a mark of one day that leads back to nobody
robots.py     programs that say so themselves
journal.py    one line for each page shown, written before the answer, in files of ten minutes
tally.py      which lines count: once in thirty minutes for a visitor and a page
turn.py       one process of a machine counts at a time
"""
