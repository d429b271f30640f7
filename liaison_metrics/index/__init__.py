"""The figures' working memory: the facts of the store as resolved people and sets, following every change."""

from liaison_metrics.index.attendances import Attendance, Attendances
from liaison_metrics.index.live import LiveIndex
from liaison_metrics.index.state import IndexState

__all__ = ["Attendance", "Attendances", "IndexState", "LiveIndex"]
