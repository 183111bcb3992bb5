"""The pipeline's steps, a file each: every step reads and fills a part of the run and may end it."""
