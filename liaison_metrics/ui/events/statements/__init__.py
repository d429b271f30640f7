"""What is stated of an event: by each sheet, and for the funder."""
