"""The model's process over HTTP: OpenAI's protocol, a bounded queue, figures."""
