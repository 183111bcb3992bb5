"""Trains the matrix of a static embedding by contrasting each pair with the others of its batch."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import nn

from corpus.progress import Progress
from training.pairs import Pair


@dataclass(frozen=True, slots=True)
class Plan:
    """What shapes the training; the defaults made the embedded model."""

    dimensions: int = 256
    batch: int = 1024
    epochs: int = 3
    rate: float = 0.02
    temperature: float = 0.05
    dropout: float = 0.1
    seed: int = 20


@dataclass(frozen=True, slots=True)
class Bags:
    """Texts as token ids, one after the other, with the place where each begins."""

    ids: NDArray[np.int64]
    starts: NDArray[np.int64]

    def take(self, chosen: NDArray[np.int64]) -> tuple[torch.Tensor, torch.Tensor]:
        """Ids and offsets of the chosen texts, as `torch.nn.EmbeddingBag` wants them."""
        parts = [self.ids[self.starts[one] : self.starts[one + 1]] for one in chosen]
        offsets = np.concatenate([[0], np.cumsum([len(part) for part in parts])[:-1]])
        return torch.from_numpy(np.concatenate(parts)), torch.from_numpy(offsets)


def train_rows(
    pairs: Sequence[Pair], tokenizer: Tokenizer, plan: Plan, progress: Progress
) -> NDArray[np.float32]:
    """The matrix (vocabulary, dimensions) that puts the two sides of each pair close together.

    Loss: multiple negatives ranking (Henderson et al. 2017, arXiv:1705.00652), both ways, without counting
    texts of the same group as negatives. The same plan and pairs give the same matrix on the same machine.
    Raises `ValueError` if the pairs don't fill a batch.
    """
    torch.manual_seed(plan.seed)
    anchors = encode(tokenizer, [pair.anchor for pair in pairs])
    positives = encode(tokenizer, [pair.positive for pair in pairs])
    groups = torch.tensor(_numbers([pair.group for pair in pairs]))
    bag = nn.EmbeddingBag(tokenizer.get_vocab_size(), plan.dimensions, mode="mean")
    nn.init.normal_(bag.weight, std=0.1)
    optimizer = torch.optim.Adam(bag.parameters(), lr=plan.rate, betas=(0.9, 0.99))
    steps = len(pairs) // plan.batch * plan.epochs
    if not steps:
        raise ValueError(f"{len(pairs)} Paare sind zu wenige für einen Stapel von {plan.batch}")
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, plan.rate, total_steps=steps, pct_start=0.1)
    order = random.Random(plan.seed)
    places = list(range(len(pairs)))
    done = 0
    for _ in range(plan.epochs):
        order.shuffle(places)
        for start in range(0, len(places) - plan.batch + 1, plan.batch):
            chosen = np.array(places[start : start + plan.batch])
            loss = _loss(bag, anchors.take(chosen), positives.take(chosen), groups[chosen], plan)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            optimizer.step()
            schedule.step()
            done += 1
            progress(f"training (loss {loss.item():.3f})", done, steps)
    rows: NDArray[np.float32] = bag.weight.detach().numpy().astype(np.float32)
    return rows


def encode(tokenizer: Tokenizer, texts: Sequence[str]) -> Bags:
    """All texts as token ids; a text without any counts as one unknown token."""
    encoded = [
        encoding.ids or [0] for encoding in tokenizer.encode_batch(list(texts), add_special_tokens=False)
    ]
    starts = np.concatenate([[0], np.cumsum([len(ids) for ids in encoded])])
    return Bags(np.concatenate([np.array(ids, dtype=np.int64) for ids in encoded]), starts.astype(np.int64))


def _loss(
    bag: nn.EmbeddingBag,
    anchors: tuple[torch.Tensor, torch.Tensor],
    positives: tuple[torch.Tensor, torch.Tensor],
    groups: torch.Tensor,
    plan: Plan,
) -> torch.Tensor:
    left = nn.functional.normalize(nn.functional.dropout(bag(*anchors), plan.dropout))
    right = nn.functional.normalize(nn.functional.dropout(bag(*positives), plan.dropout))
    scores = left @ right.T / plan.temperature
    same = groups[:, None] == groups[None, :]
    same.fill_diagonal_(False)
    scores = scores.masked_fill(same, float("-inf"))
    target = torch.arange(len(scores))
    return (nn.functional.cross_entropy(scores, target) + nn.functional.cross_entropy(scores.T, target)) / 2


def _numbers(groups: Sequence[str]) -> list[int]:
    numbers: dict[str, int] = {}
    return [numbers.setdefault(group, len(numbers)) for group in groups]
