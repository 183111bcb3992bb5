"""Reads the sections that were found: which lines answer the question, or does none?"""
