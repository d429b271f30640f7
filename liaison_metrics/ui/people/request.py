"""What the address asks the People page for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from liaison_metrics.services.people.review import PersonPair
from liaison_metrics.ui.frame.filters import Filters

_BETWEEN = "~"


@dataclass(frozen=True, slots=True)
class PeopleRequest:
    """The filters, and the pair that is compared ("" for the first)."""

    filters: Filters
    pair: str = ""

    @classmethod
    def read(cls, filters: Filters, query: Mapping[str, str]) -> PeopleRequest:
        """Returns what an address asks for."""
        return cls(filters, query.get("pair", ""))

    def with_pair(self, pair: PersonPair) -> PeopleRequest:
        """Returns the address that compares a pair."""
        return replace(self, pair=_BETWEEN.join((pair.a, pair.b)))

    @property
    def link(self) -> str:
        """The address."""
        return "?" + "&".join(filter(None, (self.filters.query(), urlencode({"pair": self.pair}) if self.pair else "")))

    def chosen(self, pairs: Sequence[PersonPair]) -> int:
        """Returns the position of the pair to compare: the one in the address, or the first."""
        return next((at for at, pair in enumerate(pairs) if self.with_pair(pair).pair == self.pair), 0)
