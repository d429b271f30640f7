"""Which source events are one event, and how many people were there: counting.md, "One event" and "Headcounts"."""
