"""The gate to the citizen: a sentence passes only if its source carries it."""
