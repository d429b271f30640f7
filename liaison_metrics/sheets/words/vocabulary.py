"""Matches partners' words to the project's vocabulary: exactly, by a known form, or misspelt if only one word is
close."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Collection
from functools import cache, lru_cache

from rapidfuzz import fuzz, process

from liaison_metrics.domain.project import NOT_STATED, Project, VocabularyKind
from liaison_metrics.sheets.words.answers import Answers
from liaison_metrics.sheets.words.cells import is_class, is_short_form
from liaison_metrics.sheets.words.lists import (
    alternatives,
    country_codes,
    is_country_code,
    normal,
    pattern_words,
    peoples,
    spellings,
    tools,
    values,
    vocabulary_forms,
)
from liaison_metrics.sheets.words.phrases.origins.countries import country_abbreviated, country_of_flag, is_abbreviation
from liaison_metrics.sheets.words.phrases.similar import SHORTEST_PART, AlikeWords, SimilarWords, slips_in
from liaison_metrics.sheets.words.phrases.titles import crafts
from liaison_metrics.sheets.words.phrases.titles.helpers import assists_staff
from liaison_metrics.sheets.words.phrases.titles.replaced import without_replaced

_FILLERS = tools("fillers")
"""Words that add nothing to the name of a community or group."""

_ENDING = re.compile(rf"(?<=\w)({alternatives('adjectives')}){alternatives('adjective_endings')}$")
"""Endings of adjectives of origin."""

_ENDINGS = pattern_words("adjective_endings")

_IN_BRACKETS = re.compile(r"([^()]+)\(([^()]+)\)")
"""A community beside the country ("Italy (local)")."""

_OR = re.compile(rf"[/(]|\s(?:{alternatives('and', 'people')}|{alternatives('or')})\s")
"""Separates two words for the same ("Türkinnen und Türken")."""

_BY_CONTAINMENT = frozenset({VocabularyKind.ACTIVITY, VocabularyKind.CITY, VocabularyKind.GROUP})
"""Kinds whose word may be part of a longer text, such as a title."""

_MOST_SUGGESTIONS = 5

_NEAR = 75
"""Least similarity, in percent of the letters, of a word that is suggested: one slip in a word of four letters. Below
it, words share letters by chance ("Linz" and "Palermo Sicilien")."""

_AROUND_ASIDE = " (),–—-"
_ASIDE = re.compile(r"\s*(?:\([^()]*\)|,\s.*|\s[–—-]\s.*)\s*$")
"""What a role goes on to say behind it ("research team (coordination)", "facilitator, Open House")."""

_MOST_COMMUNITIES = 1000
"""A column with more different words holds no communities, so none of its words is compared with all known ones."""


class Vocabulary:
    """One project's words, indexed for lookup. Build it once per project."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.answers = Answers()
        self.words: dict[VocabularyKind, dict[str, str]] = {}
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
            self.words[kind] = words
        self._countries = self._add_country_words()
        self._places = frozenset(word for word in self.words[VocabularyKind.CITY] if " " not in word)
        self.local = next((code for code, kind in project.communities.items() if kind == "local"), None)
        self.lessons = crafts.LessonWords(self.words[VocabularyKind.ACTIVITY])
        self._make_ready()

    def _add_country_words(self) -> dict[str, set[str]]:
        """Lets every word for a country's people mean its community. Returns each community's countries."""
        words = self.words[VocabularyKind.COMMUNITY]
        countries: dict[str, set[str]] = {}
        for word, code in words.items():
            if country := peoples().get(word):
                countries.setdefault(code, set()).add(country)
        self.by_country = {next(iter(known)): code for code, known in countries.items() if len(known) == 1}
        for word, country in peoples().items():
            if country in self.by_country:
                words.setdefault(word, self.by_country[country])
        return countries

    def with_answers(self, answers: Answers) -> Vocabulary:
        """Returns the vocabulary extended by the words people explained."""
        if not answers:
            return self
        answered = copy.copy(self)
        answered.answers = answers
        words = {kind: words | answers.words(kind) for kind, words in self.words.items()}
        if words != self.words:  # else it keeps what it has looked up
            answered.words = words
            answered._make_ready()
        return answered

    def _make_ready(self) -> None:
        similar = SimilarWords({word for words in self.words.values() for word in words if len(word) > 3})
        # The words of all kinds at once: a cell is looked up as each kind, one after the other.
        self._similar = lru_cache(maxsize=50_000)(similar.within)
        words = self.words
        self._alike = cache(lambda kind: AlikeWords(words[kind]))
        self._longest = {
            kind: max((len(word.split()) for word in words), default=0) for kind, words in self.words.items()
        }
        self.code = lru_cache(maxsize=50_000)(self._code)
        self.exact = lru_cache(maxsize=50_000)(self._exact)
        self.country = lru_cache(maxsize=50_000)(self._country)
        self.is_staff = lru_cache(maxsize=50_000)(self._is_staff)

    def look_up(self, kind: VocabularyKind, texts: Collection[str]) -> Callable[[VocabularyKind, str], str | None]:
        """Returns how to look up the words of a column. Where there are too many of them, none is taken as misspelt."""
        too_many = kind is VocabularyKind.COMMUNITY and len(set(texts)) > _MOST_COMMUNITIES
        return self.exact if too_many else self.code

    def _exact(self, kind: VocabularyKind, text: str) -> str | None:
        """Returns the code a text names without misspelling, None if there is none."""
        form = normal(text)
        found = self.words[kind].get(form)
        if found is None and form:
            gist = self._gist(kind, form)
            found = self.words[kind].get(gist)
            if not found and gist.endswith(_ENDINGS):
                found = self.words[kind].get(_ENDING.sub(r"\1", gist))
        if kind is VocabularyKind.COMMUNITY and found in (None, NOT_STATED) and is_country_code(text):
            return self.by_country.get(text)
        if found is None and kind is VocabularyKind.COMMUNITY and (country := country_of_flag(text)):
            return self.by_country.get(country)
        if found is None and " " in form and _may_be_two(text):
            told = [part for part in _OR.split(text.replace(")", "")) if part.strip()]
            parts = {self.words[kind].get(normal(part)) for part in told}
            if parts == {None, self.local} and kind is VocabularyKind.COMMUNITY:  # "Italian / local"
                parts = {self.words[kind].get(normal(part)) for part in told if not self._country(part)}
            found = parts.pop() if len(parts) == 1 else None
            aside = _IN_BRACKETS.fullmatch(text) if found is None and kind is VocabularyKind.COMMUNITY else None
            if aside and normal(aside[1]) in peoples():
                found = self.words[kind].get(normal(aside[2]))
        return found

    def _gist(self, kind: VocabularyKind, form: str) -> str:
        """Returns a text without filler words; for communities also without city names."""
        words = form.split()
        if _FILLERS.isdisjoint(words) and (kind is not VocabularyKind.COMMUNITY or self._places.isdisjoint(words)):
            return form  # nearly all texts
        rest = [word for word in words if word not in _FILLERS]
        kept = [word for word in rest if word not in self._places] if kind is VocabularyKind.COMMUNITY else rest
        gist = " ".join(kept or rest)
        return gist if len(gist) > 2 else form

    def _country(self, text: str) -> str:
        """Returns the code of the project country whose people a text names ("Italian", "Ελλάδα"), "" if none."""
        form = normal(text)
        text = country_of_flag(text) or text
        if len(text) == 2 and text.isupper():
            return text if any(city.country == text for city in self.project.cities) else ""
        found = peoples().get(form) or peoples().get(self._gist(VocabularyKind.COMMUNITY, form), "")
        found = found or (country_abbreviated(form) if is_abbreviation(text) else "")
        return found if any(city.country == found for city in self.project.cities) else ""

    def local_community(self, country: str, city: str) -> str | None:
        """Returns the code of the local community if a city is in this country, else None."""
        known = {one.code: one.country for one in self.project.cities}
        return self.local if known.get(city) == country else None

    def _code(self, kind: VocabularyKind, text: str) -> str | None:
        """Returns the code a text names: exactly, by a word inside it (activities, cities, groups), or misspelt if only
        one code is close. None if no code or several match."""
        exact = self.exact(kind, text)
        if exact:
            return exact
        if kind in _BY_CONTAINMENT and (inside := self.inside(kind, text)):
            inside = self.inside(kind, without_replaced(text)) if len(inside) > 1 else inside
            return inside.pop() if len(inside) == 1 else None
        text = country_of_flag(text) or text
        if kind is VocabularyKind.COMMUNITY and text.isupper() and (len(text) == 2 or text in country_codes()):
            return self.by_country.get(country_codes().get(text, text))
        if kind is VocabularyKind.COMMUNITY and is_abbreviation(text):
            return self.by_country.get(country_abbreviated(normal(text)))
        return self._near(kind, normal(text))

    def inside(self, kind: VocabularyKind, text: str) -> set[str]:
        """Returns the codes whose words are part of a text; of overlapping words the longest."""
        tokens = (crafts.without_other_schools(text) if kind is VocabularyKind.ACTIVITY else normal(text)).split()
        found: set[str] = set()
        start = 0
        while start < len(tokens):
            for length in range(min(self._longest[kind], len(tokens) - start), 0, -1):
                phrase = " ".join(tokens[start : start + length])
                known = len(phrase) > 3 or (kind is VocabularyKind.ACTIVITY and is_short_form(phrase, text))
                code = self.words[kind].get(phrase) if known else None
                if code:
                    found.add(code)
                    start += length - 1
                    break
            start += 1
        if not found and kind is VocabularyKind.ACTIVITY:
            found = set(self.project.activities).intersection(crafts.activity_by_stems(" ".join(tokens)))
            found -= {*crafts.told_by_topic(text, found)}
        return found - {"interview"} if crafts.is_job_interview(tokens) else found

    def lesson(self, text: str, around: str | None = None) -> str | None:
        """Returns the activity of a text that only says "workshop" with its topic ("workshop ORTO", "Garden workshop"):
        the one *around* it if its name has that word too, else the one for crafts. None if the topic may make it
        another one ("laboratorio 3B")."""
        words = normal(text).split()
        topic = self.lessons.topic_of(words)
        if not any(map(str.isalpha, topic)):
            return None
        if around in self.lessons.rivals:
            return around
        clear = not any(map(self.lessons.is_of_rival, topic)) and not any(map(is_class, topic))
        return crafts.CRAFTS if clear and not self.inside(VocabularyKind.GROUP, text) else None

    def _near(self, kind: VocabularyKind, form: str) -> str | None:
        allowed = 0 if len(form) < 5 else 1 if len(form) < 8 else 2
        if not allowed or any(c.isdigit() for c in form) or form in tools("kin"):
            return None
        words = self.words[kind]
        found = {
            word: distance
            for word, distance in self._similar(form, allowed).items()
            if word in words and distance <= slips_in(word, form)
        }
        nearest = min(found.values(), default=0)
        near = {words[word] for word, distance in found.items() if distance == nearest}
        if len(near) != 1:
            return None
        code = near.pop()
        if kind is VocabularyKind.COMMUNITY and self._is_other_people(form, code, min(found.values())):
            return None
        return code

    def _is_other_people(self, form: str, code: str, distance: int) -> bool:
        """Whether a word is at least as close to a nationality that isn't the community's."""
        own = self._countries.get(code, set())
        return any(peoples()[word] not in own for word in _peoples_words().within(form, distance))

    def suggestions(self, kind: VocabularyKind, text: str) -> tuple[str, ...]:
        """Returns the codes a text may mean, most likely first: those whose words are near, begin alike or share a word
        with it. None for the name of a people or country that no community is of."""
        form, words, known = normal(text), self.words[kind], self._alike(kind)
        if kind is VocabularyKind.COMMUNITY and (form in peoples() or text in country_codes()):
            return ()
        ranked = process.extract(form, known.words, scorer=fuzz.ratio, limit=40, score_cutoff=_NEAR)
        tokens = {token for token in form.split() if len(token) >= SHORTEST_PART} - _FILLERS
        near = (*(word for word, _score, _position in ranked), *known.to(form, tokens))
        codes = dict.fromkeys(words[word] for word in near)
        return tuple(code for code in codes if code != NOT_STATED)[:_MOST_SUGGESTIONS]

    def _is_staff(self, text: str) -> bool | None:
        """Returns whether a role is staff, which doesn't count; None if unknown."""
        form = normal(text)
        if code := self.exact(VocabularyKind.ROLE, text):
            return code == "staff"
        if form in values("staff"):
            return True
        if form in (participants := values("participant") | tools("came_as")):
            return False
        tokens = set(form.split())
        labelled = any(self.words[VocabularyKind.ROLE].get(one) == "staff" for one in tokens)
        if labelled or tokens & values("staff") or assists_staff(text):
            return True  # "facilitator at table 2"
        if tokens & participants:
            return False
        if near := self._near(VocabularyKind.ROLE, form):
            return near == "staff"
        plain = _ASIDE.sub("", text)
        if not plain or plain == text:
            return None
        said, aside = self._is_staff(plain), text[len(plain) :].strip(_AROUND_ASIDE)
        of_team = normal(aside) in values("staff") or self._exact(VocabularyKind.ROLE, aside) == "staff"
        return True if said is None and of_team else said  # "Volunteer (facilitator)"


def _may_be_two(text: str) -> bool:
    """Whether a text has enough words, or a sign, for ``_OR`` or brackets: nearly no name has."""
    return text.count(" ") > 1 or not text.replace(" ", "").isalpha()


@lru_cache(maxsize=1)
def _peoples_words() -> SimilarWords:
    return SimilarWords(peoples())


@lru_cache(maxsize=4)
def _vocabulary(project_key: int) -> Vocabulary:
    return Vocabulary(_PROJECTS[project_key])


_PROJECTS: dict[int, Project] = {}


def vocabulary_of(project: Project) -> Vocabulary:
    """Returns the project's vocabulary, built once per project."""
    _PROJECTS[id(project)] = project
    return _vocabulary(id(project))
