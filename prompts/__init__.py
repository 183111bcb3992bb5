"""The prompts for language models, as Markdown with front matter, one folder a language."""
