"""The work plan: states of pieces of work, deliverables, and who signed them."""
