"""Words for workshops at which people teach one another a craft: "sewing workshop", "workshop ORTO"."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from functools import cache, lru_cache

from liaison_metrics.sheets.words.cells import is_class
from liaison_metrics.sheets.words.lists import activity_stems, evidence, normal, tools

CRAFTS = "skill_transfer_workshop"
"""The activity at which people teach one another a craft, whatever the craft is."""

_LONGEST_JOINT = 2
"""Letters between the parts of a compound ("Handwerk-s-kurs")."""

_SHORTEST_CRAFT = 5
"""Shorter beginnings ("sy", "näh") name a craft only in a compound with the word for the workshop."""

_SHORTEST_SIGN = 4
"""Letters by which a word of another activity's name is known in any form ("scol-astico", "scol-aresca")."""

_SHORTEST_JOB = 3
"""A shorter word about jobs ("CV") may begin other words."""

_LONGEST_CLASS = 2
"""A class has at most so many words ("Klasse 4c")."""

_QUOTED = re.compile(r"[„“”\"«‹][^„“”\"«»‹›]{3,60}[“”\"»›]")
"""What a workshop is about."""

_BEHIND_CLASS = " :;,./|–—-"
"""What stands between a class and what it did."""

_CODE = re.compile(r"[A-Za-z]\d+")
"""A code of an event ("W1")."""

_LINK_AND_JOB = 2
"""Words behind an interview of which the first may link it with the job ("intervista di lavoro")."""


class LessonWords:
    """Words such as "workshop", and what tells whether a workshop is another activity than the one for crafts."""

    def __init__(self, activities: Mapping[str, str]) -> None:
        """Takes the names of activities in normal form, each with its code."""
        stems = tuple(tools("craft_lessons"))
        named = {word for name, code in activities.items() if code == CRAFTS for word in name.split()}
        self._lessons = {word for word in named if word.startswith(stems)}
        others = [
            (code, set(name.split())) for name, code in activities.items()
            if code != CRAFTS and self._lessons & set(name.split())
        ]  # fmt: skip
        self.rivals = {code for code, _words in others}
        signs = {word for _code, words in others for word in words - named if len(word) >= _SHORTEST_SIGN}
        self._signs = tuple(word[:_SHORTEST_SIGN] for word in signs)
        self._names: dict[str, list[str]] = {}
        for name in sorted(activities, key=len, reverse=True):
            self._names.setdefault(activities[name], []).append(name)

    def is_lesson(self, word: str) -> bool:
        """Returns whether a word in normal form is "workshop" or the like."""
        return word in self._lessons

    def topic_of(self, words: Sequence[str]) -> list[str]:
        """Returns the other words of a title in normal form that begins or ends with "workshop"; none of another."""
        topic = [word for word in words if not self.is_lesson(word)]
        named = len(topic) < len(words) and any(map(self.is_lesson, (words[0], words[-1])))
        return topic if named else []

    def stands_beside(self, activity: str, text: str) -> bool:
        """Returns whether "workshop" stands in a text that names another activity, and is no part of that name
        ("Workshop: our fair", "Grundschule West - Workshop")."""
        form = f" {normal(text)} "
        for name in self._names.get(activity, ()):
            form = form.replace(f" {name} ", "  ")
        return is_about_a_craft(form) or any(map(self.is_lesson, form.split()))

    def is_of_rival(self, word: str) -> bool:
        """Returns whether a word is one of another activity's name that has "workshop" in it as well."""
        return bool(self._signs) and word.startswith(self._signs)


@cache
def _craft_patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Returns patterns of a craft's workshop in one word ("Nähwerkstatt"), of a craft, and of a workshop."""
    crafts, lessons = tools("crafts"), tools("craft_lessons")
    alone = (craft for craft in crafts if len(craft) >= _SHORTEST_CRAFT)
    compound = rf"\b(?:{'|'.join(crafts)})[^\W\d]{{0,{_LONGEST_JOINT}}} ?(?:{'|'.join(lessons)})"
    return re.compile(compound), re.compile(rf"\b(?:{'|'.join(alone)})"), re.compile(rf"\b(?:{'|'.join(lessons)})")


def is_about_a_craft(form: str) -> bool:
    """Returns whether a text in normal form names a workshop or course of a craft ("sewing workshop")."""
    compound, craft, lesson = _craft_patterns()
    return compound.search(form) is not None or (craft.search(form) is not None and lesson.search(form) is not None)


@cache
def _other_schools() -> re.Pattern[str]:
    """Returns a pattern of schools at which no class is: "Tanzschule", "dance school", "scuola di musica", "σχολή"."""
    subjects = "|".join(sorted(tools("school_subjects"), key=len, reverse=True))
    joined = rf"\b\w*(?:{'|'.join(tools('school_compounds'))})s?(?:schule|skole)\w{{0,3}}\b"
    before = rf"\b(?:{subjects}) schools?\b"
    behind = rf"\b(?:scuol[ae]|schools?|schulen?|skole[nr]?) (?:(?!lab\b)\w{{1,4}} )?(?:{subjects})\b"
    return re.compile(rf"{joined}|{before}|{behind}|\bσχολ(?:η[νσ]?|εσ|ων)\b(?: (?:{subjects})\b)?")


def without_other_schools(text: str) -> str:
    """Returns a text in normal form, without the names of schools that teach adults or one art ("Musikschule"): a
    workshop there is none with a class."""
    return _other_schools().sub(" ", normal(text))


@lru_cache(maxsize=10_000)
def activity_by_stems(form: str) -> frozenset[str]:
    """Returns the activity that parts of words identify, if exactly one; *form* is in normal form."""
    codes = {code for code, first, others in activity_stems() if first in form and all(part in form for part in others)}
    codes -= {"interview"} if "focus_group" in codes else set()
    codes = codes or ({CRAFTS} if is_about_a_craft(form) else set())
    return frozenset(codes if len(codes) == 1 else ())


def told_by_topic(text: str, codes: Collection[str]) -> list[str]:
    """Returns those of the codes that only words in quotation marks made of a text ("Workshop “Volunteers at
    school”"). What a craft is about may stand in them."""
    before = _QUOTED.sub(" ", text)
    if before == text:
        return []
    own = activity_by_stems(normal(before))
    return [code for code in codes if code != CRAFTS and code not in own]


def is_about_job_interviews(text: str) -> bool:
    """Returns whether a text is about looking for a job: its interview is one with an employer ("CV and interview")."""
    return any(map(_is_of_jobs, normal(text).split()))


def is_header_of_topics(header: str) -> bool:
    """Returns whether a header is of what lessons are about ("Topic", "classe e argomento")."""
    return not evidence("agenda_topics").isdisjoint(normal(header).split())


def topic_behind_class(title: str) -> str:
    """Returns what a lesson is about, behind the class of a school that had it ("3E - Interview a neighbour"); "" if
    the title begins with none. A number alone counts lessons, and a letter before it may be of a code ("W1")."""
    words = title.split(maxsplit=_LONGEST_CLASS)
    for end in range(min(_LONGEST_CLASS, len(words) - 1), 0, -1):
        name = " ".join(words[:end]).rstrip(_BEHIND_CLASS)
        numbered = name.rstrip(".").isdecimal() or _CODE.fullmatch(name)
        if not numbered and is_class(name):
            return " ".join(title.split()[end:]).lstrip(_BEHIND_CLASS)
    return ""


def is_job_interview(words: Sequence[str]) -> bool:
    """Returns whether words in normal form name an interview with an employer ("for job interviews", "Jobinterview",
    "interviste di lavoro"): it is what an event is about, and no activity."""
    told = [at for at, word in enumerate(words) if any(one in word for one in tools("interviews"))]
    for at in told:
        behind = [word for word in words[at + 1 : at + 3] if word not in tools("job_links")]
        linked = behind if len(behind) < _LINK_AND_JOB else behind[:1]
        if any(map(_is_of_jobs, (*words[max(at - 1, 0) : at + 1], *linked))):
            return True
    return False


def _is_of_jobs(word: str) -> bool:
    return any(word == one or (len(one) >= _SHORTEST_JOB and word.startswith(one)) for one in evidence("job_seeking"))
