"""How many points each kind of evidence gives a column's meaning. Measured with ``tests.corpus``."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Weights:
    """Points for and against meanings. A meaning without points is worth 0, like a column that is not used."""

    answered: float = 100.0
    """A person said it: more than all other evidence together."""

    layout: float = 12.0
    """How the table was found says the meaning: nothing outweighs it but values that can't have it."""

    word: float = 6.0
    """The header is a known word: more than clear values alone, so that unknown words are asked about."""

    part: float = 5.5
    """A part or the first word of the header is known, or it is one typo away: nearly as good."""

    phrase: float = 4.5
    """A phrase in a longer header is known. It may only mention something."""

    typos: float = 4.0
    """The header is two typos away from a known word, which may be another word."""

    fit: float = 2.0
    """All values fit what the header says; a part of them as much less. Settles which of two columns it is."""

    clear: float = 3.4
    """The values alone are clear. Less than a header that fits them, more than one that they contradict."""

    plain: float = 9.0
    """Values that are nothing else, such as e-mail addresses: more than any header."""

    doubtful: float = -4.0
    """Less than half of the values fit the header: clear values of another kind win, unknown ones don't."""

    impossible: float = -14.0
    """The values, or the columns beside it, rule the meaning out."""

    instead: float = 7.0
    """The header and the values together, or the columns beside it, say another meaning than the header alone."""

    better: float = 0.5
    """Of two columns that may be the same thing, one is the usual one."""

    aside: float = 1.0
    """The column is about something else: enough if nothing else has points."""

    near: float = 1.0
    """A runner-up that is nearer than this may be right too."""


WEIGHTS = Weights()
