"""Trains the network that reads along the lines of a page, and writes it as the serving path reads it."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from bot.reader.network import FARTHEST, Network

Floats = NDArray[np.float32]
_CONSTANT = 1e-6


@dataclass(frozen=True, slots=True)
class Plan:
    """What shapes the networks and their training; chosen by cross-validation over pages."""

    networks: int = 3
    hidden: int = 24
    layers: int = 2
    width: int = 3
    epochs: int = 30
    batch: int = 32
    rate: float = 0.003
    decay: float = 0.05
    dropout: float = 0.4
    input_dropout: float = 0.2


@dataclass(frozen=True, slots=True)
class _Batch:
    """Pages one after the other, a row of zeros after each; `mask` (rows, 1) is 0 there."""

    features: torch.Tensor
    gold: torch.Tensor
    mask: torch.Tensor


class _Net(nn.Module):  # type: ignore[misc]  # torch comes without types here
    def __init__(self, features: int, plan: Plan) -> None:
        super().__init__()
        self.enter = nn.Linear(features, plan.hidden)
        self.passes = nn.ModuleList(
            nn.Conv1d(plan.hidden, plan.hidden, plan.width, padding=plan.width // 2)
            for _ in range(plan.layers)
        )
        self.leave = nn.Linear(plan.hidden, 1)
        self.direct = nn.Linear(features, 1)
        self.drop_input, self.drop = nn.Dropout(plan.input_dropout), nn.Dropout(plan.dropout)

    def forward(self, batch: _Batch) -> torch.Tensor:
        x = self.drop_input(batch.features)
        hidden = self.drop(torch.relu(self.enter(x))) * batch.mask
        for layer in self.passes:
            hidden = hidden + self.drop(torch.relu(layer(hidden.T[None])[0].T)) * batch.mask
        return (self.leave(hidden) + self.direct(x))[:, 0]


def fit_network(pages: Sequence[Floats], gold: Sequence[NDArray[np.bool_]], plan: Plan) -> Network:
    """Networks that predict `gold` (lines,) of each of the `pages` (lines, features).

    Binary cross-entropy, AdamW, one cycle of the rate. The same pages give the same networks on the same
    machine with the same number of threads.
    """
    rows = np.concatenate(pages)
    spread = rows.std(axis=0)
    # What never varied says nothing, however it looks elsewhere: its weight was never learned.
    mean, scale = rows.mean(axis=0), np.where(spread < _CONSTANT, np.inf, spread)
    ready = [np.clip((page - mean) / scale, -FARTHEST, FARTHEST).astype(np.float32) for page in pages]
    nets = [_trained(ready, gold, plan, seed) for seed in range(plan.networks)]
    layers = range(plan.layers)
    return Network(
        mean=_kept(mean, np.float32),
        scale=_kept(scale, np.float32),
        enter=_kept([_array(net.enter.weight).T for net in nets]),
        enter_bias=_kept([_array(net.enter.bias) for net in nets]),
        passes=_kept([[_array(net.passes[i].weight).transpose(2, 1, 0) for net in nets] for i in layers]),
        passes_bias=_kept([[_array(net.passes[i].bias) for net in nets] for i in layers]),
        leave=_kept([_array(net.leave.weight)[0] for net in nets]),
        direct=_kept([_array(net.direct.weight)[0] for net in nets]),
        bias=_kept([_array(net.leave.bias + net.direct.bias)[0] for net in nets]),
    )


def write_network(path: Path, names: tuple[str, ...], network: Network) -> None:
    """Write `network` with the names of its features; the same network gives the same file."""
    weights = {one.name: getattr(network, one.name) for one in fields(Network)}
    halved = {
        name: array.astype(np.float16) for name, array in weights.items() if name not in {"mean", "scale"}
    }
    np.savez_compressed(path, features=np.array(names), **(weights | halved))


def _trained(pages: Sequence[Floats], gold: Sequence[NDArray[np.bool_]], plan: Plan, seed: int) -> _Net:
    torch.manual_seed(seed)
    shuffle = np.random.default_rng(seed)
    net = _Net(pages[0].shape[1], plan)
    optimizer = torch.optim.AdamW(net.parameters(), lr=plan.rate, weight_decay=plan.decay)
    steps = plan.epochs * -(-len(pages) // plan.batch)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, plan.rate, total_steps=steps)
    for _ in range(plan.epochs):
        order = shuffle.permutation(len(pages))
        for start in range(0, len(pages), plan.batch):
            chosen = order[start : start + plan.batch]
            batch = _batch([pages[i] for i in chosen], [gold[i] for i in chosen])
            each = nn.functional.binary_cross_entropy_with_logits(net(batch), batch.gold, reduction="none")
            loss = (each * batch.mask[:, 0]).sum() / batch.mask.sum()
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            optimizer.step()
            schedule.step()
    return net


def _batch(pages: Sequence[Floats], gold: Sequence[NDArray[np.bool_]]) -> _Batch:
    nothing = np.zeros((1, pages[0].shape[1]), dtype=np.float32)
    features = np.concatenate([part for page in pages for part in (page, nothing)])
    wanted = np.concatenate([np.append(one, False) for one in gold]).astype(np.float32)
    mask = np.concatenate([np.append(np.ones(len(page)), 0) for page in pages]).astype(np.float32)
    return _Batch(torch.from_numpy(features), torch.from_numpy(wanted), torch.from_numpy(mask[:, None]))


def _array(tensor: torch.Tensor) -> Floats:
    array: Floats = tensor.detach().numpy()
    return array


def _kept(values: object, precision: type = np.float16) -> Floats:
    """`values` as they will be read from the file: sixteen bits are enough for weights."""
    return np.asarray(values).astype(precision).astype(np.float32)
