"""Re-ranking: the documents that a search found, put in order by a learned model of many signs at once."""
