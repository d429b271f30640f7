"""Who acts and what each actor may do."""
