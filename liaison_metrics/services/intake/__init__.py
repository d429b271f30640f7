"""Importing attendance sheets into the store."""

from liaison_metrics.services.intake.importing import import_file, preview_import, run_import
from liaison_metrics.services.intake.options import ImportRun, Options, UploadedFile
from liaison_metrics.services.intake.outcome import EventInFile, FileReport, FileStatus, answer_to
from liaison_metrics.services.intake.unpacking import opened, unpacked, visible

__all__ = [
    "EventInFile",
    "FileReport",
    "FileStatus",
    "ImportRun",
    "Options",
    "UploadedFile",
    "answer_to",
    "import_file",
    "opened",
    "preview_import",
    "run_import",
    "unpacked",
    "visible",
]
