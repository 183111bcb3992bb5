"""Does the answer say what a right answer must say, and no amount that its sources don't state?"""
