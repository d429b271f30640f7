"""Formats for numbers, shares, dates and times, the same everywhere."""

from __future__ import annotations

from datetime import UTC, date, datetime

from liaison_metrics.texts import _, ngettext

MINUS = "−"


def number(value: int) -> str:
    """Returns a number with thousands separators and a true minus: 2,000; −3."""
    return f"{value:,}".replace("-", MINUS)


def change(value: int) -> str:
    """Returns a change with its sign: +41; −3; ±0."""
    return f"±{value}" if value == 0 else f"+{number(value)}" if value > 0 else number(value)


def share(part: int, whole: int) -> str:
    """Returns *part* as a whole percentage of *whole*: "<1%" if it rounds to 0, "" if *whole* is 0."""
    if whole == 0:
        return ""
    percent = round(100 * part / whole)
    if percent == 0 and part:
        return "<1%" if part > 0 else "≈0%"
    return f"{number(percent)}%"


def month_name(month: int) -> str:
    """Returns the short name of a month, 1 to 12."""
    return (
        _("Jan"), _("Feb"), _("Mar"), _("Apr"), _("May"), _("Jun"),
        _("Jul"), _("Aug"), _("Sep"), _("Oct"), _("Nov"), _("Dec"),
    )[month - 1]  # fmt: skip


def day(value: date) -> str:
    """Returns a date: 14 Feb 2022."""
    return f"{day_and_month(value)} {value.year}"


def day_and_month(value: date) -> str:
    """Returns a date without its year: 14 Feb."""
    return f"{value.day} {month_name(value.month)}"


def month(value: str) -> str:
    """Returns a month such as 2022-02 as Feb 2022. Other text is returned unchanged."""
    year, _dash, number_of_month = value.partition("-")
    if not (number_of_month.isdigit() and 1 <= int(number_of_month) <= 12):
        return value
    return f"{month_name(int(number_of_month))} {year}"


def date_time(value: datetime) -> str:
    """Returns a date and time in the server's time zone: 14 Feb 2022, 09:30."""
    local = value.astimezone()
    return f"{day(local.date())}, {local:%H:%M}"


def ago(time: datetime, now: datetime | None = None) -> str:
    """Returns how long ago something was, in the largest unit that fits; after a week, the date."""
    if time.tzinfo is None:
        time = time.replace(tzinfo=UTC)
    passed = int(((now or datetime.now(UTC)) - time).total_seconds())
    if passed < 60:
        return _("just now")
    minutes, hours, days = passed // 60, passed // 3600, passed // 86400
    if hours == 0:
        return ngettext("{n} min ago", "{n} min ago", minutes).format(n=minutes)
    if days == 0:
        return ngettext("{n} h ago", "{n} h ago", hours).format(n=hours)
    if days < 7:
        return ngettext("{n} day ago", "{n} days ago", days).format(n=days)
    return day(time.date())


def names(words: list[str]) -> str:
    """Returns words as a list for a sentence: Graz; Graz and Vejle; Graz, Vejle and Kassel."""
    if len(words) < 2:
        return "".join(words)
    return _("{first} and {last}").format(first=", ".join(words[:-1]), last=words[-1])
