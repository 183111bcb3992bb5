"""How much of what isn't so the verifier stops, and how much of what is so it lets pass."""
