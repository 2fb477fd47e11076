"""The Vietnamese lunar calendar, computed for the meridian of Hà Nội (UTC+7).

A month begins on the day of the new moon; the month that holds the winter solstice is the eleventh; a month
without a principal solar term is a leap month. New moons after J. Meeus, *Astronomical Algorithms* (1998), in
the short form of Hồ Ngọc Đức; exact to minutes between 1900 and 2100.
"""

from datetime import date
from functools import lru_cache
from math import floor, pi, sin

_ZONE = 7 / 24  # of a day
_MONTH = 29.530588853  # mean length of a lunar month
_FIRST_NEW_MOON = 2415021.076998695  # near 1 January 1900
_ORDINAL_OF_DAY_NUMBER = 1721425  # Julian day number minus Python's ordinal


class LunarDateRefused(ValueError):
    """A lunar date outside the years for which the computation holds."""


@lru_cache(maxsize=512)
def solar_date(year: int, month: int, day: int) -> date:
    """Return the day of a lunar date in an ordinary (not leap) month. Raises LunarDateRefused."""
    if not 1900 <= year <= 2100:
        raise LunarDateRefused(f"the lunar year {year} is outside 1900–2100")
    start = _eleventh_month(year - 1 if month < 11 else year)
    after = _eleventh_month(year if month < 11 else year + 1)
    offset = (month - 11) % 12
    if after - start > 365:  # thirteen months: one of them is a leap month
        leap = _leap_offset(start)
        offset += 1 if offset >= leap else 0
    number = floor(0.5 + (start - _FIRST_NEW_MOON) / _MONTH)
    return date.fromordinal(_new_moon_day(number + offset) + day - 1 - _ORDINAL_OF_DAY_NUMBER)


def new_year(year: int) -> date:
    """Return the first day of the lunar year that begins in a solar year."""
    return solar_date(year, 1, 1)


@lru_cache(maxsize=1024)
def _new_moon_day(number: int) -> int:
    """Return the Julian day number, in Hà Nội, of the new moon `number` months after 1 January 1900."""
    t = number / 1236.85
    degree = pi / 180
    mean = 2415020.75933 + 29.53058868 * number + (0.0001178 - 0.000000155 * t) * t * t
    mean += 0.00033 * sin((166.56 + (132.87 - 0.009173 * t) * t) * degree)
    sun = (359.2242 + 29.10535608 * number - (0.0000333 + 0.00000347 * t) * t * t) * degree
    moon = (306.0253 + 385.81691806 * number + (0.0107306 + 0.00001236 * t) * t * t) * degree
    node = (21.2964 + 390.67050646 * number - (0.0016528 + 0.00000239 * t) * t * t) * degree
    shift = (0.1734 - 0.000393 * t) * sin(sun) + 0.0021 * sin(2 * sun) - 0.4068 * sin(moon)
    shift += 0.0161 * sin(2 * moon) - 0.0004 * sin(3 * moon) + 0.0104 * sin(2 * node)
    shift += -0.0051 * sin(sun + moon) - 0.0074 * sin(sun - moon) + 0.0004 * sin(2 * node + sun)
    shift += -0.0004 * sin(2 * node - sun) - 0.0006 * sin(2 * node + moon) + 0.0010 * sin(2 * node - moon)
    shift += 0.0005 * sin(2 * moon + sun)
    clock = -0.000278 + 0.000265 * t + 0.000262 * t * t  # dynamical time to civil time
    return floor(mean + shift - clock + 0.5 + _ZONE)


def _solar_sector(day_number: int) -> int:
    """Return in which twelfth of its yearly path the sun stands at midnight: 0 at the spring equinox."""
    t = (day_number - 2451545.5 - _ZONE) / 36525
    degree = pi / 180
    anomaly = (357.52910 + (35999.05030 - (0.0001559 + 0.00000048 * t) * t) * t) * degree
    centre = (1.914600 - (0.004817 + 0.000014 * t) * t) * sin(anomaly)
    centre += (0.019993 - 0.000101 * t) * sin(2 * anomaly) + 0.000290 * sin(3 * anomaly)
    longitude = 280.46645 + (36000.76983 + 0.0003032 * t) * t + centre
    return floor(longitude % 360 / 30)


@lru_cache(maxsize=512)
def _eleventh_month(year: int) -> int:
    """Return the Julian day number on which the eleventh lunar month of a year begins."""
    number = floor((date(year, 12, 31).toordinal() + _ORDINAL_OF_DAY_NUMBER - 2415021) / _MONTH)
    begins = _new_moon_day(number)
    return _new_moon_day(number - 1) if _solar_sector(begins) >= 9 else begins


def _leap_offset(start: int) -> int:
    """Return how many months after the eleventh the leap month stands."""
    number = floor(0.5 + (start - _FIRST_NEW_MOON) / _MONTH)
    sector = _solar_sector(_new_moon_day(number + 1))
    for offset in range(2, 15):
        following = _solar_sector(_new_moon_day(number + offset))
        if following == sector:
            return offset - 1
        sector = following
    raise AssertionError("a lunar year of thirteen months has a leap month")
