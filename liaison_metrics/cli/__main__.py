"""``python -m liaison_metrics.cli`` is ``liaison-metrics``, where the command is not on the path."""

from liaison_metrics.cli import main

main()
