"""What the city knows: records, store, search generations, German text analysis, curated answers."""
