"""Understanding the project's words as partners write them: exactly, by a known form, or with a slip where only one
word is near."""

from __future__ import annotations

import copy
import re
from functools import lru_cache

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from liaison_metrics.domain.project import NOT_STATED, Project, VocabularyKind
from liaison_metrics.sheets.words.answers import Answers
from liaison_metrics.sheets.words.lists import (
    activity_stems,
    normal,
    peoples,
    spellings,
    tools,
    values,
    vocabulary_forms,
)

_FILLERS = tools("fillers")
"""Words that say nothing beside a community's or a group's own word."""

_ENDING = re.compile(r"(?<=\w)(isch|isk)(?:e|en|er|em|es)$")
"""What German and Danish grammar adds to an adjective."""

_OR = re.compile(r"[/(]|\s(?:und|and|og|e|και|o|or|oder|eller|ή)\s")
"""What stands between two words for the same ("Türkinnen und Türken")."""

_BY_CONTAINMENT = frozenset({VocabularyKind.ACTIVITY, VocabularyKind.CITY, VocabularyKind.GROUP})
"""Kinds whose word may stand inside a longer text, as in a title."""

_MOST_SUGGESTIONS = 5


class Vocabulary:
    """The words of one project, ready for looking up. Make it once for each project."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.answers = Answers()
        self._words: dict[VocabularyKind, dict[str, str]] = {}
        for kind in VocabularyKind:
            words: dict[str, str] = {}
            for code in project.codes(kind):
                words.setdefault(normal(code), code)
            for label in project.labels:
                if label.kind is kind:
                    for form in spellings(label.label):
                        words.setdefault(form, label.code)
            for code, more in vocabulary_forms().get(kind.value, {}).items():
                if code in project.codes(kind):
                    for word in more:
                        words.setdefault(word, code)
            if kind is VocabularyKind.COMMUNITY:
                words |= dict.fromkeys(tools("other_people") - words.keys(), NOT_STATED)
            for form in ("", *(tools("unclear_groups") if kind is VocabularyKind.GROUP else ())):
                words.pop(form, None)
            self._words[kind] = words
        self._countries = self._add_country_words()
        self._places = frozenset(word for word in self._words[VocabularyKind.CITY] if " " not in word)
        self._local = next((code for code, kind in project.communities.items() if kind == "local"), None)
        self._make_ready()

    def _add_country_words(self) -> dict[str, set[str]]:
        """Returns the countries of each community, and lets every word for the people of its country mean it."""
        words = self._words[VocabularyKind.COMMUNITY]
        countries: dict[str, set[str]] = {}
        for word, code in words.items():
            if country := peoples().get(word):
                countries.setdefault(code, set()).add(country)
        self._of_one = {next(iter(known)): code for code, known in countries.items() if len(known) == 1}
        for word, country in peoples().items():
            if country in self._of_one:
                words.setdefault(word, self._of_one[country])
        return countries

    def with_answers(self, answers: Answers) -> Vocabulary:
        """Returns the vocabulary that also knows what people said of further words."""
        if not answers:
            return self
        answered = copy.copy(self)
        answered.answers = answers
        answered._words = {kind: words | answers.words(kind) for kind, words in self._words.items()}
        answered._make_ready()
        return answered

    def _make_ready(self) -> None:
        self._listed = {kind: [word for word in words if len(word) > 3] for kind, words in self._words.items()}
        self._longest = {
            kind: max((len(word.split()) for word in words), default=0) for kind, words in self._words.items()
        }
        self.code = lru_cache(maxsize=50_000)(self._code)
        self.exact = lru_cache(maxsize=50_000)(self._exact)
        self.country = lru_cache(maxsize=50_000)(self._country)

    def _exact(self, kind: VocabularyKind, text: str) -> str | None:
        """Returns the code that a text names without any slip, or None."""
        form = normal(text)
        found = self._words[kind].get(form)
        if found is None and form:
            gist = self._gist(kind, form)
            found = self._words[kind].get(gist) or self._words[kind].get(_ENDING.sub(r"\1", gist))
        if found is None and " " in form:
            parts = {self._words[kind].get(normal(part)) for part in _OR.split(text.replace(")", "")) if part.strip()}
            found = parts.pop() if len(parts) == 1 else None
        return found

    def _gist(self, kind: VocabularyKind, form: str) -> str:
        """Returns a text without words that say nothing: a community is the same one in any city."""
        rest = [word for word in form.split() if word not in _FILLERS]
        kept = [word for word in rest if word not in self._places] if kind is VocabularyKind.COMMUNITY else rest
        gist = " ".join(kept or rest)
        return gist if len(gist) > 2 else form

    def _country(self, text: str) -> str:
        """Returns the code of the country of the project whose people a text names ("Italian", "Ελλάδα"), "" where it
        names none."""
        form = normal(text)
        if len(text) == 2 and text.isupper():
            return text if any(city.country == text for city in self.project.cities) else ""
        found = peoples().get(form) or peoples().get(self._gist(VocabularyKind.COMMUNITY, form), "")
        return found if any(city.country == found for city in self.project.cities) else ""

    def local_community(self, country: str, city: str) -> str | None:
        """Returns the code of the local community where people of a country are at home in a city, else None."""
        known = {one.code: one.country for one in self.project.cities}
        return self._local if known.get(city) == country else None

    def _code(self, kind: VocabularyKind, text: str) -> str | None:
        """Returns the code that a text names: exactly, by a word inside it (activities, cities), or with a slip or two
        where only one code is near; None where no code or more than one does."""
        exact = self.exact(kind, text)
        if exact:
            return exact
        if kind in _BY_CONTAINMENT and (inside := self.inside(kind, text)):
            return inside.pop() if len(inside) == 1 else None
        if kind is VocabularyKind.COMMUNITY and len(text) == 2 and text.isupper():
            return self._of_one.get(text)  # the code of a country
        return self._near(kind, normal(text))

    def inside(self, kind: VocabularyKind, text: str) -> set[str]:
        """Returns the codes whose words stand inside a text; of overlapping words the longest."""
        tokens = normal(text).split()
        found: set[str] = set()
        start = 0
        while start < len(tokens):
            for length in range(min(self._longest[kind], len(tokens) - start), 0, -1):
                phrase = " ".join(tokens[start : start + length])
                code = self._words[kind].get(phrase) if len(phrase) > 3 else None
                if code:
                    found.add(code)
                    start += length - 1
                    break
            start += 1
        return found or (self._by_stems(" ".join(tokens)) if kind is VocabularyKind.ACTIVITY else found)

    def _by_stems(self, form: str) -> set[str]:
        """Returns the activity that parts of words tell together, where it is one."""
        codes = {
            code for code, entries in activity_stems().items() if any(all(part in form for part in e) for e in entries)
        }
        codes -= {"interview"} if "focus_group" in codes else set()
        return codes & set(self.project.activities) if len(codes) == 1 else set()

    def _near(self, kind: VocabularyKind, form: str) -> str | None:
        allowed = 0 if len(form) < 5 else 1 if len(form) < 8 else 2
        if not allowed or any(c.isdigit() for c in form):
            return None
        words = process.extract(form, self._listed[kind], scorer=OSA.distance, score_cutoff=allowed, limit=30)
        found = {word: distance for word, distance, _position in words if distance <= _slips(word, form)}
        near = {self._words[kind][word] for word in found}
        if len(near) != 1:
            return None
        code = near.pop()
        if kind is VocabularyKind.COMMUNITY and self._is_other_people(form, code, min(found.values())):
            return None
        return code

    def _is_other_people(self, form: str, code: str, distance: int) -> bool:
        """Whether a word is at least as near to the name of a people that is not the community's."""
        own = self._countries.get(code, set())
        others = process.extract(form, _peoples_words(), scorer=OSA.distance, score_cutoff=distance, limit=50)
        return any(peoples()[word] not in own for word, _distance, _position in others)

    def suggestions(self, kind: VocabularyKind, text: str) -> tuple[str, ...]:
        """Returns the codes that a text may mean, the likeliest first."""
        ranked = process.extract(normal(text), list(self._words[kind]), scorer=fuzz.WRatio, limit=40, score_cutoff=50)
        codes = dict.fromkeys(self._words[kind][word] for word, _score, _position in ranked)
        return tuple(codes)[:_MOST_SUGGESTIONS]

    def is_staff(self, text: str) -> bool | None:
        """Returns whether a role is one of those that do not count; None for an unknown role."""
        form = normal(text)
        code = self.exact(VocabularyKind.ROLE, text)
        if code:
            return code == "staff"
        if form in values("staff"):
            return True
        if form in values("participant"):
            return False
        tokens = set(form.split())
        if tokens & values("staff"):
            return True
        if tokens & values("participant"):
            return False
        near = self._near(VocabularyKind.ROLE, form)
        return near == "staff" if near else None


@lru_cache(maxsize=1)
def _peoples_words() -> list[str]:
    return list(peoples())


def _slips(word: str, form: str) -> int:
    """Returns how many slips a word may have: one, or two in a long word that begins with the right letter."""
    return 2 if min(len(word), len(form)) >= 9 and word[0] == form[0] else 1
