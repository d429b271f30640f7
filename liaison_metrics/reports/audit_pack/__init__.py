"""The audit pack: an archive that proves chosen events, from the event's page down to the files."""
