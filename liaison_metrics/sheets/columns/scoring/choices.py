"""What speaks for the meanings of a column, and the choice between them."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Evidence:
    """Points for a meaning, the rule that gave them, and why, in words."""

    rule: str
    points: float
    because: str


@dataclass(slots=True)
class Candidate:
    """A meaning with its points and the evidence for and against it."""

    meaning: str
    points: float = 0.0
    evidence: list[Evidence] = field(default_factory=list)

    def add(self, evidence: Evidence) -> None:
        """Adds evidence and its points."""
        self.evidence.append(evidence)
        self.points += evidence.points


@dataclass(frozen=True, slots=True)
class Choice:
    """The meaning chosen for a column, the next best one, and by how much the table as a whole would fit less well
    without the chosen one."""

    best: Candidate
    second: Candidate
    margin: float
