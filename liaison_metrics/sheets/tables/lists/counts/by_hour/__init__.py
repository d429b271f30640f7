"""People counted hour by hour: which columns are hours, and which have everybody."""
