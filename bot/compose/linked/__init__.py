"""What an answer links: what one can do now, and pages in plain and in sign language."""
