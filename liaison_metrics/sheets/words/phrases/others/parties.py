"""Texts in the place of one name that stand for several people ("Mother with two sons", "The Bailey twins", "Demir
family of three"), or for one who gave no name.

A text is read in one language, part by part: between signs and words for "and" and "with" stand names, people whom no
name tells ("his daughter"), pairs, and nouns with their number. A part that is none of these leaves the text undecided.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from liaison_metrics.sheets.words.lists import evidence, normal, people_words, tools, values
from liaison_metrics.sheets.words.phrases.others.party_parts import (
    FEWEST_LISTED,
    PAIR,
    TIMES,
    PartOfParty,
    PartReader,
    Segment,
    Word,
)
from liaison_metrics.sheets.words.phrases.others.party_words import key_endings, key_words, party_languages
from liaison_metrics.sheets.words.phrases.prose.languages import languages_of_prose

_LONGEST = 100
_TWO = 2
_MOST_PEOPLE = 60
"""Larger groups have a list, or a row of their own."""

_YOUNGEST = 10
"""A smaller number behind people may count them."""

_ASIDE = re.compile(r"^(.*?\S)\s*[(\[]([^()\[\]]*)[)\]]?\s*\.?$", re.S)
_LONGEST_PHRASE = 6
"""More words with one for coming are a sentence."""


@dataclass(frozen=True, slots=True)
class Party:
    """How many people a text stands for, and whether it names one of them."""

    people: int
    named: bool
    plain: bool = False
    """Whether it only counts people ("9 women"), as lines of sums do, too."""


@lru_cache(maxsize=200_000)  # the names of a large register, each asked several times
def party_of(text: str) -> Party | None:
    """Returns for how many people a text in the place of a name stands, None if it names one person, or if it is not
    clear how many they are."""
    if len(text) > _LONGEST or not _may_be_party(text) or _is_sum(text):
        return None
    for language in party_languages():
        if found := _PartyReader(language).read(text):
            return found if found.people <= _MOST_PEOPLE else None
    return None


def _is_sum(text: str) -> bool:
    """Whether a text begins with a word for a total or for those who came: a line that counts people."""
    words = normal(text).split()
    known = people_words("total") | values("total") | people_words("present") | tools("of_whom")
    came = any(word.startswith(tuple(evidence("coming"))) for word in words)
    sentence = len(words) > _LONGEST_PHRASE and any(
        one.has("came", " ".join(words)) or one.has("in_all", " ".join(words)) for one in languages_of_prose()
    )
    return came or sentence or any(" ".join(words[:length]) in known for length in (1, 2, 3))


def is_party(text: str) -> bool:
    """Returns whether a text can only stand in the place of a name: it says more than a number of people."""
    party = party_of(text)
    return party is not None and not party.plain


def names_nobody(text: str) -> bool:
    """Returns whether a text in the place of a name stands for people of whom it names none."""
    party = party_of(text)
    return party is not None and not party.named and not (party.people == 1 and _has_half_a_name(text))


def _has_half_a_name(text: str) -> bool:
    """Whether one of two words with capitals is for people without a name: it may be one, too ("Maria Anonym")."""
    words = text.split()
    return len(words) == _TWO and text.istitle() and sum(normal(word) in key_words() for word in words) == 1


def _may_be_party(text: str) -> bool:
    words = normal(text).split()
    return (
        not key_words().isdisjoint(words)
        or any(word.startswith(key_endings()) or word.isdecimal() for word in words)
        or text.count(",") > 1
        or ("," in text and not text.replace(",", " ").istitle())
    )


class _PartyReader(PartReader):
    """Reads a text in one language."""

    def read(self, text: str) -> Party | None:
        """Returns for how many people a text stands, None if that is not clear."""
        text = re.sub(r"\bw/\s*", "with ", text)
        aside = _ASIDE.match(text)
        if aside and not (self._is_unnamed(aside[2]) or self._is_remark(aside[2])):
            return self._with_aside(aside[1], aside[2])
        unnamed = aside is not None and self._is_unnamed(aside[2])
        segments = self._segments(aside[1] if aside else text)
        kept = [s for s in segments if not (s is not segments[0] and self._says_no_name(s))]
        unnamed = unnamed or len(kept) < len(segments)
        if not kept:
            return None
        if len(kept) == 1 and self._says_no_name(kept[0]) and not any(map(str.isdigit, text)):
            part = self._part(kept[0])
            return Party(part.people if part and part.people else 1, named=False)
        return self._of_family(kept) or self._of_parts(kept, unnamed=unnamed)

    def _with_aside(self, label: str, aside: str) -> Party | None:
        """Reads a label and what stands in brackets behind it: how many it is, who they are, or who came along."""
        first, segments = self._segments(label), self._segments(aside)
        if not segments or not first:
            return None
        parts = [self._part(segment) for segment in segments]
        own = [self._part(segment) for segment in first]
        group = any(part and part.kind == "pair" for part in own) or self._is_family(first[0].words)
        if self._says_no_name(first[0]) and len(parts) == 1 and (parts[0] is None or parts[0].people < PAIR):
            return Party(1, named=False)  # "name not given (woman, about 40)"
        if any(part is None for part in parts):
            return None
        told = [part for part in parts if part]
        if segments[0].before == "with":
            return self._of_parts([*first, *segments], unnamed=False)
        if all(part.kind == "name" for part in told):
            known = group and len(told) > 1 and not any(part and part.kind == "number" for part in own)
            return Party(len(told), named=True) if known else None
        counted = sum(part.people for part in told) if all(part.people for part in told) else 0
        single = len(own) == 1 and own[0] is not None and own[0].kind == "name" and len(first[0].words) == 1
        alone = single and not any(part.bare for part in told)
        if counted > 1 and (group or alone or any(self._is_house(segment) for segment in first)):
            return Party(counted, named=self._names(first))
        return None

    def _of_family(self, segments: Sequence[Segment]) -> Party | None:
        """Reads a family or a group with how many came ("Fam. Demir, zu dritt", "family of 4", "Hassan family x4")."""
        if any(segment.before in ("with", "and") for segment in segments):
            return None
        words = segments[0].words
        unnamed = self._says_no_name(segments[0])
        group = self._is_family(words) or self._is_house(segments[0]) or unnamed
        told: list[int] = []
        for place, segment in enumerate(segments):
            forms = self._without_all([word.form for word in segment.words])
            for at, form in enumerate(forms):
                number = self.of.number(form)
                led = at > 0 and (self._leads_number(forms[:at]) or forms[at - 1] in TIMES)
                ends = all(self._noun(f) or f in TIMES or self.of.has("beside", f) for f in forms[at + 1 :])
                begins = at == 0 and place > 0
                behind = group and at > 0 and not place
                if number > 1 and unnamed and not (at and forms[at - 1] in TIMES):
                    return None
                if number > 1 and (led or (ends and (begins or behind)) or (group and self._describes(forms, at))):
                    if not (group or (led and forms[at - 1] not in TIMES and self._is_dative(forms, at))):
                        return None
                    told.append(number)
                elif number > 1:
                    return None
        if len(segments) > 1 and group and not told:
            rest = self._of_parts(segments[1:], unnamed=True)
            return Party(rest.people, named=True) if rest and rest.people > 1 and self._is_house(segments[0]) else None
        return Party(told[0], named=self._names(segments)) if len(told) == 1 else None

    def _without_all(self, forms: list[str]) -> list[str]:
        """Returns words without those at the end that say that these are all ("four in all")."""
        for length in (3, 2, 1):
            if len(forms) > length and " ".join(forms[-length:]) in self.of.words["all"]:
                return forms[:-length]
        return forms

    def _is_family(self, words: Sequence[Word]) -> bool:
        """Whether words name relatives by their name ("Hassan family", "Brothers Lind"): a noun for people alone has a
        number behind it in lines of sums, too."""
        known = {*self.of.words["family"]}
        if any(word.form in known for word in words):
            return True
        return any(self.of.has("several", word.form) or self._size(word.form) for word in words) and self._tells_name(
            words
        )

    def _describes(self, forms: Sequence[str], at: int) -> bool:
        """Whether a number begins a text that goes on with the family ("4-köpfige Familie")."""
        return at == 0 and len(forms) > 1 and any(form.startswith("kopf") for form in forms)

    def _is_dative(self, forms: Sequence[str], at: int) -> bool:
        return forms[at - 1] in ("zu", "in") and at == len(forms) - 1 and at > 1

    def _leads_number(self, before: Sequence[str]) -> bool:
        return before[-1] in self.of.words["as_many"] or " ".join(before[-2:]) in self.of.words["as_many"]

    def _of_parts(self, segments: Sequence[Segment], *, unnamed: bool) -> Party | None:
        parts: list[PartOfParty] = []
        before: list[str] = []
        if relatives := self._named_relatives(segments):
            return relatives
        if len(segments) > PAIR and segments[1].before == "," and self._is_house(segments[0]):
            segments = segments[1:]  # "the Neri family, parents and 2 children"
        aged = False
        for segment in segments:
            part = self._part(segment)
            if parts and self._is_age(segment, parts):
                aged = True
                continue
            if part is None and parts and segment.before == "," and segment.words[0].raw[:1].islower():
                if any(self.of.number(word.form) for word in segment.words):
                    return None
                continue  # a remark
            if part is None or (part.kind == "group" and not part.people):
                return None
            parts.append(part)
            before.append(segment.before)
        people = sum(part.people for part in parts)
        if aged and people == 1:
            return Party(1, named=False)
        if len(segments) == 1 and len(segments[0].words) == 1 and not unnamed:
            return None  # "parents" may stand over them
        if all(part.bare and part.kind == "number" for part in parts):
            return None
        if not parts or not self._goes_together(parts, before, segments):
            return None
        if people < PAIR and not (unnamed and parts[0].kind != "name") and parts[0].kind != "number":
            return None
        named = any(map(self._names, ([s] for s in segments)))
        counted = len(parts) == 1 and parts[0].kind == "number" and not unnamed
        told = self.of.words["unnamed"] | self.of.words["withheld"]
        plain = counted and len(segments[0].words) <= PAIR and told.isdisjoint(w.form for w in segments[0].words)
        return Party(people, named, plain)

    def _is_age(self, segment: Segment, parts: Sequence[PartOfParty]) -> bool:
        """Whether a bare number behind unnamed people is how old they are ("woman, 34", "two men, 20 and 22")."""
        number = self.of.number(segment.words[0].form) if len(segment.words) == 1 else 0
        return number >= _YOUNGEST and all(part.people and part.kind != "name" for part in parts)

    def _named_relatives(self, segments: Sequence[Segment]) -> Party | None:
        """Reads the first names of relatives ("Brothers Aksel, Emil and Viggo Lind")."""
        first = [word for word in segments[0].words if not self.of.has("beside", word.form)]
        if len(segments) < FEWEST_LISTED or len(first) != PAIR or not self._is_group(first[0].form):
            return None
        rest = all(self._is_name(s.words) and s.before in (",", "and") for s in segments[1:])
        return Party(len(segments), named=True) if rest and self._is_name(first[1:]) else None

    def _goes_together(self, parts: Sequence[PartOfParty], before: Sequence[str], segments: Sequence[Segment]) -> bool:
        """Whether parts may be people one after another: a comma alone stands before what somebody is, too ("Anna,
        mother of Ben")."""
        kinds = [part.kind for part in parts]
        if len(parts) == 1:
            return True
        if all(kind == "name" for kind in kinds):
            full = all(len(segment.words) > 1 for segment in segments)
            several = before.count("and") > 1 and "," in before
            titled = any(self.of.has("titles", segment.words[0].form) for segment in segments) and "," not in before
            return "with" not in before and ((full and len(parts) >= FEWEST_LISTED) or several or titled)
        for at in range(1, len(parts)):
            one, other = parts[at - 1], parts[at]
            if before[at] == "with" and other.kind == "name":
                return False
            if before[at] == "," and one.kind == "one" and one.bare and other.kind == "name":
                return False  # "Mann, Thomas"
            if before[at] == "," and one.kind == "name" and other.kind == "one" and not other.whose:
                return False
            if one.belongs and other.kind == "name":
                return False
        only_commas = all(sign == "," for sign in before[1:])
        return not (only_commas and "name" in kinds)
