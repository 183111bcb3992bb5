"""Is the right document found, and how near to the top?"""
