"""Floors under the figures: what CI holds every change to."""
