"""Case files of `thidua appraise`: written by a clerk, read into questions and facts, answered in words.

document.py written.py              text → YAML nodes; one written value with its path and line
faults.py sentences.py              what is wrong, in both languages (messages.yaml)
values.py optional.py vocabulary.py spelling.py provisions_named.py
                                    numbers, days, years, codes; the nearest known spelling
reading.py case.py                  the whole file; one case
question.py nominee.py held.py discipline.py members.py feats.py judged.py choices.py expectation.py
                                    its parts
judging.py difference.py            the engine's answer beside what was expected
plain.py readable.py clauses.py     the answer as JSON and as text
"""
