"""People counted unit by unit: table, room, shift, or stand in the parts of a day."""
