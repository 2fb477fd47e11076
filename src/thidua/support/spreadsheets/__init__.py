"""Tables from and for office programs: uploads read with distrust, exports that are safe to open.

`reading.read_table`, `writing_xlsx.write_xlsx`, `writing_csv.write_csv`.
"""
