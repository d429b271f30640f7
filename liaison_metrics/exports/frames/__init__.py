"""Every table that people download or analyse, as a pandas DataFrame.

This is the entry point for notebooks::

    from liaison_metrics import frames
    from liaison_metrics.services.access.actors import COORDINATOR
    from liaison_metrics.services.workspace.workspace import open_workspace

    frames.indicators(open_workspace(), actor=COORDINATOR)

Each function returns what the actor may see, or raises NotAllowed.

Pages, routes, the command line and the report write their files from the same frames. Other programs rely on the
column names and their order: add columns at the end, and do not rename them.

Each row class defines the columns and dtypes of one table, and stands in the same module as the function that fills it.
"""

from liaison_metrics.exports.frames.attendances import attendances, attendances_in_chunks
from liaison_metrics.exports.frames.events import event_list, events
from liaison_metrics.exports.frames.indicators import breakdown, cross, curve, indicators

__all__ = ["attendances", "attendances_in_chunks", "breakdown", "cross", "curve", "event_list", "events", "indicators"]
