"""Numbers of people in lines, boxes and tables: which of them state whom the event had."""

NUMBER_OF_PEOPLE = "number of people"
"""The header that such numbers get."""
