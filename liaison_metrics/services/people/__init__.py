"""People who may be one person: finding the pairs, showing what speaks for each, and deciding about them."""
