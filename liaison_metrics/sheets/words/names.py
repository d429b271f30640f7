"""Names as cells hold them: strips what tools and people add, and tells names from placeholders."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import islice

from liaison_metrics.sheets.words.cells import is_class, is_email, is_name_like
from liaison_metrics.sheets.words.lists import alternatives, headers, normal, tools, values
from liaison_metrics.sheets.words.phrases.others import people_with, unnamed_people, with_number_of_others
from liaison_metrics.sheets.words.phrases.others.parties import is_party, names_nobody, party_of
from liaison_metrics.sheets.words.phrases.prose.groups import sized_group
from liaison_metrics.sheets.words.phrases.remarks.consent import withholds_name
from liaison_metrics.sheets.words.phrases.remarks.devices import without_device

_ASIDE = re.compile(rf"\s*[(\[]{alternatives('beside_name')}[)\]]\s*$", re.I)
_ORIGINAL_NAME = re.compile(r"^(.+?)\s*\(([^()#]{3,})\)\s*(?:#.*)?$")
_OF_WHERE = re.compile(r"(?<=\w{2})\s+[-–—|]\s+\S.*$")
"""The text after a dash: whom the person represents."""

_NUMBERED = re.compile(r"^\s*\d{1,3}\s*[.)]\s*(?=[^\W\d])")
_TITLES = re.compile(
    rf"^(?:{alternatives('titles')}(?:\.\s*|\s+)|{alternatives('titles_with_dot')}\.\s*)+"
    r"(?=\S+\s+\S|[^\s,]+,\s*\S)",
    re.I,
)
"""Titles before a name of at least two words."""

_CALLED = re.compile(r"(\s+[^\W\d_]+)?\s*\(?[\"“”„«][^\"“”„«»]{2,30}[\"“”»]\)?")
"""What somebody is called, in quotation marks, perhaps behind a small word ("known as")."""

_DEGREE = re.compile(rf",\s*{alternatives('degrees')}$", re.I)
_AND = alternatives("and", "people")
_SO_MANY = re.compile(r"[(,]\s*\d{1,2}\s+([^\W\d]+)\.?\s*\)?$")
_FAMILY = re.compile("|".join(sorted({word[:3] for word in tools("family")})), re.I)
"""A quick look: a name without these letters is no family's."""
_NICKNAME = re.compile(r"@?(?=[^\d]*[\d_])[^\W\d_][^\W_]*(?:[._-][^\W_]+){0,3}_?")
"""What people call themselves online: one word with a digit or an underscore in it ("mara88", "lena_p", "@tom.k7")."""

_WITH_CLASS = re.compile(r"([^\W\d][^\d:=]*\s[^\W\d][^\d:=]*?)[\s,(/–-]+(\S{2,3})\)?")
"""A full name with a class of a school behind it ("Ole Krag 3C")."""

_MAILBOX = re.compile(r"^\W*(.*?)\W*([\w.+%'-]+@[\w-]+(?:\.[\w-]+)+)\W*(.*?)\W*$", re.S)
"""A name and an address in one cell, as mail programs write them ("Mara Testa <mara@example.org>")."""

_LONGEST_MAILBOX = 200
"""Characters of a name and an address. The pattern takes minutes for a cell of many thousand."""

_JOINED = re.compile(rf"[&+;/\n]|\s{_AND}\s", re.I)
_PARTS = re.compile(rf"\s*[\n;]\s*|\s*,?\s+(?!\w\s){_AND}\s+|\s*[&+]\s*", re.I)
"""What stands between two people. The last one may be without a family name of their own ("Anna & Max Huber")."""

_WHOLE_PARTS = re.compile(rf"\s*/\s*|\s+{_AND}\s+", re.I)
"""What stands between two people only if both have a full name: a letter joins the parts of one ("Costa e Silva")."""

_AND_BETWEEN = re.compile(rf"\s{_AND}\s", re.I)
_BEFORE_FAMILY = re.compile(rf"\s*,\s*|\s+{_AND}\s+", re.I)
_FIRST_AND_FAMILY = 2
"""Words of the last of several names that share a family name."""

_PAIR = 2
_LONGEST_PARTICLE = 3
"""A longer small word in brackets ("translated") is no part of a name."""

_INITIALS = re.compile(r"(?:[^\W\d_]\.\s?){2,4}")

_BETWEEN_LISTED = re.compile(rf"\s*[\n;,|•]\s*|\s+[&+]\s+|\s+{_AND}\s+", re.I)
_FIRST_CELLS = 30
"""So many cells are read before a long column is searched for signs between names."""

_STANDS_BETWEEN = re.compile(rf"[\n;,|•]|\s(?:[&+]|{_AND})\s", re.I)
"""What every text has that ``_BETWEEN_LISTED`` splits."""

_FEWEST_LISTED = 3
_MOSTLY_SEVERAL = 0.5
"""Where so many cells name several people, a comma stands between people. In others it may precede an organisation."""

_COMPANY = re.compile(rf"\b{alternatives('companies')}\b", re.I)
"""Words after two names that make them those of a firm."""

_COMMA = re.compile(r"\s*,\s*")
_SHORTEST_NAME = 2
"""Nobody is called "Co"."""

_MOST_NAMES = 6
"""More names in a cell are people only if each is a full name."""

_DIGIT = re.compile(r"\d")
_AT_THE_END = (")", "]")
_DASHES = re.compile(r" [-–—|] ")

_SAID_ASIDE = re.compile(r"[(\[]([^()\[\]]{3,40})[)\]]\s*$|(?<=\w{2})\s+[-–—|]\s+(\S.{2,40})$")


def text_beside_name(text: str) -> str:
    """Returns the text in brackets or after a dash behind a name, "" if there is none."""
    found = _SAID_ASIDE.search(text) if text.endswith(_AT_THE_END) or _DASHES.search(text) else None
    return (found[1] or found[2]).strip() if found else ""


def accompanying_count(text: str) -> int:
    """Returns how many unnamed people a name includes ("Ali + 2 children"); usually 0."""
    if party := party_of(text):
        return party.people - 1
    unnamed, found = unnamed_people(text), people_with(text)
    return unnamed - 1 if unnamed else found[1] if found else 0


def without_others(text: str) -> str:
    """Returns a name without the number of unnamed people it includes."""
    found = people_with(text)
    return found[0] if found else text


def without_number(text: str) -> str:
    """Returns a text without its leading line number ("3. Maria Rossi")."""
    return _NUMBERED.sub("", text)


def is_nickname(text: str) -> bool:
    """Returns whether a text with digits names a person: a nickname ("mara88"), or a name with a class ("Ole Krag
    3C")."""
    if _NICKNAME.fullmatch(text):
        return not is_class(text) and _word_of(text) not in headers()  # "Session1"
    found = _WITH_CLASS.fullmatch(text)
    if found is None or not is_class(found[2]) or len(found[1].split()) > _MOST_NAMES:
        return False
    return ";" not in found[1] and not set(normal(found[1]).split()) & tools("school_class")


def _word_of(text: str) -> str:
    return normal(re.sub(r"[\d_]+", " ", text))


def is_person(text: str) -> bool:
    """Returns whether a text may stand for a person: a name, also with what people add, a nickname or an address."""
    somebody = is_name_like(real_name(text) or text) or is_email(text) or is_nickname(text)
    return somebody or sized_group(text) is not None or is_party(text)


def name_and_address(text: str) -> tuple[str, str]:
    """Returns the name and the e-mail address of a cell that holds both, else the text and ""."""
    found = _MAILBOX.match(text) if "@" in text and len(text) <= _LONGEST_MAILBOX else None
    name = (found[1] or found[3]) if found else ""
    if normal(name) in headers():
        return text, ""  # a label ("E-mail: mara@example.org")
    return (name, found[2]) if found and name and "@" not in name and not (found[1] and found[3]) else (text, "")


def people_named(text: str) -> list[str]:
    """Returns the names of the people whom a cell names one by one, none if it names one person or a family."""
    if not _JOINED.search(text):
        return []
    if relatives := _of_one_family(text):
        return relatives
    parts = _listed(_PARTS, text)
    if len(parts) < 2:
        parts = _listed(_WHOLE_PARTS, text)
        return parts if len(parts) > 1 and all(map(is_full_name, parts)) else []
    if len(parts) == _PAIR and people_with(text):
        return []  # "Anna Beck und Partner"
    if ("\n" in text or len(parts) > _MOST_NAMES) and not all(map(is_full_name, parts)):
        return []  # one name on two lines, or things
    named = all(map(is_name, parts)) or _are_listed(parts, text)
    if not named or not (any(map(is_full_name, parts)) or _are_first_names(parts, text)):
        return []
    family = parts[-1].split()[-1] if len(parts) == _PAIR and is_full_name(parts[-1]) and "," not in text else ""
    return [part if is_full_name(part) else f"{part} {family}".strip() for part in parts]


def _of_one_family(text: str) -> list[str]:
    """Returns the people whom a cell names by their first names before one family name ("Ali, Mina e Sara Amiri")."""
    parts = _BEFORE_FAMILY.split(text.strip()) if _AND_BETWEEN.search(text) and not _COMPANY.search(text) else []
    if not 1 < len(parts) <= _MOST_NAMES or len(parts[-1].split()) != _FIRST_AND_FAMILY:
        return []
    if not is_full_name(parts[-1]) or not all(len(part.split()) == 1 and is_name(part) for part in parts[:-1]):
        return []
    family = parts[-1].split()[-1]
    return [*(f"{part} {family}" for part in parts[:-1]), parts[-1]]


def listed_names(text: str) -> list[str]:
    """Returns the full names that a cell of a column of lists has, with commas, lines or words for "and" between them;
    none if a part of it is no full name."""
    parts = [part for part in _BETWEEN_LISTED.split(text.strip(" .;,\n")) if part]
    return parts if parts and all(map(is_full_name, parts)) else []


def lists_names(times: Mapping[str, int]) -> bool:
    """Returns whether the cells of a column list several people each: all hold full names, and one has three or more,
    or most have two. *times* says how often the column has each text."""
    found = {text: listed_names(text) for text in islice(times, _FIRST_CELLS)}
    if not all(found.values()):
        return False  # nearly every column that lists nobody
    # A list needs a sign or word between its names, which is found far faster than names are told from other words.
    able = sum(number for text, number in times.items() if _STANDS_BETWEEN.search(text))
    if able < _MOSTLY_SEVERAL * sum(times.values()):
        return False
    for text in times:
        if text not in found and not found.setdefault(text, listed_names(text)):
            return False
    several = sum(times[text] for text, names in found.items() if len(names) > 1)
    long = any(len(names) >= _FEWEST_LISTED for names in found.values())
    return bool(found) and several >= _MOSTLY_SEVERAL * sum(times.values()) and (long or several > 1)


def _are_first_names(parts: Sequence[str], text: str) -> bool:
    """Whether single words are the names of people: a list with semicolons, or two of them with a word or sign for
    "and" between ("Anna & Ben")."""
    return ";" in text or (len(parts) == _PAIR and "\n" not in text and not _COMPANY.search(text))


def _are_listed(parts: Sequence[str], text: str) -> bool:
    """Whether all but one of several parts are full names, and one ends with a word for people ("Frank Gast")."""
    others = [part for part in parts if not is_full_name(part)] if ";" in text and len(parts) > 1 else []
    first, *more = others[0].split() if len(others) == 1 else [""]
    return bool(more) and others[0].istitle() and normal(first) not in tools("family") | tools("accompanying_people")


def _listed(between: re.Pattern[str], text: str) -> list[str]:
    """Returns the parts of a text; the first one can be a list itself ("Aldo Neri, Bea Conti and Carla Riva")."""
    parts = [part for part in between.split(text.strip()) if part]
    first = _COMMA.split(parts[0]) if len(parts) > 1 and "\n" not in text else []
    return [*first, *parts[1:]] if len(first) > 1 and all(map(is_full_name, (*first, parts[-1]))) else parts


def is_name(text: str) -> bool:
    """Returns whether a text is a name, also a single one."""
    words = set(normal(text).split())
    alike = is_name_like(text) and text[:1].isupper() and len(text) > _SHORTEST_NAME and not is_placeholder(text)
    return alike and words.isdisjoint(tools("family")) and words.isdisjoint(tools("accompanying_people"))


def is_full_name(text: str) -> bool:
    """Returns whether a text is a name of at least two words."""
    return is_name(text) and len(text.split()) > 1


def names_several_people(text: str) -> bool:
    """Returns whether a cell names a family, or says for how many people a name stands."""
    if sized_group(text) or party_of(text):
        return False
    if _is_family(text):
        return True
    found = _SO_MANY.search(text) if _DIGIT.search(text) else None
    return found is not None and normal(found[1]) in tools("accompanying_people")


def _is_family(text: str) -> bool:
    if not _FAMILY.search(text):
        return False
    words = text.split()
    return len(words) > 1 and (normal(words[0]) in tools("family") or normal(words[-1]) in tools("family"))


def are_initials(text: str) -> bool:
    """Returns whether a text has only the first letters of a name ("A.B."), which many people share."""
    return _INITIALS.fullmatch(text) is not None


def is_placeholder(text: str) -> bool:
    """Returns whether a text stands in for a name ("N.N.", "Guest 1", "iPhone", "A.B.")."""
    if are_initials(text):
        return True
    form = normal(text)
    plain = " ".join(word for word in form.split() if not word.isdigit()) if _DIGIT.search(form) else form
    return form in values("no_name") or plain in values("no_name") or withholds_name(text, form)


def _without_titles(text: str) -> str:
    found = _TITLES.match(text)
    return text[found.end() :] if found else text


def real_name(text: str) -> str | None:
    """Returns the name in a cell, None for a placeholder ("Guest 1", "iPhone")."""
    if (text := without_device(text)).replace(" ", "").isalpha():  # nearly all: nothing is to be stripped but titles
        text = _without_titles(text.strip())
        return None if is_placeholder(text) or names_nobody(text) else text
    text = "" if unnamed_people(text) or names_nobody(text) else name_and_address(text)[0] if "@" in text else text
    text = _CALLED.sub(lambda said: "" if (said[1] or "").islower() else said[1] or "", text)
    text = _OF_WHERE.sub("", _ASIDE.sub("", without_number(text))).strip(" ,;")
    if others := with_number_of_others(text):
        text = others[1]
    text = _without_titles(text)
    text = _DEGREE.sub("", text) if "," in text else text
    if not text:
        return None
    if is_placeholder(text) or not any(c.isalpha() for c in text):
        found = _ORIGINAL_NAME.match(text)
        return real_name(found[2]) if found else None
    found = _ORIGINAL_NAME.match(text)
    if found:
        shown, original = found[1], found[2]
        if _is_family(shown):
            return text  # the aside tells families of one name apart
        if normal(shown) in values("no_name") or _is_fuller_name(original, shown):
            return real_name(original)
        return shown
    return text


def _is_fuller_name(original: str, shown: str) -> bool:
    """Whether words in brackets name a person in more words than those before them, and in the same letters: a remark
    ("with the phone of her daughter") names nobody."""
    words = original.split()
    small = words[0][:1].islower() or any(word[:1].islower() and len(word) > _LONGEST_PARTICLE for word in words)
    return len(words) > len(shown.split()) and (not small or shown.islower())


def said_beside_name(text: str) -> str:
    """Returns what stands beside a name: in brackets, behind a dash or comma, or before a colon; "" if nothing does."""
    if text.replace(" ", "").isalpha():
        return ""
    before, colon, _name = text.partition(":")
    return text_beside_name(text) or (before if colon else text.rpartition(",")[2].strip())
