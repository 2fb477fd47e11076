"""A synthetic country for measuring: invented names, units, careers and decisions, every row marked as test data.

`names` draws names, `labelled` makes records whose true person is known, `messy` writes an untidy workbook – none
of them needs Django. `plan` and `careers` say who receives what and when, `tables` is the one place that knows the
columns of the schema, `loading` writes them, `country` does it all, `target` says where it may be written.
"""
