"""Bringing a partner's file into the store."""

from liaison_metrics.intake.importing import import_file
from liaison_metrics.intake.options import Options
from liaison_metrics.intake.report import EventInFile, FileReport, FileStatus
from liaison_metrics.intake.unpacking import unpacked

__all__ = ["EventInFile", "FileReport", "FileStatus", "Options", "import_file", "unpacked"]
