"""Reads XZuFi, the German exchange format for administrative services, into documents."""
