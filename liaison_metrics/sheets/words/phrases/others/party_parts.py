"""The parts of a text that stands for several people: names, people whom no name tells, pairs, nouns with a number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from liaison_metrics.sheets.words.lists import normal, people_words
from liaison_metrics.sheets.words.phrases.others.party_words import SIZES, PartyLanguage

_TOKEN = re.compile(r"\d+|[^\W\d_]+(?:[.-](?=[^\W\d_])[^\W\d_]+)*|[&+,;/:×]|\s[-–—]\s")
_COMMAS = (",", ";", ":", "/", "-", "–", "—")
TIMES = ("x", "×", "χ", "mal", "stk", "stuck", "gange", "fois", "volte", "n", "ca")
"""Signs and words between a number and whom it counts."""

_OF_DOORS = frozenset({"no", "nr", "n", "ar", "haus", "hausnummer", "top", "stiege", "flat", "apt", "int"})
"""Words before the number of a house or a flat."""

PAIR = 2
FEWEST_LISTED = 3
"""Two names may be a family name and a given one."""

_MOST_WORDS = 4
_LONGEST_PARTICLE = 3


@dataclass(frozen=True, slots=True)
class PartOfParty:
    """A part of a text: how many people it is (0: several, it does not say how many), and what tells them."""

    people: int
    kind: str
    bare: bool = False
    belongs: bool = False
    """Whether it goes on with whose relative that is."""
    whose: bool = False


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it is written and in normal form."""

    raw: str
    form: str
    before: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """Words, and the sign or word before them: "," or "and" or "with"."""

    before: str
    words: list[Word] = field(default_factory=list)


class PartReader:
    """Reads the parts of a text in one language."""

    def __init__(self, language: PartyLanguage) -> None:
        self.of = language

    def _part(self, segment: Segment) -> PartOfParty | None:
        of, words = self.of, segment.words
        if len(words) == 1 and of.has("titles", words[0].form):
            return PartOfParty(1, "title")
        number, at, whose = 0, 0, False
        while at < len(words):
            form = words[at].form
            if found := of.number(form):
                if number:
                    return None
                number = found
            elif of.has("both", form):
                number = PAIR
            elif not (form in TIMES and number) and not (of.has("beside", form) and not self._is_end(words, at)):
                break
            else:
                whose = whose or form in of.words["beside"]
            at += 1
        rest = words[at:]
        if not rest:
            return PartOfParty(number, "number", bare=True) if number else None
        if number and " ".join(word.form for word in rest) in of.words["all"]:
            return PartOfParty(number, "number")
        if len(rest) > 1 and of.has("titles", rest[0].form) and not number:
            return PartOfParty(1, "name")
        return self._people(rest, number, article=at > 0, whose=whose)

    def _is_end(self, words: Sequence[Word], at: int) -> bool:
        """Whether a word beside somebody is all that is left, so it is a noun ("die Kleine")."""
        return at == len(words) - 1 and (self.of.has("one", words[at].form) or self.of.has("several", words[at].form))

    def _people(self, rest: Sequence[Word], number: int, *, article: bool, whose: bool) -> PartOfParty | None:
        of = self.of
        for at, word in enumerate(rest):
            if (of.number(word.form) or word.form.isdecimal()) and not (at and rest[at - 1].form in _OF_DOORS):
                return None
        for at in (0, 1):
            if at >= len(rest) or (at and rest[0].raw[:1].isupper() and not number):
                continue
            form, tail = rest[at].form, rest[at + 1 :]
            if form in of.words["also_name"] and rest[at].raw[:1].isupper() and not (article or number):
                continue
            belongs = bool(tail) and tail[0].form in of.words["of"]
            if number and form in of.words["couples"]:
                return PartOfParty(PAIR * number, "pair")
            if size := self._size(form):
                if tail and self._noun(tail[0].form) and (rest[at].raw.islower() or tail[0].raw.islower()):
                    return None  # "a couple of friends"
                return PartOfParty(size, "pair", belongs=belongs) if number in (0, 1, size) else None
            if self._is_group(form) and (number or not of.has("one", form)):
                return PartOfParty(number, "number" if number else "group")
            if of.has("one", form):
                return PartOfParty(
                    number or 1, "number" if number > 1 else "one", len(rest) == 1 and not article, belongs, whose
                )
        if number and self._is_unnamed(" ".join(word.form for word in rest)):
            return PartOfParty(number, "number")
        last = rest[-1]
        if (last.raw.islower() or article) and len(rest) > 1 and not number and last.raw[:1].islower():
            if size := self._size(last.form):
                return PartOfParty(size, "pair")
            if self._is_group(last.form):
                return PartOfParty(0, "group")
        if number and (last.raw.islower() or article) and self._is_group(last.form) and len(rest) <= FEWEST_LISTED:
            return PartOfParty(number, "number")
        if number:
            return None
        return PartOfParty(1, "name") if self._is_name(rest) else None

    def _is_name(self, words: Sequence[Word]) -> bool:
        capitals = [word.raw[:1].isupper() for word in words]
        small = all(up or len(word.raw) <= _LONGEST_PARTICLE for up, word in zip(capitals, words, strict=True))
        return (
            any(capitals)
            and small
            and len(words) <= _MOST_WORDS
            and not any(w.form in people_words("total") for w in words)
        )

    def _size(self, form: str) -> int:
        return next((size for kind, size in SIZES.items() if self.of.has(kind, form)), 0)

    def _is_group(self, form: str) -> bool:
        return self.of.has("several", form) or bool(self.of.nouns.fullmatch(form))

    def _noun(self, form: str) -> bool:
        return self._is_group(form) or self.of.has("one", form) or bool(self._size(form))

    def _is_house(self, segment: Segment) -> bool:
        """Whether words name a family by its name with an article or a word for it ("i Neri", "The Khans")."""
        forms = [word.form for word in segment.words]
        if any(form in self.of.words["family"] for form in forms):
            return True
        return len(forms) > 1 and forms[0] in self.of.words["plural"] and segment.words[1].raw[:1].isupper()

    def _names(self, segments: Sequence[Segment]) -> bool:
        """Whether words name somebody: one with a capital is no noun that the language knows."""
        return self._tells_name([word for segment in segments for word in segment.words])

    def _tells_name(self, words: Sequence[Word]) -> bool:
        return any(
            word.raw[:1].isupper()
            and not self._noun(word.form)
            and not self.of.has("beside", word.form)
            and not self.of.number(word.form)
            and not self._is_unnamed(word.form)
            for word in words[:_MOST_WORDS]
        )

    def _is_unnamed(self, text: str) -> bool:
        words = normal(text).split()
        known = self.of.words["unnamed"] | self.of.words["of_names"]
        withheld = self.of.words["withheld"].union(self.of.words["not"])
        return not (withheld.isdisjoint(words) or known.isdisjoint(words)) and (
            len(words) > 1 or words[0] in self.of.words["unnamed"]
        )

    def _is_remark(self, text: str) -> bool:
        """Whether words say nothing of people: no number, noun or name stands in them."""
        words = self._segments(text)
        told = [word for segment in words for word in segment.words]
        known = any(self._noun(word.form) or self.of.number(word.form) or word.form.isdecimal() for word in told)
        return not known and bool(told) and told[0].raw[:1].islower()

    def _says_no_name(self, segment: Segment) -> bool:
        return self._is_unnamed(" ".join(word.form for word in segment.words))

    def _segments(self, text: str) -> list[Segment]:
        found, sign = list[Segment](), ""
        words: list[Word] = []

        def close(next_sign: str) -> None:
            nonlocal words, sign
            if words:
                found.append(Segment(sign, words))
                words = []
                sign = next_sign
            elif next_sign == "with" or not sign:
                sign = next_sign

        tokens = [token.strip() for token in _TOKEN.findall(text)]
        at = 0
        while at < len(tokens):
            raw = tokens[at]
            form = normal(raw)
            length = self._length_of_with(tokens[at : at + 3])
            if raw in _COMMAS:
                close(",")
            elif raw == "&" or (form in self.of.words["and"] and raw.islower() and words):
                close("and")
            elif raw == "+" or (length and (words or not found)):
                close("with")
                at += max(length, 1) - 1
            else:
                words.append(Word(raw, form))
            at += 1
        close("")
        return found

    def _length_of_with(self, tokens: Sequence[str]) -> int:
        """Returns of how many words "with" is, 0 if there is none. Letters for it are small."""
        for length in range(len(tokens), 0, -1):
            if tokens[0].islower() and normal(" ".join(tokens[:length])) in self.of.words["with"]:
                return length
        return 0
