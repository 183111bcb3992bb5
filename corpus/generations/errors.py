"""What generations raise."""


class GenerationError(Exception):
    """A generation is missing, damaged or doesn't fit; the message is a German sentence for operators."""
