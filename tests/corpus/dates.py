"""The ways in which people write a date."""

from __future__ import annotations

from datetime import date, datetime

from tests.corpus.words import MONTHS, WEEKDAYS

NUMERIC = ("d/m/y", "d.m.y", "d-m-y", "y-m-d", "d.m.yy", "d. m. y", "y/m/d")
"""Styles of numbers in which the day stands first, or the year."""

WORDY = ("long", "weekday long", "weekday d.m.y", "long upper", "short month")
EPOCH = date(1899, 12, 30)


def written(day: date, style: str, language: str) -> str | int | float | date | datetime:
    """The day as a cell, in one of the styles of this module, "m/d/y", "serial", "date" or "datetime"."""
    if style == "date":
        return day
    if style == "datetime":
        return datetime(day.year, day.month, day.day, 18, 30)
    if style == "serial":
        return (day - EPOCH).days
    numbers = {
        "d/m/y": f"{day:%d/%m/%Y}",
        "d.m.y": f"{day:%d.%m.%Y}",
        "d-m-y": f"{day:%d-%m-%Y}",
        "y-m-d": f"{day:%Y-%m-%d}",
        "y/m/d": f"{day:%Y/%m/%d}",
        "m/d/y": f"{day:%m/%d/%Y}",
        "m/d/yy": f"{day.month}/{day.day}/{day:%y}",
        "d/m": f"{day:%d/%m}",
        "d.m.": f"{day.day}.{day.month}.",
        "d.m.yy": f"{day.day}.{day.month}.{day:%y}",
        "d/m/yy": f"{day.day}/{day.month}/{day:%y}",
        "d. m. y": f"{day.day}. {day.month}. {day.year}",
        "time": f"{day:%d/%m/%Y} 18:30",
        "iso time": f"{day:%Y-%m-%d}T18:30:00",
    }
    return numbers[style] if style in numbers else _in_words(day, style, language)


def _in_words(day: date, style: str, language: str) -> str:
    month, weekday = MONTHS[language][day.month - 1], WEEKDAYS[language][day.weekday()]
    dot = "." if language in ("de", "da") else ""
    long = f"{day.day}{dot} {month} {day.year}"
    if style == "long upper":
        return long.upper()
    if style == "weekday long":
        return f"{weekday}, {long}" if language != "it" else f"{weekday} {long}"
    if style == "weekday d.m.y":
        return f"{weekday[:2] if language == 'de' else weekday} {day:%d.%m.%Y}"
    if style == "short month":
        return f"{day.day}{dot} {month[:3]} {day.year}" if language != "el" else long
    assert style == "long", style
    return long
