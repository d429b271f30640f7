"""The command line: the same services as the pages, for a terminal and for other programs."""

from liaison_metrics.cli.main import main

__all__ = ["main"]
