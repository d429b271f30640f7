"""Formats for numbers, shares, dates, times, lists and the order of words, the same everywhere.

They follow what each language has the custom of, as the Unicode Common Locale Data Repository (CLDR) says, read with
Babel. English is written as in Europe: 14 Feb 2022, 09:30.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache, lru_cache

from babel import Locale
from babel.dates import format_date, format_time
from babel.lists import format_list

from liaison_metrics.texts import ENGLISH, LANGUAGES, _, language, ngettext

MINUS = "−"

NOUNS_WITH_CAPITALS = {"de"}
"""The languages that write every noun with a capital."""

WITH_DOTS = {"de", "da"}
"""The languages that write dates in numbers with dots; the others here write strokes."""

DATES_KEPT = 4096
"""How many formatted days are kept: more than a project of ten years has, in one language."""


@dataclass(frozen=True, slots=True)
class _Conventions:
    """How a language writes numbers, dates and times, in the patterns of CLDR."""

    locale: Locale
    thousands: str
    decimal: str
    percent: str
    day: str
    day_and_month: str
    month: str
    time: str
    date_time: str


@cache
def _conventions(code: str) -> _Conventions:
    locale = Locale.parse(code)
    symbols = locale.number_symbols["latn"]
    # American dates and times would be ambiguous in Europe.
    written = Locale("en", "GB") if code == ENGLISH else locale
    time = "HH:mm" if code == "el" else written.time_formats["short"].pattern  # as Greek authorities write it
    return _Conventions(
        locale, symbols["group"], symbols["decimal"], re.sub(r"[#,0.]+", "{}", locale.percent_formats[None].pattern),
        written.date_formats["medium"].pattern, written.datetime_skeletons["MMMd"].pattern,
        written.datetime_skeletons["yMMM"].pattern.replace("MMM", "LLL"), time,
        str(written.datetime_formats["medium"]),
    )  # fmt: skip


def number(value: int) -> str:
    """Returns a number with thousands separators and a true minus: 2,000; −3; in German 2.000."""
    if -1000 < value < 1000:  # most numbers, in every language
        return str(value) if value >= 0 else f"{MINUS}{-value}"
    return f"{value:,}".replace("-", MINUS).replace(",", _conventions(language()).thousands)


def decimal(value: float, places: int) -> str:
    """Returns a number with that many decimal places: 0.93; in German 0,93."""
    whole, _sign, rest = f"{abs(value):.{places}f}".partition(".")
    sign = MINUS if value < 0 else ""
    return f"{sign}{number(int(whole))}" + (f"{_conventions(language()).decimal}{rest}" if rest else "")


def change(value: int) -> str:
    """Returns a change with its sign: +41; −3; ±0."""
    return f"±{value}" if value == 0 else f"+{number(value)}" if value > 0 else number(value)


def share(part: int, whole: int) -> str:
    """Returns *part* as a whole percentage of *whole*: "<1%" if it rounds to 0, "" if *whole* is 0."""
    if whole == 0:
        return ""
    percent = round(100 * part / whole)
    if percent == 0 and part:
        return _percent("<1") if part > 0 else _percent("≈0")
    return _percent(number(percent))


def _percent(text: str) -> str:
    return _conventions(language()).percent.format(text)


def month_name(month: int) -> str:
    """Returns the short name of a month, 1 to 12."""
    return str(_conventions(language()).locale.months["stand-alone"]["abbreviated"][month])


def country(code: str) -> str:
    """Returns the name of a country by its code of two letters: Greece for GR. Other text is returned unchanged."""
    return str(_conventions(language()).locale.territories.get(code, code))


def country_code(name: str) -> str:
    """Returns the code of a country by its name in any of the languages: GR for Griechenland; "" if it is none."""
    return _country_codes().get(name.strip().casefold(), "")


@cache
def _country_codes() -> dict[str, str]:
    return {
        str(name).casefold(): str(code)
        for one in LANGUAGES
        for code, name in _conventions(one).locale.territories.items()
        if len(code) == 2
    }


def day(value: date) -> str:
    """Returns a date: 14 Feb 2022."""
    return _date(date(value.year, value.month, value.day), "day", language())


def day_and_month(value: date) -> str:
    """Returns a date without its year: 14 Feb."""
    return _date(date(value.year, value.month, value.day), "day_and_month", language())


def date_field() -> str:
    """Returns the order of day, month and year in fields for dates, as Streamlit names it."""
    return "DD.MM.YYYY" if language() in WITH_DOTS else "DD/MM/YYYY"


def quarter(code: str) -> str:
    """Returns a quarter such as 2022-Q2 as Q2 2022. Other text is returned unchanged."""
    year, separator, number_of_quarter = code.partition("-Q")
    return _("Q{number} {year}").format(number=number_of_quarter, year=year) if separator else code


def month(value: str) -> str:
    """Returns a month such as 2022-02 as Feb 2022. Other text is returned unchanged."""
    year, _dash, number_of_month = value.partition("-")
    if not (year.isdecimal() and number_of_month.isdecimal() and 1 <= int(number_of_month) <= 12):
        return value
    return _date(date(int(year), int(number_of_month), 1), "month", language())


@lru_cache(maxsize=DATES_KEPT)
def _date(value: date, form: str, code: str) -> str:
    conventions = _conventions(code)
    written = format_date(value, getattr(conventions, form), conventions.locale)
    # The first of a month is an ordinal in Italian alone.
    return written.replace("1 ", "1º ", 1) if code == "it" and value.day == 1 and form != "month" else written


def date_time(value: datetime) -> str:
    """Returns a date and time in the server's time zone: 14 Feb 2022, 09:30."""
    local, conventions = value.astimezone(), _conventions(language())
    time = format_time(local.replace(tzinfo=None), conventions.time, locale=conventions.locale)
    return conventions.date_time.replace("{1}", day(local)).replace("{0}", time)


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


def inside(heading: str) -> str:
    """Returns a heading as it stands inside a sentence: "by community" for "By community"."""
    return heading if heading[1:2].isupper() else heading[:1].lower() + heading[1:]


def noun(words: str) -> str:
    """Returns words that begin with a noun as they stand inside a sentence: "age band"; in German "Altersgruppe"."""
    return words if language() in NOUNS_WITH_CAPITALS else inside(words)


def clauses(parts: Iterable[str]) -> str:
    """Returns parts of a sentence, or short statements, one after the other: "Graz: 1 held; Vejle: 2 held"."""
    # In Greek the sign ";" is the question mark.
    return (" · " if language() == "el" else "; ").join(parts)


def names(words: Sequence[str]) -> str:
    """Returns words as a list for a sentence: Graz; Graz and Vejle; Graz, Vejle and Kassel."""
    if len(words) < 2:
        return "".join(words)
    # British English writes no comma before "and", as this program does.
    return format_list(list(words), locale="en_GB" if language() == ENGLISH else language())


DANISH = str.maketrans({"æ": "z\ue001", "ä": "z\ue001", "ø": "z\ue002", "ö": "z\ue002", "å": "z\ue003"})
"""Letters of Danish after "z". Signs of the private use area stand after every letter."""


def in_order(words: Iterable[str]) -> list[str]:
    """Returns words in the order of the current language's alphabet."""
    return sorted(words, key=sort_key)


def sort_key(word: str) -> tuple[str, str, str]:
    """Returns what words are sorted by in the current language: letters, then accents, then capitals.

    In the languages of this program an accent tells apart only what is otherwise the same; Danish has letters of its
    own after "z". Greek words stand before Latin ones in Greek, after them elsewhere.
    """
    spoken, folded = language(), unicodedata.normalize("NFC", word).casefold()
    letters = folded.replace("aa", "å").translate(DANISH) if spoken == "da" else folded
    plain = "".join(sign for sign in unicodedata.normalize("NFD", letters) if not unicodedata.combining(sign))
    if spoken == "el":
        plain = "".join(f"\x01{sign}" if "α" <= sign <= "ω" else sign for sign in plain)
    return plain, folded, word
