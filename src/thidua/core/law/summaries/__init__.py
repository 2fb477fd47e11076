"""The law of an award as a clerk reads it: on one day, and what changed between two days.

    shapes.py                        what is shown, as frozen dataclasses
    award.py                         summarise(book, award, on) → AwardSummary
      in_force.py statements.py groups.py conditions_in_words.py bonus_on_a_day.py procedure.py parameter_words.py
    diff.py                          compare(book, award, before, after) → Changes
      likeness.py                    which alternatives of two days correspond
      standard_changes.py alternative_changes.py line_changes.py conduct_changes.py
      plain_changes.py bonus_changes.py other_changes.py procedure_changes.py lead.py
    award_outline.py changes_outline.py → outline.py → text.py | markdown.py; pages.py plain_data.py
    phrases.py places.py cited.py field_words.py     words and places of both languages

Nothing is imported here: the numbers of the law (bonus.py …) use phrases and places themselves.
"""
