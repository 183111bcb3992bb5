"""What evaluation raises."""


class EvaluationError(Exception):
    """Something given can't be measured with; the message is one German sentence that says what to do."""
