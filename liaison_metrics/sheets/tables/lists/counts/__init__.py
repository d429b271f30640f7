"""Numbers of people in lines, boxes and tables: which of them state whom the event had."""
