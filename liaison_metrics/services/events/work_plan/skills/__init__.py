"""The communities of each city, the skills offered and sought, and who could teach whom."""
