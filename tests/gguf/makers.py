"""Writes tiny llama-architecture models with seeded random weights as real GGUF files.

Their speed and their words mean nothing, but everything around the weights is real: llama.cpp loads,
tokenises, evaluates, samples and detokenises them as it does any other model.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from gguf import GGUFWriter, LlamaFileType, TokenType
from numpy.typing import NDArray

from tests.gguf.vocabulary import (
    BEGIN,
    END,
    TURN,
    TURN_END,
    UNKNOWN,
    Vocabulary,
    bytes_vocabulary,
    words_vocabulary,
)

CHAT_TEMPLATE = (
    "{{ bos_token }}{% for message in messages %}<|rede|>{{ message['role'] }}: {{ message['content'] }}"
    "<|ende|>{% endfor %}{% if add_generation_prompt %}<|rede|>assistant:{% endif %}"
)


@dataclass(frozen=True)
class Shape:
    """The size of a model; `width` is a multiple of `heads`, `context` what it was "trained" for."""

    width: int = 64
    layers: int = 2
    heads: int = 4
    hidden: int = 128
    context: int = 8192


SMALL = Shape()
# Some 14 million weights: reading a long prompt takes seconds, so there is time to leave meanwhile.
SLOW = Shape(width=512, layers=4, heads=8, hidden=1536)


def write_words_model(path: Path, *, shape: Shape = SMALL, seed: int = 1, ends: bool = False) -> Path:
    """A model that says random German words, for ever; with `ends` it stops now and then."""
    vocabulary = words_vocabulary()
    liking = np.zeros(len(vocabulary), dtype=np.float32)
    liking[vocabulary.numbers_of(TokenType.BYTE, TokenType.CONTROL, TokenType.UNKNOWN)] = -12.0
    liking[vocabulary.whole_words()] = 6.0
    # Random weights differ by some two logits, so about one token in ten ends a sentence.
    liking[vocabulary.index(".")] = 8.0
    if ends:
        liking[vocabulary.index(END)] = 7.0
    return _write(path, vocabulary, shape, seed, liking, name="Kleine Wörter")


def write_bytes_model(path: Path, *, shape: Shape = SMALL, seed: int = 2) -> Path:
    """The hostile case: a model that says random bytes, most of them no valid UTF-8, and never ends."""
    vocabulary = bytes_vocabulary()
    liking = np.zeros(len(vocabulary), dtype=np.float32)
    liking[vocabulary.numbers_of(TokenType.CONTROL, TokenType.UNKNOWN)] = -12.0
    return _write(path, vocabulary, shape, seed, liking, name="Nur Bytes")


def _write(
    path: Path, vocabulary: Vocabulary, shape: Shape, seed: int, liking: NDArray[np.float32], *, name: str
) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    writer = GGUFWriter(path, "llama")
    writer.add_name(name)
    _describe_shape(writer, vocabulary, shape)
    _describe_tokenizer(writer, vocabulary)
    for tensor, values in _weights(vocabulary, shape, seed, liking).items():
        writer.add_tensor(tensor, values)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path


def _describe_shape(writer: GGUFWriter, vocabulary: Vocabulary, shape: Shape) -> None:
    writer.add_context_length(shape.context)
    writer.add_embedding_length(shape.width)
    writer.add_block_count(shape.layers)
    writer.add_feed_forward_length(shape.hidden)
    writer.add_head_count(shape.heads)
    writer.add_head_count_kv(shape.heads)
    writer.add_rope_dimension_count(shape.width // shape.heads)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_vocab_size(len(vocabulary))
    writer.add_file_type(LlamaFileType.MOSTLY_F16)


def _describe_tokenizer(writer: GGUFWriter, vocabulary: Vocabulary) -> None:
    writer.add_tokenizer_model("llama")
    writer.add_tokenizer_pre("default")
    writer.add_token_list(list(vocabulary.tokens))
    writer.add_token_scores(list(vocabulary.scores))
    writer.add_token_types(list(vocabulary.kinds))
    writer.add_unk_token_id(vocabulary.index(UNKNOWN))
    writer.add_bos_token_id(vocabulary.index(BEGIN))
    writer.add_eos_token_id(vocabulary.index(END))
    writer.add_eot_token_id(vocabulary.index(TURN_END))
    writer.add_add_bos_token(True)
    writer.add_chat_template(CHAT_TEMPLATE)
    assert TURN in vocabulary.tokens


def _weights(
    vocabulary: Vocabulary, shape: Shape, seed: int, liking: NDArray[np.float32]
) -> dict[str, NDArray[np.float16] | NDArray[np.float32]]:
    """Random weights, but for one channel that every token sets and no layer touches.

    RMS normalisation leaves that channel close to a constant before the output layer, so its weights there
    are what the model likes (`liking`, one logit a token) whatever the random rest comes to.
    """
    random = np.random.default_rng(seed)

    def matrix(rows: int, columns: int) -> NDArray[np.float32]:
        values: NDArray[np.float32] = random.standard_normal((rows, columns), dtype=np.float32)
        return values * np.float32(columns**-0.5)

    size, width = len(vocabulary), shape.width
    embedding = random.standard_normal((size, width), dtype=np.float32)
    embedding[:, 0] = np.sqrt(np.float32(width))
    # Normalised, the channel holds about sqrt(width / 2); dividing by it makes `liking` a logit.
    output = matrix(size, width) * np.float32(2)
    output[:, 0] = liking / np.sqrt(np.float32(width) / 2)
    weights: dict[str, NDArray[np.float16] | NDArray[np.float32]] = {
        "token_embd.weight": embedding.astype(np.float16),
        "output_norm.weight": np.ones(width, dtype=np.float32),
        "output.weight": output.astype(np.float16),
    }
    for layer in range(shape.layers):
        block = f"blk.{layer}"
        for part in ("attn_q", "attn_k", "attn_v"):
            weights[f"{block}.{part}.weight"] = matrix(width, width).astype(np.float16)
        for part, columns in (("attn_output", width), ("ffn_down", shape.hidden)):
            back = matrix(width, columns) * np.float32(0.3)
            back[0] = 0.0
            weights[f"{block}.{part}.weight"] = back.astype(np.float16)
        for part in ("ffn_gate", "ffn_up"):
            weights[f"{block}.{part}.weight"] = matrix(shape.hidden, width).astype(np.float16)
        for part in ("attn_norm", "ffn_norm"):
            weights[f"{block}.{part}.weight"] = np.ones(width, dtype=np.float32)
    return weights
