"""The HTTP interface and the command line; puts the other rooms together."""
