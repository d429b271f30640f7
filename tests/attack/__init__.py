"""An attacker of the store: who has its file and not its key, knows some of the names, and wants the others."""
