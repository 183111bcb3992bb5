"""The tests of all rooms, mirroring their tree."""
