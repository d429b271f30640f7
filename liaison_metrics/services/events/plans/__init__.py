"""Plans of several events: reading them from cells, a sheet or a calendar, and the calendar of planned events."""
