"""Takes days, times, prices and other numbers that count no people out of sentences."""

from __future__ import annotations

import re

from liaison_metrics.sheets.words.lists import alternatives, month_words, normal, people_words
from liaison_metrics.sheets.words.phrases.days.written_out import written_out

_MONTH = r"[^\W\d_]{3,}\.?"
_NO_NUMBERS = re.compile(
    r"""(?<!\d)(?:19|20)\d{2}(?=\s+[-–]\s+\d{1,3}(?!\d)) # a year before a number of people
    |\d{1,4}[./-]\d{1,2}[./-]\d{2,4}            # a day in digits
    |\d{1,2}[:.]\d{2}(?!\d)(?:\s*(?:h|uhr|am|pm))? # a time of the day
    |\d{1,2}\s*(?:uhr|am|pm|[ap]\.m\.)(?!\w)
    |(?<!\w)(?:kl\.?|ore|h|ώρα|στις|alle)\s*\d{1,2}(?!\w)
    |[+(]?\d[\d\s()/-]{7,}\d                       # a phone number
    |(?:€|£|\$|kr\.?|eur)\s*\d+|\d+(?:[.,]\d+)?\s*(?:€|£|\$|%|eur\w*|kr\.?(?!\w)|kg|km|min(?:\.|ut\w*)?(?!\w))
    |\d+\s*[-–/]\s*\d+                             # a range
    |(?<!\w)\d+(?:st|nd|rd|th|º|°|ª|ος|ο|η)(?!\w)
    |(?<!\d)\d{1,2}\.\s?(?:und|og|[+&/–-])\s?\d{1,2}\.(?=\s+[^\W\d]) # "3. und 4. Stunde"
    |(?<!\d)(?:19|20)\d{2}(?!\d)                   # a year
    |[\w.+%'-]+@\S+|https?://\S+
    """,
    re.I | re.X,
)
_EITHER = re.compile(
    r"""(?<!\w)(\d{1,4})\s+(?:or|to|o|oppure|ad?|oder|bis|eller|til|ή|με|έως|ως)\s+(\d{1,4})(?!\w)
    |(?<!\w)(?:between|tra|fra|zwischen|mellem|μεταξύ)\s+(\d{1,4})\s+(?:and|e|und|og|και)\s+(\d{1,4})(?!\w)
    """,
    re.I | re.X,
)
"""Two numbers of which nobody knows which one is right ("30 or 35 people")."""

_NAMED_DAY = re.compile(
    rf"(?<!\w)\d{{1,2}}\.?\s+(?:(?:of|de|di)\s+)?({_MONTH})(?!\w)|(?<!\w)({_MONTH})\s+\d{{1,2}}(?=,?\s*(?:19|20)\d\d)",
    re.I,
)
_PARTS = re.compile(
    rf"(?<!\w){alternatives('numbered_parts', 'tools')}\.?\s*\d{{1,2}}(?:\s?[+&]\s?\d{{1,2}})+(?=\s*(?:[^\w\s+&]|$))",
    re.I,
)
"""Lessons of a day by their numbers ("modules 2+3"), with nothing behind them that could be people."""

_THOUSANDS = re.compile(r"(?<=\d)[.,' \xa0](?=\d{3}(?!\d))")
_PLUS, _EQUALS = re.compile(r"(?:(?<=\s)|^|(?<=\d))\+\s*(?=\w)"), re.compile(r"=\s*(?=\d)")

_TITLE_WITH_YEAR = re.compile(r"[^\d:+]*[^\W\d]\s+20[12]\d")


def without_other_numbers(text: str) -> str:
    """Returns a text without days, times, phone numbers, prices and what else is no number of people."""

    def day(found: re.Match[str]) -> str:
        return " " if normal(found[1] or found[2]) in month_words() else found[0]

    def either(found: re.Match[str]) -> str:
        less, more = (int(number) for number in found.groups() if number)
        before = normal(found.string[: found.start()]).split()[-1:]
        return " " if less < more and people_words("ages").isdisjoint(before) else found[0]

    text = _EITHER.sub(
        either, _NO_NUMBERS.sub(" ", _NAMED_DAY.sub(day, _PARTS.sub(" ", _THOUSANDS.sub("", written_out(text)))))
    )
    return _EQUALS.sub(" total ", _PLUS.sub(" plus ", text))


def names_year(text: str) -> bool:
    """Returns whether a text is words with a year right behind them, as titles are ("Attendance 2021"): no number of
    people."""
    return _TITLE_WITH_YEAR.fullmatch(text) is not None
