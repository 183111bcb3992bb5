"""What can go wrong while reading a source; each message is one German sentence that says what to do."""


class Unreadable(Exception):
    """A page or file that gives no document: no text, scanned, broken. The message is the reason."""


class SourceFailed(Exception):
    """A whole source that could not be read; what was read from it earlier stays as it is."""
