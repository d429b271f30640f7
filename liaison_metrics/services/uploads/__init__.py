"""Uploads: the list and the history, what they hold, undo and redo."""

from liaison_metrics.services.uploads.changes import RecentChanges, UploadChange, changes_since
from liaison_metrics.services.uploads.contents import (
    OpenQuestion,
    UncountedRow,
    UploadRemarks,
    fetches,
    keeps_original,
    original,
    remarks,
)
from liaison_metrics.services.uploads.listing import (
    History,
    State,
    Sums,
    UploadChoice,
    UploadSummary,
    as_json,
    find,
    history,
    latest,
    sums,
    uploaders,
)
from liaison_metrics.services.uploads.undoing import preview_undo, redo, undo

__all__ = [
    "History",
    "OpenQuestion",
    "RecentChanges",
    "State",
    "Sums",
    "UncountedRow",
    "UploadChange",
    "UploadChoice",
    "UploadRemarks",
    "UploadSummary",
    "as_json",
    "changes_since",
    "fetches",
    "find",
    "history",
    "keeps_original",
    "latest",
    "original",
    "preview_undo",
    "redo",
    "remarks",
    "sums",
    "undo",
    "uploaders",
]
