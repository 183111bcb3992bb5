"""Speed and memory, measured on real processes over HTTP."""
