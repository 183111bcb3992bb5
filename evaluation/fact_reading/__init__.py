"""Given one section of a page, which facts are read from it? Hand-checked snippets, by kind of fact."""
