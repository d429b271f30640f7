"""The figures' working memory: the facts of the store as resolved people and sets, following every change."""

from liaison_metrics.domain.index.attendances import Attendance, Attendances
from liaison_metrics.domain.index.building import IndexChange
from liaison_metrics.domain.index.live import LiveIndex
from liaison_metrics.domain.index.state import IndexState

__all__ = ["Attendance", "Attendances", "IndexChange", "IndexState", "LiveIndex"]
