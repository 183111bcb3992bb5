"""What two versions of a document say differently: facts first, since editors care about those, then text."""
