"""The committees of the cities: when they were set up, their members, and their meetings."""
