"""One client for every OpenAI-compatible server: settings, failures, circuit breaker, budget."""
