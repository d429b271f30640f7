"""liaison-metrics: attendance sheets in, a project's promised figures out."""

__version__ = "0.1.0"
