"""How the model's process ends, understood by whoever started it."""

STOPPED = 0
"""It was told to end."""

BROKEN = 1
"""It broke off; starting it again may help."""

MODEL_UNUSABLE = 2
"""The model or its options can't be used; starting it again doesn't help."""

PORT_TAKEN = 3
"""It can't listen where it should."""
