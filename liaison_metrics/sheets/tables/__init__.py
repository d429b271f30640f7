"""Where the tables of a sheet are, and where their headers stand."""
