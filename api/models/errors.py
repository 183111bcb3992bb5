"""What can go wrong with models to install; every message is a German sentence that says what to do."""


class ModelMissing(Exception):
    """No such model, or none installed."""


class PullError(Exception):
    """A model could not be fetched; what was fetched already is kept where that helps."""


class ChecksumError(PullError):
    """A file isn't the one that it should be."""
