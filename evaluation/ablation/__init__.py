"""What each part of the search brings: the same questions with parts taken out or alone."""
