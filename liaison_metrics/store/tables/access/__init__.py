"""The tables of accounts: who signs in, with what, and the links and tokens that were given out."""
