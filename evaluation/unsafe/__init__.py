"""Does what must not be answered, or only in part, end as it should?"""
