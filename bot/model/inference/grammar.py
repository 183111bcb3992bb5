"""Grammars that bind what a model may write: GBNF as it comes, or made from a JSON schema."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any


class GrammarRefused(ValueError):
    """The grammar or schema can't be used; the message says why."""


@dataclass(frozen=True)
class Grammar:
    """A grammar in llama.cpp's GBNF whose start is the rule `root`."""

    text: str

    def for_llama(self) -> Any:
        """The form in which llama-cpp-python takes it."""
        from llama_cpp import LlamaGrammar

        return LlamaGrammar.from_string(self.text, verbose=False)

    def check(self, vocabulary: Any) -> None:
        """Raises GrammarRefused unless llama.cpp can read it (it could end the process later)."""
        import llama_cpp

        if not self.text.strip():
            raise GrammarRefused("The grammar is empty: give GBNF with a rule root, or leave grammar out.")
        text = self.text.encode("utf-8")
        sampler = llama_cpp.llama_sampler_init_grammar(vocabulary, text, b"root")
        if not sampler:
            raise GrammarRefused(
                "The grammar is no valid GBNF with a rule root: check its syntax and rule names."
            )
        llama_cpp.llama_sampler_free(sampler)


def grammar_for_json(schema: dict[str, Any] | None) -> Grammar:
    """A grammar for JSON that fits the schema, or for any JSON without one. Raises GrammarRefused."""
    from llama_cpp.llama_grammar import JSON_GBNF, json_schema_to_gbnf

    if schema is None:
        return Grammar(JSON_GBNF)
    try:
        return Grammar(json_schema_to_gbnf(json.dumps(schema)))
    except (ValueError, KeyError, TypeError, AttributeError, AssertionError, RecursionError) as error:
        raise GrammarRefused(f"The JSON schema can't be turned into a grammar: {error}") from error
