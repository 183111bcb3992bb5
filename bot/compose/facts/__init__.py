"""Facts as an answer shows them: labelled, in order, for the day asked, with both sides of a doubt."""
