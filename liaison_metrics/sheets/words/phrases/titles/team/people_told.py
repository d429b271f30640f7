"""What lines and remarks say of the people whom they name: that they lead or serve the event, or don't count."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from liaison_metrics.sheets.words.lists import evidence, normal, people_words, tools, values
from liaison_metrics.sheets.words.phrases.found import has_phrase
from liaison_metrics.sheets.words.phrases.titles.team.event_work import lives_as, takes_part, told_work, works_at_event

_MOST_WORDS = 8
"""Words of a clause that only says what somebody did there."""

_LONGEST_LABEL = 5
"""Words before a colon that say who is named behind it."""

_SHORTEST_STEM = 4
"""A shorter stem begins too many words."""

_RECORDED = "record"
"""Talks are recorded as well as minutes."""

_NEAR = 3
"""A verb of counting this near behind a "not" is what it denies."""

_CLAUSES = re.compile(r"[;!?|]|\.(?=\s|$)|\n")
"""What stands between clauses."""


@lru_cache(maxsize=20_000)
def labels_who_leads(label: str) -> bool:
    """Returns whether words beside a name say that this person leads or serves the event: a label ("Interpreter for
    Arabic"), or words before or behind the name ("led by", "ran the session")."""
    words = normal(label).split()
    if not 0 < len(words) <= _MOST_WORDS or any(map(_is_given_to_guests, words)):
        return False
    known = tools("leads_lessons") | tools("leads_event") | tools("leads_here") | tools("hosts") | tools("our_own")
    return told_work(label, known | tools("said_of_team") | tools("organising"), "team_verbs")


def _is_given_to_guests(word: str) -> bool:
    stems = tuple(sorted(stem for stem in tools("given_to_guests") if len(stem) > _SHORTEST_STEM))
    return word in tools("given_to_guests") or word.startswith(stems)


@lru_cache(maxsize=20_000)
def tells_of_team_work(remark: str) -> bool:
    """Returns whether a remark says that somebody led or served this event, in a sentence of which all words say so
    ("ran the session", "took the minutes", "one of ours"): not what somebody is by profession, or needs."""
    form = normal(remark)
    words = form.split()
    if not 0 < len(words) <= _MOST_WORDS or has_phrase(form, evidence("of_somebody_else")):
        return False
    if _speaks_of_meeting(remark):
        return False
    verb = not (tools("team_verbs") | tools("team_light_verbs")).isdisjoint(words)
    told = (verb and len(words) > 1) or has_phrase(form, tools("our_own") | tools("said_of_team"))
    return told and told_work(remark, tools("our_own") | tools("said_of_team"), "team_verbs", joined=False)


@lru_cache(maxsize=20_000)
def is_pupil(role: str) -> bool:
    """Returns whether a role is that of a child whom a school brings ("Schülerin", "pupil, 3b")."""
    return normal(role).startswith(tuple(sorted(tools("pupils"))))


@lru_cache(maxsize=20_000)
def escorts_pupils(text: str) -> bool:
    """Returns whether a role says that somebody comes with pupils ("accompanying teacher", "teacher (with the
    class)", "Begleitlehrerin")."""
    form = normal(text)
    escorts = tuple(sorted(tools("escorts")))
    return any(word.startswith(escorts) for word in form.split()) or has_phrase(form, tools("brings_class"))


@lru_cache(maxsize=20_000)
def brings_pupils(remark: str) -> bool:
    """Returns whether a remark says that somebody came with the class: no pupil who came with somebody else."""
    return has_phrase(normal(remark), tools("brings_class"))


@lru_cache(maxsize=20_000)
def serves_guests(role: str) -> bool:
    """Returns whether a role among those of guests says that somebody works for the event ("museum educator")."""
    return not takes_part(role) and not lives_as(role) and works_at_event(role)


@lru_cache(maxsize=20_000)
def may_tell_of_team(text: str) -> bool:
    """Returns whether any word of a text may say that somebody is of the team: enough only where the sheet's own number
    leaves this person out."""
    words = normal(text).split()
    if not 0 < len(words) <= _MOST_WORDS:
        return False
    return bool(tools("about_us").intersection(words)) or any(word.startswith(_stems_of_team()) for word in words)


@lru_cache(maxsize=20_000)
def tells_of_minutes(remark: str) -> bool:
    """Returns whether a remark says in a sentence that somebody led or recorded a meeting, as members do, too."""
    words = normal(remark).split()
    verb = not (tools("team_verbs") | tools("team_light_verbs")).isdisjoint(words)
    return verb and _speaks_of_meeting(remark) and told_work(remark, frozenset(), "meeting_roles")


def _speaks_of_meeting(remark: str) -> bool:
    roles = tuple(sorted(tools("meeting_roles") - {_RECORDED}))
    return any(word.startswith(roles) for word in normal(remark).split())


@cache
def _stems_of_team() -> tuple[str, ...]:
    kinds = ("work_here", "workers", "meeting_roles", "escorts", "team_verbs", "leads_lessons", "organising")
    stems = frozenset().union(values("staff"), *map(tools, kinds))
    return tuple(sorted(stem for stem in stems if len(stem) >= _SHORTEST_STEM and " " not in stem))


@lru_cache(maxsize=20_000)
def heads_numbers_of_team(header: str) -> bool:
    """Returns whether a header of numbers says nothing but that these people are of the team ("Interpreters", "Our
    people on duty"), or says so in brackets ("Adults with them (staff)", "Helpers (not counted)")."""
    aside = normal(header.partition("(")[2].partition(")")[0])
    if aside in values("staff") | tools("team") or (aside and has_phrase(aside, tools("not_counted"))):
        return True
    return labels_who_leads(header)


def counts_escorts(header: str, *, pupils: bool) -> bool:
    """Returns whether a header of numbers is of teachers who came with pupils ("Accompanying teachers"), beside numbers
    of *pupils* also "Teachers" or "Accompanying"."""
    if names_pupils(header):
        return False
    known = tools("teaching_staff") | tools("leads_lessons")
    words = normal(header).split()
    teachers, escorts = not known.isdisjoint(words), tuple(sorted(tools("escorts")))
    return (teachers and any(word.startswith(escorts) for word in words)) or (
        pupils and (teachers or escorts_pupils(header))
    )


@lru_cache(maxsize=20_000)
def names_pupils(header: str) -> bool:
    """Returns whether a word of a header is one for pupils ("Pupils in", "Elever mødt")."""
    return any(map(is_pupil, normal(header).split()))


@lru_cache(maxsize=20_000)
def names_ourselves(organisation: str) -> bool:
    """Returns whether a text in the place of an organisation is that of those who hold the event ("our own office",
    "Host organisation")."""
    form = normal(organisation)
    if form in tools("organising") | tools("hosts") | tools("ourselves"):
        return True
    return says_ours(organisation) and not tools("about_us").isdisjoint(form.split())


def says_ours(text: str) -> bool:
    """Returns whether a text says nothing but that somebody is of those who made the list ("from our side", "our
    people")."""
    words = normal(text).split()
    known = tools("ourselves") | tools("about_us") | tools("around_us") | tools("of_project") | tools("team")
    known |= tools("around_work") | people_words("people")
    return len(words) > 1 and not tools("ourselves").isdisjoint(words) and known.issuperset(words)


def explains_team(text: str) -> bool:
    """Returns whether what a sign means is that somebody is of the team, or no participant."""
    return labels_who_leads(text) or says_ours(text.partition(",")[0]) or leaves_people_out(text)


def clauses_of(line: str) -> list[str]:
    """Returns the clauses of a line, without empty ones."""
    return [clause.strip() for clause in _CLAUSES.split(line) if clause.strip()]


def leaves_people_out(clause: str) -> bool:
    """Returns whether a clause says that those whom it names are not counted."""
    words = normal(clause).split()
    stems = tuple(sorted(tools("counting")))
    behind = (words[at + 1 : at + 1 + _NEAR] for at, word in enumerate(words) if word in tools("not"))
    denied = any(word.startswith(stems) for some in behind for word in some)
    return denied or has_phrase(" ".join(words), tools("not_counted"))


def label_of(before: str) -> str:
    """Returns the label at the end of the text before a name: what stands before the last colon or bracket."""
    text = before.rstrip(" (:,")
    return re.split(r"[,(:+&]|\s[–—-]\s", text)[-1].strip()
