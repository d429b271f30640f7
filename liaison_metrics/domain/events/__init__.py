"""Which source events are one event, and how many people were there: counting.md, "One event" and "Headcounts"."""

COUNTING_RULES = 2
"""The version of the counting rules (docs/counting.md). Raise it when a rule changes a figure that was issued.

1: headcounts added to lists, events only by their titles. 2: headcounts say who was there, events are derived.
"""
