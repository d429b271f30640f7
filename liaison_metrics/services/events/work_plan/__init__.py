"""The work plan: activities, pieces of work, and deliverables with their versions and signatories."""
