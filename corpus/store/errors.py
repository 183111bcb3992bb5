"""What the store raises."""


class StoreError(Exception):
    """The database can't be reached or used; the message is one German sentence that says what to do."""
