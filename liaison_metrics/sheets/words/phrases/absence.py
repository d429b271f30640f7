"""Remarks that say of somebody that they stayed away, and why, or that an event didn't take place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from liaison_metrics.sheets.words.lists import (
    alternatives,
    evidence,
    headers,
    normal,
    people_words,
    tools,
    values,
)
from liaison_metrics.sheets.words.phrases.found import has_phrase, without_phrases
from liaison_metrics.sheets.words.phrases.prose.relatives import tells_of_relative

_LONGEST_ABSENCE = 3
"""Words that say that somebody was absent ("non è venuto"), before the reason."""

_LONGEST_CALLED_OFF = 4
"""Words that say that a meeting did not take place ("did not take place")."""

_LONGEST_MARK = 3
"""Marks such as "a" are also words of a sentence."""

_LONGEST_WAY = 9
"""A label that says how people came has at most so many words."""

_SHORTEST_PRESENCE_WORD = 3
"""Shorter words for presence ("s", "da", "si") mean something else within a remark."""

BECAUSE = re.compile(rf"[,;(]|\b{alternatives('because')}\b", re.I)
"""Where a remark goes on to say why."""

_SAYS_WHY = re.compile(rf":|\s[-–—]\s|{BECAUSE.pattern}", re.I)
"""The same behind a word that only tells of people."""

_PART = re.compile(r"[,;()]|\s[-–—]\s")
"""What stands between the parts of a remark."""

OTHER_ENDING = re.compile(r"(?<=[^\W\d_]{3})[/(·]-?[^\W\d_]{1,4}\)?(?![^\W\d_])")
"""The ending for another gender ("arrivata/o", "abwesend(e)", "απών/-ούσα")."""

_EITHER = re.compile(r"(?<=[^\W\d_]{4})\s?/\s?(?=[^\W\d_]{4})")
"""A sign between two words, either of which may hold ("nicht gekommen/abgesagt")."""

_SHORTEST_ABBREVIATION = 3
"""Fewer letters begin too many words."""

_LONGEST_LINK = 4
"""Words such as "by" and "from" are so short in all languages."""

_FARTHEST_HOME = 4
"""So many words at most stand between "stayed" and "at home" ("blieb mit krankem Kind zu Hause")."""

_CLOCK = re.compile(r"\b\d{1,2}[:.]\d{2}\b")
_DAY = re.compile(r"\b\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})?|\b\d{1,2}/\d{1,2}(?:/\d{2,4})?\b|\b\d{4}-\d\d-\d\d\b")
"""The day on which somebody cancelled ("cancelled on 12/10"). "Missing on 12/10" may be about one of several days."""


def begins_with_absence(remark: str) -> bool:
    """Returns whether a remark begins with a word of absence that tells of a person, perhaps behind small words ("was
    ill", "leider verhindert"), and then only says why ("excused, flu"): not how long, nor that the person came after
    all."""
    plain = _without_lead(remark)
    return _leads_with_absence(remark) or (plain != remark and _leads_with_absence(plain))


def _without_lead(remark: str) -> str:
    """Returns a remark without the small words before the others."""
    words = remark.split()
    lead = next((at for at, word in enumerate(words) if normal(word) not in tools("before_absence")), 0)
    return " ".join(words[lead:]) if lead else remark


def _leads_with_absence(remark: str) -> bool:
    words = normal(remark).split()
    if _called_off_by_person(words) or _called_off_by_message(words):
        return True
    if words and words[0] in tools("cancelled"):
        words = normal(_DAY.sub("", remark)).split()
    starts = {end: " ".join(words[:end]) for end in range(1, _LONGEST_ABSENCE + 1) if end <= len(words)}
    end = max((end for end, start in starts.items() if _is_of_a_person(start)), default=0)
    rest = words[end:]
    if not end or any(word.isdigit() or speaks_of_coming(word) for word in rest):
        return False
    came = values("present") & {" ".join(rest), *(word for word in rest if len(word) >= _SHORTEST_PRESENCE_WORD)}
    if came or tools("not") & set(rest):
        return False
    said = _SAYS_WHY.search(remark)
    reason = said is not None and len(normal(remark[: said.start()]).split()) == end
    return reason or all(word in tools("around_remark") for word in rest)


def _called_off_by_person(words: Sequence[str]) -> bool:
    """Whether words say nothing but that a person who was expected called it off ("cancelled by interviewee")."""
    people = {word for word in words if word in values("participant") or headers().get(word) in ("name", "people")}
    off = _words_for_off().intersection(words) - people
    others = [word for word in words if word not in people | off]
    return bool(people and off) and all(len(word) <= _LONGEST_LINK and word not in tools("not") for word in others)


@cache
def _words_for_off() -> frozenset[str]:
    return values("absent") | tools("cancelled") | people_words("called_off")


@cache
def _words_for_staying_away() -> frozenset[str]:
    return tools("cancelled") | tools("stayed_away")


def _called_off_by_message(words: Sequence[str]) -> bool:
    """Whether words say nothing but that somebody cancelled, and by which message ("cancelled by e-mail")."""
    ends = range(1, min(_LONGEST_ABSENCE, len(words) - 1) + 1)
    off = max((end for end in ends if " ".join(words[:end]) in _words_for_staying_away()), default=0)
    if not off:
        return False
    rest = words[off:]
    told = f" {' '.join(rest)} "
    by_message = has_phrase(told, tools("messages"))
    known = tools("around_remark") | tools("messages")
    return by_message and all(word in known or len(word) <= 1 for word in rest)


def says_absence_and_why(remark: str) -> bool:
    """Returns whether one part of a remark says that a person was absent, and the others don't say that anybody came
    ("ill, not there", "ticket reserved, did not come"), or that the person had registered."""
    if not remark or remark.isdecimal():
        return False
    told = (normal(_without_lead(part)) for part in _PART.split(remark))
    parts = [form for form in told if form and form not in tools("registered")]
    absent = [part for part in parts if _is_of_a_person(part) or part in tools("stayed_away") - tools("called_off")]
    others = [word for part in parts if part not in absent for word in part.split()]
    came = any(part in values("present") for part in parts) or any(map(_says_coming, others))  # "ill, left early"
    return bool(absent) and not came


@lru_cache(maxsize=10_000)
def leads_with_absence(text: str) -> bool:
    """Returns whether a text in the place of a mark begins with words for staying away, a sign behind them, and then
    only says why ("cancelled - covid", "abgesagt (krank)"): no day to which anything was put off, and no coming."""
    if _called_off_by_message(normal(text).split()):
        return True
    sign = _SAYS_WHY.search(text)
    lead = normal(text[: sign.start()]) if sign else ""
    if sign is None or lead not in values("absent") | tools("cancelled") | tools("called_off"):
        return False
    rest = text[sign.start() :]
    words = normal(rest).split()
    return bool(words) and not (_DAY.search(rest) or _CLOCK.search(rest)) and not any(map(_says_coming, words))


def abbreviates_absence(text: str) -> bool:
    """Returns whether a text is a word for absence and, abbreviated, one that stands beside it ("assente giust.",
    "abwesend entsch.")."""
    first, *more = text.split()[:_LONGEST_ABSENCE] or [""]
    if not more or not text.endswith(".") or normal(first) not in values("absent"):
        return False
    short = [normal(word) for word in more if word.endswith(".")]
    return len(short) == len(text.split()) - 1 and all(
        len(form) >= _SHORTEST_ABBREVIATION and any(word.startswith(form) for word in _words_of_absence())
        for form in short
    )


@cache
def _words_of_absence() -> frozenset[str]:
    return frozenset(word for phrase in values("absent") for word in phrase.split())


def begins_as_called_off(words: Sequence[str]) -> bool:
    """Returns whether words in normal form, where marks stand, begin by saying that somebody cancelled or a meeting was
    called off, and nothing of coming ("cancelled by the interviewee")."""
    ends = range(min(_LONGEST_CALLED_OFF, len(words)), 0, -1)
    end = next((end for end in ends if " ".join(words[:end]) in people_words("called_off")), 0)
    end = end or int(bool(words) and words[0] in tools("cancelled"))
    return end > 0 and not any(_says_coming(word) for word in words[end:])


def _says_coming(word: str) -> bool:
    """Whether a word beside one of absence may say that somebody came."""
    came = word in values("present") and len(word) >= _SHORTEST_PRESENCE_WORD
    return came or word in tools("not") or speaks_of_coming(word)


def _is_of_a_person(form: str) -> bool:
    """Whether a word of absence tells of a person: a dinner, too, can be cancelled, and a form be missing."""
    if form not in values("absent") or form in tools("called_off"):
        return False
    words = form.split()
    denied = bool(tools("not") & set(words)) and any(map(speaks_of_coming, words))
    return denied or has_phrase(form, evidence("stayed_away"))


def without_other_doings(remark: str) -> str:
    """Returns a remark without its parts that say that somebody was not able to do something else than come: who was
    there ("could not sign"), or who wrote the list ("couldn't read the surname"). So without those about the next time
    ("cannot come next week"), and without all if it tells of a relative ("her husband is ill")."""
    if tells_of_relative(remark):
        return ""
    parts = (part for part in _PART.split(remark) if not _is_about_later(normal(part)))
    return ", ".join(part for part in parts if not _denies_other_doing(normal(part)))


def first_clause(remark: str) -> str:
    """Returns what a remark says of this event before it goes on to say why."""
    return BECAUSE.split(without_other_doings(remark))[0]


def speaks_of_coming(word: str) -> bool:
    """Returns whether a word in normal form begins as those for coming do ("attended"), and is none that only looks
    like them ("camera")."""
    return word.startswith(tuple(evidence("coming"))) and word not in evidence("not_of_coming")


def _is_about_later(form: str) -> bool:
    return has_phrase(form, tools("next_time"))


def _denies_other_doing(form: str) -> bool:
    words = form.split()
    able = set(words) & evidence("being_able")
    others = [word for word in words if word not in able]
    comes = any(map(speaks_of_coming, others))
    return bool(able) and not comes and has_phrase(form, evidence("other_doings"))


def tells_absence(remark: str) -> bool:
    """Returns whether a remark says that the person was absent, and nothing else but why."""
    if "/" in remark or "(" in remark or "·" in remark:
        remark = _EITHER.sub(", ", OTHER_ENDING.sub("", remark))
    if tells_of_relative(remark):
        return False
    said = begins_with_absence(remark) or says_absence_and_why(remark) or abbreviates_absence(remark)
    return said or _stayed_home(normal(remark))


def _stayed_home(form: str) -> bool:
    """Whether words in normal form say that somebody was at home with others or stayed there ("at home with a sick
    child"); from home, or by screen, people take part."""
    words = form.split()
    if _words_for_home().isdisjoint(words):
        return False
    if has_phrase(form, tools("from_home") | tools("by_screen")):
        return False
    homes = [
        (start, start + len(phrase.split()))
        for phrase in tools("at_home")
        for start in range(len(words))
        if words[start : start + len(phrase.split())] == phrase.split()
    ]
    stays = [place for place, word in enumerate(words) if word in tools("stays")]
    leads = any(start == 0 and not tools("together_with").isdisjoint(words[end : end + 1]) for start, end in homes)
    return leads or any(0 < start - place <= _FARTHEST_HOME for start, _end in homes for place in stays)


@cache
def _words_for_home() -> frozenset[str]:
    return frozenset(word for phrase in tools("at_home") for word in phrase.split())


def says_who_does_not_count(clause: str) -> bool:
    """Returns whether words in normal form say that people were absent, or of the team."""
    words = clause.split()
    return without_phrases(words, _phrases_for_not_counting()) != words


@cache
def _phrases_for_not_counting() -> frozenset[str]:
    phrases = values("staff") | values("absent") | _words_for_staying_away()
    return frozenset(phrase for phrase in phrases if len(phrase) > _LONGEST_MARK)


def tells_how_they_came(words: Sequence[str], others: Sequence[str]) -> bool:
    """Returns whether words in normal form say that people came, perhaps how, and nothing against it: at their
    beginning ("Came over the lawn"), or among the *others* that nobody knows ("Walk-ins, came through the door")."""
    if says_who_does_not_count(" ".join(words)) or len(words) > _LONGEST_WAY:
        return False
    aside = tools("registered") | tools("team") | people_words("minors") | tools("companions")
    came = bool(words) and words[0] in evidence("came_first") and aside.isdisjoint(words)
    told = any(map(speaks_of_coming, words))
    return came or (told and (tools("not") | tools("registered") | tools("team")).isdisjoint(others))


def proxy_of(text: str) -> str | None:
    """Returns the words in normal form behind those that say that somebody sent a proxy ("delega a Rossi"): who holds
    it. "" if they name nobody, or another part of the text says that the person was absent; None if the text doesn't
    say so."""
    form, more = normal(text), _PART.split(text)[1:]
    said = [phrase for phrase in tools("gave_proxy") if f"{form} ".startswith(f"{phrase} ")]
    if said and any(map(tells_absence, more)):
        return ""
    return form.removeprefix(max(said, key=len)).strip() if said else None


def denies_certificate(form: str) -> bool:
    """Returns whether a text in normal form only says that somebody got no certificate, as those did who came for too
    short a time."""
    words = set(form.split())
    return bool(words & tools("certificate")) and not (words - tools("no") - tools("not")) & values("absent")


@lru_cache(maxsize=10_000)
def says_called_off(text: str) -> bool:
    """Returns whether a remark, or one in brackets, begins by saying that an event didn't take place, or says only that
    it is still planned."""
    parts = [text, *re.findall(r"[(\[](.+?)[)\]]", text)]
    words = people_words("called_off")
    if normal(text) in people_words("still_planned"):
        return True
    return any(f"{normal(part)} ".startswith(tuple(f"{word} " for word in words)) for part in parts)
