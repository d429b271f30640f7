"""What each service does for an actor, called with a store in which everything belongs to one partner."""
