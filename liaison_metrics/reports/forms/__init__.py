"""One file a report form."""
