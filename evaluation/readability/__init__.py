"""How hard answers are to read: our own wording, what is quoted, and what a model worded."""
