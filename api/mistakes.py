"""What the rooms raise where an operator has to do something; each message is one German sentence."""

from api.settings import SettingsError
from corpus.city import CityError
from corpus.embedding.embedder import EmbeddingError
from corpus.generations.errors import GenerationError
from corpus.store.errors import StoreError

MISTAKES = (CityError, EmbeddingError, GenerationError, SettingsError, StoreError)
