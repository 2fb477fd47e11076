"""Case files of `thidua appraise`: written by a clerk, read into questions and facts, answered in words.

document.py written.py faults.py    YAML that remembers its lines; one written value; what is wrong with it
values.py spelling.py vocabulary.py    numbers, days, years, codes; the nearest known spelling
case.py reading.py                  one case; the whole file
question.py nominee.py held.py discipline.py members.py feats.py choices.py expectation.py    its parts
judging.py difference.py            the engine's answer beside what was expected
outcome.py plain.py readable.py     the answer as JSON and as text
"""
