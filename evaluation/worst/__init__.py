"""The questions that came out worst, each with a sentence on why."""
