"""The sample city: its website, built from small content files and served over real HTTP."""
