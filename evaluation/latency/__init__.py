"""How long does an answer take?"""
