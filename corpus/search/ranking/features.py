"""Signs that a document answers a question, in numbers: one row a document, for all that a search found."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from corpus.search.fusion import z_scores
from corpus.search.ranking.asked import Asked
from corpus.search.ranking.profile import Profile

Floats = NDArray[np.float64]

NAMES = (
    "fused",
    "topic",
    "rarest_missing",
    "title_named",
    "service",
    "dense_unknown",
)
_BEST = 3


@dataclass(frozen=True)
class Found:
    """A document that was found: its fused score, and the cosine similarities of its best passages."""

    score: float
    dense: Sequence[float]


def features(asked: Asked, found: Sequence[Found], profiles: Sequence[Profile]) -> Floats:
    """A value for each of `NAMES` and each document, shape (documents, names).

    - `fused`: the search's own score;
    - `topic`: the share of the question's subject, by rarity, that the document says anywhere;
    - `rarest_missing`: the rarity of the rarest word of the subject that it doesn't say;
    - `title_named`: how much of the title's subject the question names, itself or by its official terms;
    - `service`: 1 if the lexicon takes the document to be about the service that it hears in the question;
    - `dense_unknown`: how near the best passages are by embedding (as a z-score), times the share of the
      subject that none of the documents says: where words fail, meaning counts more.
    """
    if not found:
        return np.zeros((0, len(NAMES)))
    said = [{one for one in asked.topic if profile.says(one)} for profile in profiles]
    topic = np.array([_share(asked, one) for one in said])
    unknown = 1.0 - float(topic.max())
    columns = [
        np.array([one.score for one in found]),
        topic,
        np.array([_rarest_missing(asked, one) for one in said]),
        np.array([_title_named(asked, profile) for profile in profiles]),
        np.array([_about(asked, profile) for profile in profiles]),
        unknown * z_scores([_nearness(one) for one in found]),
    ]
    return np.column_stack(columns)


def _share(asked: Asked, said: set[str]) -> float:
    total = sum(asked.topic.values())
    return sum(rare for one, rare in asked.topic.items() if one in said) / total if total else 0.0


def _rarest_missing(asked: Asked, said: set[str]) -> float:
    return max((rare for one, rare in asked.topic.items() if one not in said), default=0.0)


def _title_named(asked: Asked, profile: Profile) -> float:
    """ "Vorläufiger Personalausweis" says more than was asked, "Personalausweis beantragen" just that."""
    return len(profile.topic & asked.named) / max(1, len(profile.topic))


def _about(asked: Asked, profile: Profile) -> float:
    return float(bool(asked.service) and asked.service in profile.services)


def _nearness(found: Found) -> float:
    best = sorted(found.dense, reverse=True)[:_BEST]
    return sum(best) / len(best) if best else 0.0
