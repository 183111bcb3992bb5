"""Shows a run's results: in the terminal, as Markdown, what failed, what changed."""
