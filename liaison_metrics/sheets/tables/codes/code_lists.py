"""Codes of communities that a sheet explains: in a line ("L = local, SY = Syrian") or in a list of its own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from liaison_metrics.domain.project import NOT_STATED, VocabularyKind
from liaison_metrics.sheets.model import Cell, Grid
from liaison_metrics.sheets.words.answers import Answer
from liaison_metrics.sheets.words.vocabulary import Vocabulary

_CODE = r"[^\W\d_]{1,4}"
_EXPLAINED = re.compile(
    rf"(?:^|(?<=[\s;,(/|:]))({_CODE})\s*[=→]\s*([^\W\d][^,;=|()→]*?)(?=\s*(?:[,;|()]|$|\s{_CODE}\s*[=→]))"
)
_LONGEST = 300
"""Longer cells are texts."""

_LONGEST_IN_LIST = 2
"""Longer words beside a community, such as "Aldo" or "LEA", are names."""

_FEWEST = 2
"""One code alone may be anything; so many that mean different communities are a list of codes."""

_FIRST_ROWS = 2_000
"""A sheet with more rows is a list of people: its legend stands near its beginning."""


def codes_of_communities(grids: Sequence[Grid], vocabulary: Vocabulary) -> list[Answer]:
    """Returns what the codes mean by which sheets state communities, as answers; none if no list explains several."""
    rows = [cells for grid in grids for cells in grid.rows[:_FIRST_ROWS]]
    found: dict[str, str] = {}
    times = Counter(value.strip() for cells in rows for value in cells if isinstance(value, str))
    for code, words in (pair for cells in rows for pair in _explained(cells, times)):
        community = vocabulary.exact(VocabularyKind.COMMUNITY, words)
        if community and community != NOT_STATED:
            found.setdefault(code, community)
    unknown = {code: community for code, community in found.items() if _means(code, vocabulary) != community}
    if len(set(found.values())) < _FEWEST or not unknown:
        return []
    return [Answer(VocabularyKind.COMMUNITY.value, code, community) for code, community in unknown.items()]


def _means(code: str, vocabulary: Vocabulary) -> str | None:
    return vocabulary.code(VocabularyKind.COMMUNITY, code)


def _explained(cells: Sequence[Cell], times: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    """Yields the codes that a row explains, each with its meaning. A code in a cell of its own is one only if other
    cells hold it too (*times*): else it is somebody's short name."""
    texts = [text for value in cells if isinstance(value, str) and (text := value.strip())]
    listed = len(texts) == 2 and texts[0].isupper() and len(texts[0]) <= _LONGEST_IN_LIST and texts[0].isalpha()
    if listed and times[texts[0]] > 1:
        yield texts[0], texts[1]
    for text in texts:
        if ("=" in text or "→" in text) and len(text) <= _LONGEST:
            yield from _EXPLAINED.findall(text)
