"""Is what can't be answered refused, and nothing else?"""
