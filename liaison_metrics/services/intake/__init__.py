"""Bringing a partner's file into the store."""

from liaison_metrics.services.intake.importing import import_file
from liaison_metrics.services.intake.options import Options
from liaison_metrics.services.intake.outcome import EventInFile, FileReport, FileStatus
from liaison_metrics.services.intake.unpacking import unpacked

__all__ = ["EventInFile", "FileReport", "FileStatus", "Options", "import_file", "unpacked"]
