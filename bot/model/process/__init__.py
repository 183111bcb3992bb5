"""The model's process from outside: its options, its exit codes, and who keeps it running."""
