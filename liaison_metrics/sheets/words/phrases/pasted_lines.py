"""Lines of a list as people paste it from a chat: a number, a name, a mark and a remark in one text ("3. Anna Rossi ❌
non è venuta", "Modou con torta", "- Ben (+1)")."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from liaison_metrics.sheets.words.cells import begins_with_capital, is_class, is_name_like
from liaison_metrics.sheets.words.lists import (
    alternatives,
    evidence,
    normal,
    number_words,
    people_words,
    peoples,
    tools,
    values,
)
from liaison_metrics.sheets.words.phrases.absence import speaks_of_coming, without_other_doings
from liaison_metrics.sheets.words.phrases.found import has_phrase
from liaison_metrics.sheets.words.presence import says_absent, says_present, says_signed

_NUMBER = re.compile(r"\s*[(\[#]?\s*(\d{1,3})\s*[.)\]:°\-–—/]+\s*(?=[^\W\d]|\W*$|[^\w\s])")
_LOOSE_NUMBER = re.compile(r"\s*(\d{1,3})\s+(?=[^\W\d])")
"""The same without a sign behind it: a number of the list only if the lines count on."""

_KEYCAPS = re.compile(r"\s*((?:\d\ufe0f?\u20e3)+|\U0001f51f)\s*")
_TEN = "\U0001f51f"
_BULLET = re.compile(r"^(?:[-–—*•·‣▪●○➢➤>~]|\[[ xX✓✔]?\])\s*")
_BULLET_BEFORE_WORDS = re.compile(r"[-–—*•·‣▪●○➢➤>]\s+[^\W\d]")
_CHECKED = re.compile(r"\[\s*[xX✓✔]\s*\]")
_UNCHECKED = re.compile(r"\[\s*\]")

_PRESENT = frozenset("✅✔☑✓🟢")
_ABSENT = frozenset("❌✗✘☒✖🚫🔴☐⛔")
"""Signs behind or before a name. Other pictures (hands, hearts, cakes) say nothing."""

_FLAG = re.compile("[\U0001f1e6-\U0001f1ff]{2}")
_EMAIL = re.compile(r"[\w.+%'-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?<![\w.])[+(]?\d[\d\s()/\-–]{6,}\d(?!\w)")
_ASIDE = re.compile(
    r"\s*[(\[]|\s+[-–—|/=→>+]+\s*|\s*[,;:]\s+|\s*\+\s*(?=\d|[^\W\d])|\s*[:;]$|\.\s+(?=[^\W\d])|…|\.{2,}"
)
"""Where a name ends and a remark begins."""

_BETWEEN = re.compile(rf"\s*[,;&/]\s*|\s+\+\s+|\s+{alternatives('and', 'people')}\s+")
"""What stands between several names in a line."""

_STRUCK = re.compile(r"~([^~]+)~")
"""How people strike a text through in a chat."""

_LONGEST_NAME = 5
"""Words of a name."""

_SHORTEST_FULL = 2
"""Words of a full name, behind which a class may stand without a sign between."""

_YEAR = re.compile(r"\(?(?:19[3-9]|20[01])\d\)?")
_LONGEST_PARTICLE = 3
_SHORTEST_NAME = 2


class PastedLine(NamedTuple):
    """A line that may be about one person. ``number``: its number in the list, None if it has none. ``marks``: the
    signs that say whether the person was there. ``flag``: a country's flag."""

    number: int | None
    name: str
    marks: str
    remark: str
    flag: str = ""
    phone: str = ""
    email: str = ""

    @property
    def mark(self) -> str:
        """The signs, or else the remark, as a mark that columns of marks have; "" if they say nothing."""
        if not self.marks:
            return "✗" if says_stayed_away(self.remark) else ""
        signs = set(self.marks)
        return "✗" if signs <= _ABSENT else "✓" if signs <= _PRESENT else self.marks

    @property
    def called(self) -> bool | None:
        """Whether the remark begins with a word for presence, False with one for absence, None with neither."""
        first = normal(self.remark).partition(" ")[0]
        if len(first) <= _LONGEST_PARTICLE:
            return None
        return True if first in values("present") else False if first in values("absent") else None


def number_of_line(text: str, *, loose: bool = False) -> tuple[int | None, str]:
    """Returns the number with which a line begins, and the rest. *loose*: it may have no sign behind it."""
    if keycaps := _KEYCAPS.match(text):
        digits = "".join(filter(str.isdigit, keycaps[1]))
        return (10 if keycaps[1] == _TEN else int(digits)), text[keycaps.end() :]
    found = _NUMBER.match(text) or (_LOOSE_NUMBER.match(text) if loose else None)
    return (int(found[1]), text[found.end() :]) if found else (None, text)


def has_bullet(text: str) -> bool:
    """Returns whether a text begins with a bullet and a space before words ("- Anna Rossi")."""
    return _BULLET_BEFORE_WORDS.match(text) is not None


def begins_with_mark(text: str) -> bool:
    """Returns whether a text begins with a sign for who was there ("✅ Anna Rossi")."""
    sign = text.strip()[:1]
    return bool(sign) and (sign in _PRESENT or sign in _ABSENT)


def adds_unnamed(text: str) -> bool:
    """Returns whether a line adds a number of people without names to those above it ("and 4 women")."""
    words = normal(text).split()
    numbered = len(words) > 2 and (words[1].isdecimal() or words[1] in number_words())
    return numbered and words[0] in people_words("and")


def pasted_line(text: str, *, loose: bool = False) -> PastedLine | None:
    """Returns what a line says of a person, None if no name leads it. *loose*: see ``number_of_line``."""
    struck = _STRUCK.search(text)
    number, rest = number_of_line(_STRUCK.sub(r"\1", text.strip()).replace("*", "").strip("_ "), loose=loose)
    marks = "✗" if struck else ""
    marks += "✓" if _CHECKED.search(rest) else "☐" if _UNCHECKED.search(rest) else ""
    marks += "".join(sign for sign in rest if sign in _PRESENT or sign in _ABSENT)
    flag = _FLAG.search(rest)
    rest = _without_pictures(_BULLET.sub("", rest.strip()))
    if number is None:
        number, rest = number_of_line(rest, loose=loose)
    email, phone = _EMAIL.search(rest), _PHONE.search(rest)
    for found in (email, phone):
        rest = rest.replace(found[0], " ") if found else rest
    rest = " ".join(rest.split()).strip(" ,;-–—:")
    full, comma, behind = rest.partition(", ")
    listed = number is not None or has_bullet(text.strip())
    belongs = comma and listed and " " in full and " " in behind and _is_capital_name(full)
    if belongs and not _BETWEEN.search(full) and "," not in behind and not says_stayed_away(behind):
        name, remark = full, behind  # "1. Anna Rossi, Women's Centre"
    elif several := names_in_line(rest):
        name, remark = "; ".join(several), ""
    else:
        name, remark = _name_and_remark(rest)
        if not is_listed_name(name):
            return None
    said = (found[0].strip() if found else "" for found in (flag, phone, email))
    return PastedLine(number, name, marks, remark, *said)


def labelled_names(text: str) -> tuple[str, list[str]] | None:
    """Returns the label of a line and the names behind it ("Somalia: Ayan, Hibo"), None if it is no such line."""
    label, colon, rest = without_pictures(text).partition(":")
    names = [part for part in _BETWEEN.split(rest.strip()) if part]
    return (label.strip(), names) if colon and rest.strip() and all(map(_is_capital_name, names)) else None


def names_in_line(text: str) -> list[str]:
    """Returns the names that a line lists with signs or words for "and" between them, none if it names one person."""
    parts = [part for part in _BETWEEN.split(text) if part]
    if len(parts) < 2 or not all(map(_is_capital_name, parts)) or any(map(says_stayed_away, parts)):
        return []
    family_first = len(parts) == 2 and "," in text and not all(" " in part for part in parts)  # "Rossi, Anna"
    return [] if family_first else parts


def _is_capital_name(text: str) -> bool:
    words = text.split()
    return is_listed_name(text) and all(begins_with_capital(word) or len(word) <= _LONGEST_PARTICLE for word in words)


def without_pictures(text: str) -> str:
    """Returns a text without emoji, and without the signs that make it bold or struck through in a chat."""
    return " ".join(_without_pictures(text.replace("*", " ")).split()).strip("_~ ")


def _without_pictures(text: str) -> str:
    return "".join(" " if _is_picture(sign) else sign for sign in text)


def _is_picture(sign: str) -> bool:
    if sign.isascii() or sign.isalnum():
        return False
    return unicodedata.category(sign) in ("So", "Sk", "Cf", "Cn", "Me") or sign in "\ufe0f✓✔✗✘√"


def _name_and_remark(text: str) -> tuple[str, str]:
    """Returns the name that leads a text, and what follows it."""
    words = text.split()
    country = re.fullmatch(r"([^\W\d_][^,;:()]*\s[^,;:()]+),\s+([^,;:()]+)", text)
    if country and len(country[1].split()) <= _LONGEST_NAME and normal(country[2]) in peoples():
        return country[1], country[2]  # "Anna Rossi, Nigeria"
    family = re.fullmatch(r"([^\W\d_]+(?:[\s'’-][^\W\d_]+)?),\s+([^\W\d_]+(?:\s[^\W\d_]+)?)", text)
    if family and family[1][:1].isupper() and family[2][:1].isupper() and not says_stayed_away(family[2]):
        return text, ""  # "Rossi, Anna"
    aside = _ASIDE.search(text, 1)
    if aside and aside[0][0] == "." and aside.start() <= _LONGEST_PARTICLE:  # "Md. Rafiqul Miah"
        aside = _ASIDE.search(text, aside.end())
    named = text[: aside.start()].split() if aside else words
    end = len(named)
    if named and (named[0][:1].isupper() or not named[0][:1].islower()):
        small = (at for at in range(1, len(named)) if named[at][:1].islower() and not _is_particle(named, at))
        end = next(small, end)
    end = next((at for at in range(end - 1, 0, -1) if says_stayed_away(" ".join(named[at:end]))), end)
    end = next((at for at in range(_SHORTEST_FULL, end) if says_of_pupil(" ".join(named[at:end]))), end)
    name = " ".join(named[:end])
    return name, " ".join(text[len(name) :].split()).strip(" ()[]-–—,;:=/|→") if name else text


def says_of_pupil(text: str) -> bool:
    """Returns whether a text is a class with a number and a letter, or a year of birth ("Anna Rossi 4B")."""
    return _YEAR.fullmatch(text) is not None or (is_class(text) and any(map(str.isalpha, text)))


def _is_particle(words: list[str], at: int) -> bool:
    """Whether a small word joins the parts of a name ("van der Berg", "e Silva")."""
    following = next((word for word in words[at + 1 :] if word[:1].isupper()), "")
    return len(words[at]) <= _LONGEST_PARTICLE and bool(following) and normal(words[at]) in evidence("name_particles")


def is_listed_name(text: str) -> bool:
    """Returns whether a text may be a name in a list."""
    words = text.split()
    if not 1 <= len(words) <= _LONGEST_NAME or not is_name_like(text) or len(text) < _SHORTEST_NAME:
        return False
    return all(any(map(str.isalpha, word)) for word in words) and not set("?!") & set(text)


def says_came(remark: str) -> bool:
    """Returns whether a remark says nothing but that the person was there or signed ("present", "signature ok")."""
    if says_present(remark):
        return True
    words = remark.split()
    return bool(words) and all(says_present(word) or says_signed(word) for word in words)


def says_stayed_away(remark: str) -> bool:
    """Returns whether a remark says that the person didn't come: a word for absence, or "not" beside a word for
    coming."""
    remark = without_other_doings(remark)
    form = normal(remark)
    words = form.split()
    if not words:
        return False
    if says_absent(remark) and (len(words) == 1 or not tools("not") & set(words)) and len(form) > _LONGEST_PARTICLE:
        return form in values("absent")
    if has_phrase(form, tools("stayed_away")):
        return True
    denied = bool(tools("not") & set(words[:4]))
    return denied and any(map(speaks_of_coming, words))
