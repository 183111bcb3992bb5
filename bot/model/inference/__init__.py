"""llama.cpp with one model in memory: loading, reading prompts, writing answers, saved states."""
