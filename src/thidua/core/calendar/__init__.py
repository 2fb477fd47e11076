"""Working days: weekends, public holidays by both calendars, days swapped by the Government, stopped clocks.

lunar.py              the Vietnamese lunar calendar, computed
holidays.py           which days of a year are off, and why; holidays.yaml is its data
working_days.py       counting working days, and deadlines whose clock can stop
"""
