"""What a single cell looks like, whatever its column."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from functools import cache, lru_cache
from math import isfinite

from liaison_metrics.domain.project import NOT_STATED
from liaison_metrics.sheets.model import Cell
from liaison_metrics.sheets.words.lists import is_country_code, month_words, normal, tools, values

_EMAIL = re.compile(r"^<?[^\s@<>]+@[^\s@<>]+\.[^\s@<>]{2,}>?$")
_PHONE = re.compile(r"^(?:tel\.?:?\s*)?[+(]?\d[\d\s()./\-–]{5,}\d$", re.I)
_DATE_LIKE = re.compile(r"^\d{1,4}[./\-]\d{1,2}[./\-]\d{1,4}$")
_OF_A_YEAR = re.compile(r"(?:19|20)\d\d[./\-–]\d{1,3}")
"""A number that begins anew with each year, as invoices have ("2021-001")."""

_HOURS = re.compile(r"(?:[01]?\d|2[0-4])[.][0-5]\d\s*[-–]\s*(?:[01]?\d|2[0-4])[.][0-5]\d")
"""From one hour of the day to another, with dots ("10.00–11.00")."""

_DATE_AND_TIME = re.compile(
    r"(?:\d{1,2}([./-])(?:0?[1-9]|1[0-2])\1(?:\d{4}|\d{2})|\d{4}([./-])\d{1,2}\2\d{1,2})\s+(?:[01]?\d|2[0-4])[.][0-5]\d(?!\d)"
)
"""A day and a time of day with a dot ("03-02-2021 19.01"): one of them alone has other signs between its numbers."""

_NAME = re.compile(r"^[^\d@:_=<>{}\[\]]{2,70}$")
_OF_WHOM = re.compile(r"(\d{1,7})\s*[,;(]\s*(?:[^\W\d]+\s+){0,3}(\d{1,7})\s+([^\W\d]{2,20})\s*\)?")
_WITH_SEPARATORS = re.compile(r"\d{1,3}(?:[.,' \xa0]\d{3}){1,2}")
_COUNT = re.compile(r"(\d{1,7})(?:[.,]0+)?(?:\s+[^\W\d]{2,20}\.?)?")
_TALLY = re.compile(r"[|/ ]{2,80}")
"""Strokes, one for each person; a slanted one crosses out four ("||||/ ||")."""

_TALLY_OF_LETTERS = re.compile(r"(?:I{4}/?\s*)+I{0,4}")
"""The same typed as letters ("IIII/ IIII/ II"). Fewer than four may be a number of old."""

CURRENCY = r"(?:€|\$|£|eur|euro|chf|dkk|kr\.?|,-)"
"""How a currency is written, as part of a regular expression."""

_CURRENCY_ALONE = re.compile(rf"(?:^|[\s(\[]){CURRENCY}(?:$|[\s)\]/])", re.I)

_BRACKETS = re.compile(r"\([^()]*\)")
_SHORT_FORM = 3
_FEWEST_TO_SAY_UNKNOWN = 3
"""Two such words may be somebody's name ("Nie Sa")."""
_TOO_MANY = 1_000_000_000
"""No event has this many people: a larger number is not a headcount."""

_BEHIND_PARTICLE = re.compile(r"[^\W\d_]{1,3}[-'’‘ʼ]([^\W\d_])")

_GREEK_CLASS = re.compile(r"(?:[Α-Ω]|Στ|ΣΤ)\s?[΄'’´ʹ′]\s?(?:\d|[Α-Ω-]\w+)?")
"""A letter that stands for a number, as classes in Greece have ("Α΄", "Στ΄ Δημοτικού")."""

_CLASS = re.compile(r"\d{1,2} ?[^\W\d]?|[^\W\d] ?\d{1,2}")
"""A class in a school ("3b", "9 a", "B2"), in normal form."""


def text_of(value: Cell) -> str:
    """Returns a cell's text on one line, trimmed; numbers and dates as a person would write them."""
    if value is None:
        return ""
    if isinstance(value, str):
        return " ".join(value.split()) if "\n" in value or "  " in value or "\xa0" in value else value.strip()
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time(0) else value.isoformat(" ")
    return value.isoformat() if isinstance(value, date | time) else str(value)


def names_currency(header: str) -> bool:
    """Returns whether a header names a currency: amounts of money stand below it."""
    return _CURRENCY_ALONE.search(header) is not None


def without_currency(header: str) -> str:
    """Returns a header without the currency that it names."""
    return _CURRENCY_ALONE.sub(" ", header)


def without_brackets(text: str) -> str:
    """Returns a text without what stands in brackets."""
    return _BRACKETS.sub(" ", text)


def is_email(text: str) -> bool:
    """Returns whether a text is one e-mail address."""
    return "@" in text and _EMAIL.match(text) is not None


def is_phone(text: str) -> bool:
    """Returns whether a text is a phone number: at least seven digits with only separators between them."""
    if _PHONE.match(text) is None or _DATE_LIKE.match(text) or _OF_A_YEAR.fullmatch(text):
        return False
    if _DATE_AND_TIME.match(text) or _HOURS.fullmatch(text):
        return False
    return sum(c.isdigit() for c in text) >= 7


def is_name_like(text: str) -> bool:
    """Returns whether a text could be a name: one to six words without digits and symbols."""
    return _NAME.match(text) is not None and 1 <= len(text.split()) <= 6


def begins_with_capital(word: str) -> bool:
    """Returns whether a word of a name begins with a capital, perhaps behind a particle ("al-Zaidi", "d’Arc")."""
    found = None if word[:1].isupper() else _BEHIND_PARTICLE.match(word)
    return word[:1].isupper() or (found is not None and found[1].isupper())


_AMOUNT = re.compile(r"(?:[€£$]|eur|kr\.?|dkk)\s?\d{1,5}(?:[.,]\d{1,2})?|\d{1,5}[.,]\d{2}|"
                     r"\d{1,5}(?:[.,]\d{1,2})?\s?(?:[€£$]|euros?|kr\.?|dkk|,-)", re.I)  # fmt: skip


def number_of(value: Cell) -> int | None:
    """Returns the number of people in a cell, None if there is none or it is approximate."""
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        return int(value) if abs(value) < _TOO_MANY and value == int(value) else None
    if isinstance(value, str):
        text = value.strip()
        if not text[:1].isdecimal():
            return sum(map(text.count, "|/I")) if is_tally(text) else None
        if _WITH_SEPARATORS.fullmatch(text):
            return int(re.sub(r"\D", "", text))
        found = _COUNT.fullmatch(text) or _OF_WHOM.fullmatch(text)
        return int(found[1]) if found else None
    return None


def amount_of(value: Cell) -> float | None:
    """Returns an amount with a fraction or a currency that a cell holds, None if it holds anything else."""
    if isinstance(value, float):
        return None if value.is_integer() or not isfinite(value) else value
    found = _AMOUNT.fullmatch(value.strip()) if isinstance(value, str) and value else None
    written = re.sub(r"[^\d.,]", "", value).replace(",", ".").strip(".") if found and isinstance(value, str) else ""
    return float(written) if written.count(".") < 2 and written else None


_WHOLE = r"\d{1,3}(?:[.,' ]\d{3})+|\d{1,6}"
_MONEY = re.compile(rf"(?:{CURRENCY}\s*)?([-–−]?)\s*({_WHOLE})(?:[.,](\d\d?))?\s*(?:{CURRENCY})?", re.I)
"""An amount of money, with or without cents and a currency."""


def money_of(value: Cell) -> float | None:
    """Returns the number in a cell that may be an amount of money, also one without cents and currency, or below 0
    ("1.710,00 €", "- 12"); None if the cell holds anything else."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return round(float(value), 2)
    found = _MONEY.fullmatch(value.strip()) if isinstance(value, str) else None
    if found is None:
        return None
    sign, whole, cents = found.groups()
    amount = float(f"{re.sub(r'[^0-9]', '', whole)}.{cents or 0}")
    return -amount if sign else amount


def is_tally(text: str) -> bool:
    """Returns whether a text is strokes, one for each person ("||||/ ||")."""
    return (text[:1] == "|" and _TALLY.fullmatch(text) is not None) or (
        text[:4] == "IIII" and _TALLY_OF_LETTERS.fullmatch(text) is not None
    )


def part_of(value: Cell) -> tuple[int, str] | None:
    """Returns the part a count names, with its word: 64 and "women" for "120, of whom 64 women"."""
    found = _OF_WHOM.fullmatch(value.strip()) if isinstance(value, str) else None
    return (int(found[2]), found[3]) if found else None


_ERROR = re.compile(r"#(?:[^\W\d_]+(?:/[^\W_]+)?[!?]?|N/A|DIV/0!)|Err:\d{3}", re.I)
"""Errors of spreadsheets in any language: #REF!, #BEZUG!, #VALORE!, #DIV/0!, #N/A, Err:502."""


def is_error(text: str) -> bool:
    """Returns whether a text is a spreadsheet's error in place of a value ("#REF!")."""
    return (
        text[:1] in ("#", "E")
        and _ERROR.fullmatch(text) is not None
        and (text[-1:] in "!?" or "/" in text or ":" in text)
    )


def is_not_stated(text: str) -> bool:
    """Returns whether a text means "not stated" ("-", "n/a", "keine Angabe", "#REF!")."""
    start = text[:2]
    if len(start) == 2 and start.isascii() and start.isalnum() and start.lower() not in _starts_of_not_stated():
        return False  # nearly all texts
    return _says_nothing(text)


@cache
def _starts_of_not_stated() -> frozenset[str]:
    """Returns the first two letters of the words for "not stated", and of errors."""
    return frozenset(word[:2] for word in (*values("not_stated"), *tools("not"), *tools("who_knows"), "err"))


@lru_cache(maxsize=50_000)
def _says_nothing(text: str) -> bool:
    if is_error(text):
        return True
    form = normal(text)
    if form in values("not_stated") and is_country_code(text):
        return False
    return form in values("not_stated") or _is_unknown(form) if form else not set(text) - set("-–—_./\\?…* ")


def _is_unknown(form: str) -> bool:
    """Whether a text has nothing but a negation, a word for knowing and who doesn't know ("we do not know")."""
    words = set(form.split())
    denied, known = words & tools("not"), words & tools("knowing")
    enough = len(words) >= _FEWEST_TO_SAY_UNKNOWN
    return enough and bool(denied and known) and words <= denied | known | tools("who_knows")


@lru_cache(maxsize=50_000)
def starts_total_row(text: str) -> bool:
    """Returns whether a text begins a row of totals, including partial ones ("Subtotal Kassel")."""
    words = normal(text).split()
    return is_total(text) or (1 < len(words) <= 4 and words[0] in tools("sums"))


@lru_cache(maxsize=50_000)
def is_total(text: str) -> bool:
    """Returns whether a text labels a row or column of totals, also of a month or another part of a year ("Total
    March 2021", "Quarter total")."""
    form = normal(text)
    if not form:
        return False
    if form in tools("abbreviated_total") and text.rstrip(" :").endswith("."):
        return True
    words = [word for word in form.split() if not word.isdigit()]
    plain = [word for word in words if word not in month_words() and word not in tools("summed_periods")]
    return any(" ".join(said) in values("total") for said in (form.split(), words, plain))


@lru_cache(maxsize=50_000)
def has_total(text: str) -> bool:
    """Returns whether a text of several words begins or ends with one for a total ("Turned up in total")."""
    said = f" {normal(text)} "
    return any(said.startswith(f" {one} ") or said.endswith(f" {one} ") for one in values("total"))


def letter(at: int) -> str:
    """Returns a column's letters as spreadsheets show them, for a position from 0."""
    letters = ""
    at += 1
    while at:
        at, rest = divmod(at - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


_PAIRS = ("pd", "gb", "mj", "mb", "wj", "dh")
"""Letters for women or girls, and for men or boys, which say so only beside each other: pige and dreng, girl and boy,
Mädchen and Junge or Bub, Dame and Herr. Κ beside Α is known."""


@lru_cache(maxsize=50_000)
def is_class(text: str) -> bool:
    """Returns whether a text names a class of a school ("3b", "Year 9", "Klasse 8a")."""
    if _GREEK_CLASS.fullmatch(text):
        return True
    words = [word for word in normal(text).split() if word not in tools("school_class")]
    return any(map(str.isdigit, text)) and _CLASS.fullmatch(" ".join(words)) is not None


def gender_of_letter(text: str, letters: set[str], known: str | None = None) -> str | None:
    """Returns the gender of a letter that the column's other letters explain: D beside U is donna and uomo, D beside W
    or F and M is divers, and P beside D is pige and dreng; else what is *known* of it alone. "Dr" beside "Ms" and "Mr"
    says nothing."""
    form = normal(text)
    pair = next((pair for pair in _PAIRS if form in pair and letters - {""} == set(pair)), "") if letters else ""
    if pair:
        return "female" if form == pair[0] else "male"
    if known is not None:
        return known
    if form == "d":
        return "female" if letters & {"u", "uomo"} else "non_binary" if letters & {"w", "weiblich"} else None
    return NOT_STATED if letters and form in tools("salutation") else None


def is_short_form(form: str, text: str) -> bool:
    """Returns whether a text has a word of three letters, in normal form, in capitals ("OEP day"): an abbreviation."""
    return len(form) == _SHORT_FORM and form.isalpha() and form.upper() in re.findall(r"\w+", text)
