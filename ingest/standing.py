"""Tells whether what is served still stands: nothing that it was made from has changed since."""

import hashlib
from datetime import date

from corpus.city import City
from corpus.embedding.embedder import Embedder
from corpus.generations.code import index_code
from corpus.generations.errors import GenerationError
from corpus.generations.opened import Generation
from corpus.generations.shelf import Shelf
from ingest.report import Report
from ingest.serving import Served
from ingest.website.fingerprint import reader_fingerprint


def generation_inputs(city: City, embedder: Embedder, day: date) -> str:
    """Give a hash over all that makes a generation beside the documents: city.toml, code, embedding, the day.

    The day counts because documents and notices begin and cease to hold.
    """
    what = (city.model_dump_json(), index_code(), reader_fingerprint(), embedder.hash, day.isoformat())
    return hashlib.sha256("\n".join(what).encode()).hexdigest()


def still_served(last: Report | None, inputs: str, shelf: Shelf, embedder: Embedder) -> Served | None:
    """Give what the last update served, if it still is whole and would be made the same; else None.

    Whether the documents are the same is the caller's to know. The dense index isn't opened: a server that
    finds it damaged serves from the rest, and says so.
    """
    current = shelf.current()
    if last is None or not last.good or last.inputs != inputs or current is None:
        return None
    if current.name != last.generation:
        return None
    try:
        Generation.open(current, embedder).close()
    except GenerationError:
        return None
    return Served(last.generation, unchanged=True, contradictions=last.contradictions)
