"""Headers of marks and times that say that somebody came: was ticked off, got the badge, or says so of themselves."""

from __future__ import annotations

import re
from functools import lru_cache

from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.columns.scoring.headers import HALF, MOSTLY
from liaison_metrics.sheets.columns.scoring.rule import Surroundings
from liaison_metrics.sheets.words.cells import without_brackets
from liaison_metrics.sheets.words.lists import evidence, header_starts, headers, normal, tools, values, words_of_events
from liaison_metrics.sheets.words.phrases.found import has_phrase, phrases_in, without_beginnings, without_phrases
from liaison_metrics.sheets.words.phrases.numbers import names_entrance
from liaison_metrics.sheets.words.phrases.titles.asked import (
    asks_about_earlier_visits,
    asks_to_mark_coming,
    tells_other_time,
)
from liaison_metrics.sheets.words.presence import says_absent, says_present

_MARK_MEANS = re.compile(r"^\s*[xXχΧ✓✔1]\s*[=:]\s*|\s*[=:]\s*[xXχΧ✓✔1]\s*$")
"""What a header says of the mark below it ("X = was there")."""

_IN_BRACKETS = re.compile(r"\(([^()]*)\)")
_SHORTEST_VERB = 6
"""A shorter word for coming ("there") may be about something else."""

_LONGEST_STATEMENT = 8
"""Words of what people say of their coming ("I was at the library this morning")."""


_OF_OUTCOMES = ("", "notes", "registered", "present")
"""What a header may say of a column that tells what became of meetings."""

_NEARLY_ALL = 0.9


def tells_which_took_place(c: Column, s: Surroundings) -> bool:
    """Returns whether marks under "Took place?" say with whom people met, where no other column says who came. Among
    marks and words for absence, a few say more ("moved, never happened")."""
    other = any(one is not c and one.said in ("present", "signature") for one in s.columns)
    off, header = c.share("called off"), normal(c.header)
    marked = min(c.share("mark") + off, 1.0) >= (MOSTLY if off else _NEARLY_ALL)
    asked = header in tools("took_place") or (header in tools("outcome") and off)
    if c.share("held") >= HALF and c.share("not held") and c.said in _OF_OUTCOMES:  # "done, 50 min", "cancelled by him"
        return not other and not header_starts(c.header, "other_marks")
    return bool(asked and marked) and bool(c.share("mark")) and not other


@lru_cache(maxsize=20_000)
def tells_who_came(header: str) -> bool:
    """Returns whether a header says of whom marks or times stand below it that they came, and nothing else."""
    return not asks_about_earlier_visits(header) and (
        _names_both_marks(header)
        or _asks_who_came(header)
        or _was_ticked_off(header)
        or _was_marked_on_paper(header)
        or _fetched_something(header)
        or _says_it_came(header)
        or asks_to_mark_coming(header)
        or _notes_who_was_there(header)
    )


def _notes_who_was_there(header: str) -> bool:
    """Whether a header says that somebody was noted as there, in the room or on arrival, among small words ("Ankunft
    bestätigt", "Arrival ticked at the door", "Var hos os i dag"), or who was; perhaps beside what its mark means ("x =
    was there")."""
    said = _MARK_MEANS.sub("", without_brackets(header)) or header
    rest = f" {normal(said)} "
    who = next((one for one in phrases_in(rest, tools("asks_who")) if " " in one), "")
    rest = rest.replace(f" {who} ", "  ", 1) if who else rest
    rest, there = without_beginnings(rest.strip(), "heads_there")
    rest, _noted = without_beginnings(rest, "noted")
    rest = " ".join(without_phrases(rest.split(), tools("of_today")))
    words = [word for word in rest.split() if not word.startswith(tuple(tools("of_today")))]
    place = normal(" ".join(_IN_BRACKETS.findall(header))).split()  # "Arrival (hotel)"
    beside = (evidence("of_services") | evidence("of_journeys")).isdisjoint(place)
    return bool(who or there) and beside and not tells_other_time(header) and all(map(_is_around_coming, words))


def _is_around_coming(word: str) -> bool:
    known = tools("around_came") | tools("around_mark") | tools("mark_words") | tools("around_asked") | tools("came")
    known |= tools("event_places") | tools("at_event") | words_of_events()
    return word in known or word.isdigit() or names_entrance(word)


def _asks_who_came(header: str) -> bool:
    """Whether a header asks if somebody came, or got the badge that people get when they come, in a word for it among
    small words ("Did she/he come?", "Badge handed out"), perhaps with the event that they came to, and with a note in
    brackets ("Came to the event (filled in by the office)")."""
    words = normal(without_brackets(header)).split()
    signs = tools("came") | tools("handed_out")
    came = [word for word in words if headers().get(word) == "present" or word in signs]
    if len(words) > 1:  # alone, "scanned" is of a ticket
        came += [word for word in words if len(word) >= _SHORTEST_VERB and word in values("present")]
        came += [word for word in words if names_entrance(word)]  # "at the door"
    around = tools("around_came") | tools("badge_words")
    led = words[0] in tools("came") if words else False
    event = words_of_events() if led or any(len(word) >= _SHORTEST_VERB for word in came) else frozenset()
    if tools("been_there").intersection(words) and tools("event_places").intersection(words):
        came += [word for word in words if word in tools("been_there")]  # "was at the stand"
    event |= tools("event_places") if came else frozenset()
    return bool(came) and all(w in came or w in around or w in event or w.isdigit() for w in words)


def _was_ticked_off(header: str) -> bool:
    """Whether a header says that somebody was ticked off, or signed, and nothing of what for ("Ticked off at the door",
    "gez."): that is on a list of people that they came."""
    phrase, rest = _without_phrase(f" {normal(without_brackets(header))} ", "ticked")
    return bool(phrase) and all(word in tools("around_came") or names_entrance(word) for word in rest.split())


def _was_marked_on_paper(header: str) -> bool:
    """Whether a header of a list that somebody typed from paper says that the sheet has the person's signature, or a
    cross ("firma sul foglio", "kryds på ark", "firma apposta")."""
    words = normal(without_brackets(header)).split()
    signs = {word for word in words if headers().get(word) == "signature"}
    marks = signs | tools("mark_words").intersection(words) | tools("ticked").intersection(words)
    papers = tools("paper_lists").intersection(words)
    done = tools("made_mark").intersection(words)
    around = tools("around_came") | tools("around_mark") | tools("around_paper")
    told = bool(marks and papers) or bool(signs and done)
    return told and all(word in around or word in marks | papers | done for word in words)


def is_of_things_fetched(header: str) -> bool:
    """Returns whether a header is of badges or folders that people got when they came ("Badge handed out")."""
    words = set(normal(header).split())
    return bool(words & tools("badge_words") and words & tools("handed_out")) or _fetched_something(header)


def _fetched_something(header: str) -> bool:
    """Whether a header says that people got the badge, or fetched the folder of a conference, as who arrives does
    ("Got badge", "Welcome pack collected on arrival"). What they get otherwise says nothing."""
    words = normal(without_brackets(header)).split()
    badges = [word for word in words if word in tools("badge_words") and not header_starts(word, "other_marks")]
    around = tools("around_came") | tools("badge_words") | tools("handed_out")
    if badges and tools("got_badge").intersection(words):
        return all(word in around or word in tools("got_badge") or names_entrance(word) for word in words)
    form = f" {' '.join(words)} "
    bag, rest = _without_phrase(form, "conference_bags")
    given = tools("handed_out") | tools("got_badge") | tools("picked_up")
    if bag:
        return any(f" {one} " in rest for one in given) and _are_around(rest.split())
    folder, rest = _without_phrase(form, "folders")
    fetched = has_phrase(rest, tools("picked_up"))
    arrived = _tells_arrival(rest) and bool(given.intersection(rest.split()))
    return bool(folder) and (fetched or arrived) and _are_around(rest.split())


def _names_both_marks(header: str) -> bool:
    """Whether a header is the mark of those present and that of the absent ("Π / ΑΠ"), and no plain yes or no."""
    there, _slash, away = (part.strip() for part in header.partition("/"))
    told = bool(there and away) and says_present(there) and says_absent(away)
    return told and normal(there) not in tools("yes")


def _without_phrase(form: str, kind: str) -> tuple[str, str]:
    """Returns the longest phrase of a list that stands in a header in normal form, "" if none does, and the rest."""
    phrase = next(iter(phrases_in(form, tools(kind))), "")
    return phrase, form.replace(f" {phrase} ", "  ", 1) if phrase else form


def _tells_arrival(text: str) -> bool:
    """Whether words say that something is done when people arrive ("on arrival", "at the door")."""
    return names_entrance(text) or has_phrase(text, tools("mark_on_coming"))


def _are_around(words: list[str]) -> bool:
    known = tools("around_came") | tools("handed_out") | tools("got_badge") | tools("badge_words")
    known |= {word for phrase in tools("mark_on_coming") | tools("picked_up") for word in phrase.split()}
    return all(word in known or names_entrance(word) for word in words)


def _says_it_came(header: str) -> bool:
    """Whether people say of themselves that they were there, or somewhere today ("I was here", "Ήμουν σήμερα στη
    βιβλιοθήκη"), at no other time and in no other state ("I was ill")."""
    words = normal(without_brackets(header)).split()
    came, rest = _without_phrase(f" {' '.join(words)} ", "i_came")
    was, rest = _without_phrase(rest, "i_was")
    if not (came or was) or len(words) > _LONGEST_STATEMENT or tells_other_time(header):
        return False
    today = [word for word in rest.split() if word.startswith(tuple(tools("of_today")))]
    for one in phrases_in(rest, tools("of_today")):
        if f" {one} " in rest:
            today.append(one)
            rest = rest.replace(f" {one} ", "  ")
    left = [word for word in rest.split() if word not in today]
    there = [w for w in left if w in tools("came") or w in values("present") or w in evidence("entrances")]
    places = [at for at, word in enumerate(left) if at and left[at - 1] in _before_places() and word not in there]
    known = tools("around_came") | tools("around_asked") | tools("event_places") | words_of_events()
    others = [w for at, w in enumerate(left) if w not in there and w not in known and at not in places]
    return not others and bool(came or there or (today and places) or any(w in tools("event_places") for w in left))


def _before_places() -> frozenset[str]:
    return tools("at_event") | tools("around_asked")
