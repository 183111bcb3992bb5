"""Citizens' words and official terms, in German and in the languages most asked in."""

from corpus.lexicon.files import expand, load_lexicon
from corpus.lexicon.lexicon import Lexicon, Service

__all__ = ["Lexicon", "Service", "expand", "load_lexicon"]
