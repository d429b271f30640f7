"""What a line of a pasted list says: that somebody is on the list, who stands below it, or something else."""

from __future__ import annotations

import re
from collections.abc import Sequence

from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.sheets.words.cells import begins_with_capital, is_phone, is_total
from liaison_metrics.sheets.words.dates import find_dates
from liaison_metrics.sheets.words.headers import is_header_word
from liaison_metrics.sheets.words.lists import evidence, headers, normal, values
from liaison_metrics.sheets.words.names import accompanying_count, is_full_name, is_placeholder
from liaison_metrics.sheets.words.phrases.others import accompanying_in_remark
from liaison_metrics.sheets.words.phrases.pasted_lines import (
    PastedLine,
    adds_unnamed,
    has_bullet,
    labelled_names,
    number_of_line,
    pasted_line,
    says_came,
    says_of_pupil,
    says_stayed_away,
    without_pictures,
)
from liaison_metrics.sheets.words.phrases.titles.team.voices import heads_voice_or_team
from liaison_metrics.sheets.words.vocabulary import Vocabulary

_LONGEST_LINE = 150
"""A longer line is no name with a remark."""

_PARTS_OF_REMARK = re.compile(r"[,;|/·•()]|\s[-–—]\s")
"""What stands between the parts of a remark. A hyphen within a word is none."""

_NAME_AND_REMARK = re.compile(
    r"(\s*(?:[-–—•*·]\s*|\d{1,3}\s*[.)]\s*)?)([^\d,;:()/|]+?)\s*(?:[,;:/|]|\s[-–—])\s*([^()]+)"
)

_SHORTEST_SENTENCE = 5
"""Words of a line that ends like a sentence: "The facilitator was Ida Holm.", not "Awa late."."""


def person_in_line(text: str, vocabulary: Vocabulary, *, loose: bool = False) -> PastedLine | None:
    """Returns what a line says of a person, None if it heads people, names an event or says something else."""
    if (
        not 0 < len(text) <= _LONGEST_LINE
        or heads_people(text, vocabulary)
        or (find_dates(text) and number_of_line(text)[0] is None)
    ):
        return None
    if adds_unnamed(text):
        return None
    if labelled := labelled_names(text):
        return _labelled(*labelled, vocabulary)
    one = pasted_line(text, loose=loose)
    if one is None or is_placeholder(one.name) or is_total(one.name) or one.name.islower() != text.islower():
        return None
    if one.number is None and not has_bullet(text) and _is_sentence(text, one):
        return None
    if one.number is None and (is_header_word(one.name) or text.endswith("?")):
        return None
    listed = has_bullet(text) or not text[0].isalnum()  # "👍 Αθηνά": no Athens
    if one.number is None and _says_of_event(one.name, vocabulary, whole=listed):
        return None
    return one


def _is_sentence(text: str, one: PastedLine) -> bool:
    """Whether a line goes on in a sentence: it says something else than that the person stayed away."""
    first, *others = one.name.split()
    led = text.startswith(one.name) and one.remark[:1].islower() and not (others and first[1:])  # "The …", "Η Άννα …"
    return led and ends_sentence(text) and not one.marks and not says_stayed_away(one.remark)


def ends_sentence(text: str) -> bool:
    """Returns whether a line has as many words as a sentence, and ends like one."""
    return len(text.split()) >= _SHORTEST_SENTENCE and text.endswith((".", "!"))


def has_label(text: str) -> bool:
    """Returns whether a line has a label and names behind it."""
    return labelled_names(text) is not None


def _labelled(label: str, names: Sequence[str], vocabulary: Vocabulary) -> PastedLine | None:
    """Returns the people of a line with a label for where they belong, or that they were or weren't there."""
    form = normal(label)
    if is_of_community(label, vocabulary):
        return PastedLine(None, "; ".join(names), "", label)
    if form in values("absent"):
        return PastedLine(None, "; ".join(names), "✗", "")
    heads = form in values("present") | values("participant") or form.split()[0] in evidence("groups")
    return PastedLine(None, "; ".join(names), "", "") if heads else None


def heads_people(text: str, vocabulary: Vocabulary) -> bool:
    """Returns whether a line heads people: it ends like a heading, or is a word for them."""
    plain = without_pictures(text).strip(" -–—=_")
    if number_of_line(text)[0] is not None:
        return False
    if heads_voice_or_team(plain):
        return True
    if plain.endswith(":") or vocabulary.exact(VocabularyKind.COMMUNITY, plain) or vocabulary.country(plain):
        return True
    form = normal(plain)
    return form in values("participant") or form in values("absent") or form in values("present") or form in headers()


def _says_of_event(text: str, vocabulary: Vocabulary, *, whole: bool) -> bool:
    """Whether a text names an activity or a city, which may be a part of a name as well. *whole*: and nothing else."""
    kinds = (VocabularyKind.ACTIVITY, VocabularyKind.CITY)
    inside = " " in text and not whole
    return any(vocabulary.exact(kind, text) or (inside and vocabulary.inside(kind, text)) for kind in kinds)


def is_clear(one: PastedLine) -> bool:
    """Returns whether a line is about a person whatever stands around it."""
    words = one.name.split()
    full = len(words) > 1 and all(map(begins_with_capital, words)) and not one.remark
    return full or bool(one.marks or one.phone or one.email or one.flag) or says_stayed_away(one.remark)


def is_known_remark(remark: str, vocabulary: Vocabulary) -> bool:
    """Returns whether a remark says something of a person: whether the person came, and with whom, or from where."""
    if (
        says_stayed_away(remark)
        or says_came(remark)
        or accompanying_count(f"A {remark}")
        or accompanying_in_remark(remark)
        or says_of_pupil(remark)
    ):
        return True
    kinds = (VocabularyKind.COMMUNITY, VocabularyKind.CITY)
    return bool(any(vocabulary.exact(kind, remark) for kind in kinds) or vocabulary.country(remark) or is_phone(remark))


def community_in_remark(remark: str, vocabulary: Vocabulary) -> tuple[str, str]:
    """Returns the part of a remark that names a community or a country, and the rest ("38 years, Syrian"); "" and
    the remark if no part does, or several do."""
    if is_of_community(remark, vocabulary):
        return remark, ""
    parts = [part.strip() for part in _PARTS_OF_REMARK.split(remark) if part.strip()]
    named = [part for part in parts if is_of_community(part, vocabulary)]
    if len(named) != 1:
        return "", remark
    return named[0], ", ".join(part for part in parts if part != named[0])


def with_community_aside(text: str, vocabulary: Vocabulary) -> str:
    """Returns a line of a full name and words that name a community ("- Anna Rossi: Syrian", "Anna Rossi, 38, local")
    with these words in brackets, where they are no second name; any other line as it is."""
    found = _NAME_AND_REMARK.fullmatch(text)
    if not found or not is_full_name(found[2].strip()) or not community_in_remark(found[3], vocabulary)[0]:
        return text
    return f"{found[1]}{found[2]} ({found[3].rstrip(' .;,')})"


def is_of_community(text: str, vocabulary: Vocabulary) -> bool:
    """Returns whether a text names a community or a country."""
    plain = without_pictures(text)
    return bool(text and (vocabulary.exact(VocabularyKind.COMMUNITY, plain) or vocabulary.country(plain)))
