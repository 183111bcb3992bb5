"""Search over passages: a lexical index, a dense index, and the fusion of both."""
