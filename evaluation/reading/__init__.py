"""Given one page, are the lines found that answer, and is it said where none does?"""
