"""The element against other embeddable chats, in one browser: `python -m evaluation.benchmarks.widget`."""
