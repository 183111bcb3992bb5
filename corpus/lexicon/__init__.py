"""Citizens' words and official terms, in German and in the languages most asked in."""

from corpus.lexicon.lexicon import Lexicon, Service, expand, load_lexicon

__all__ = ["Lexicon", "Service", "expand", "load_lexicon"]
