"""From a GGUF file to a model that is ready to answer."""

from __future__ import annotations

import ctypes
import logging
from dataclasses import dataclass

import llama_cpp
from llama_cpp._logger import llama_log_callback

from bot.model.inference.chat_template import ChatTemplate, choose_template
from bot.model.inference.engine import Engine
from bot.model.inference.gguf_file import ModelUnusable, check_file, no_memory, unloadable
from bot.model.inference.grammar import Grammar
from bot.model.inference.llama import CountingLlama
from bot.model.process.options import ServeOptions

log = logging.getLogger(__name__)

_ERROR = 4  # GGML_LOG_LEVEL_ERROR


@dataclass(frozen=True)
class LoadedModel:
    """A model in memory with everything that depends on its file."""

    name: str
    engine: Engine
    template: ChatTemplate
    vocabulary: object
    messages: ErrorLog

    def close(self) -> None:
        """Frees the memory. Nothing may be asked of the model afterwards."""
        self.engine.close()
        self.messages.close()

    def check_grammar(self, grammar: Grammar) -> None:
        """Raises GrammarRefused where llama.cpp can't use it with this model."""
        grammar.check(self.vocabulary)


class ErrorLog:
    """Hears llama.cpp's messages until it is closed, and keeps the first error: the others follow from it.

    They are logged as debugging: llama.cpp calls an aborted evaluation an error, too, and what matters comes
    as an exception. It has one log per process and keeps a bare pointer to whom it reports, so what was there
    before is put back at the end.
    """

    def __init__(self) -> None:
        self.first_error = ""
        self._callback = llama_cpp.llama_log_callback(self._take)
        llama_cpp.llama_log_set(self._callback, ctypes.c_void_p(0))

    def close(self) -> None:
        """From now on the library prints them again."""
        llama_cpp.llama_log_set(llama_log_callback, ctypes.c_void_p(0))

    def _take(self, level: int, text: bytes, _: object) -> None:
        if level == _ERROR:
            message = text.decode("utf-8", "replace").strip()
            self.first_error = self.first_error or message
            log.debug("llama.cpp: %s", message)


def load_model(options: ServeOptions) -> LoadedModel:
    """Loads the file and takes its chat template. Raises ModelUnusable with a sentence for the operator."""
    check_file(options.model)
    messages = ErrorLog()
    llama = None
    try:
        llama = _open(options, messages)
        return _prepare(options, llama, messages)
    except ModelUnusable:
        if llama is not None:
            llama.close()
        messages.close()
        raise


def _prepare(options: ServeOptions, llama: CountingLlama, messages: ErrorLog) -> LoadedModel:
    vocabulary = llama_cpp.llama_model_get_vocab(llama.model)
    template = ChatTemplate(
        choose_template(options.chat_template, llama.metadata.get("tokenizer.chat_template")),
        begin=_text(vocabulary, llama.token_bos()),
        end=_text(vocabulary, llama.token_eos()),
        control=_control_tokens(vocabulary),
    )
    name = options.name or llama.metadata.get("general.name") or options.model.stem
    engine = Engine(llama, options.state_mib * 2**20)
    return LoadedModel(name=name, engine=engine, template=template, vocabulary=vocabulary, messages=messages)


def _open(options: ServeOptions, messages: ErrorLog) -> CountingLlama:
    try:
        return CountingLlama(
            str(options.model),
            n_ctx=options.context,
            n_batch=options.batch,
            n_ubatch=options.batch,
            n_threads=options.threads,
            n_threads_batch=options.threads,
            verbose=False,
        )
    except (ValueError, RuntimeError, MemoryError) as error:
        if isinstance(error, MemoryError) or "llama_context" in str(error):
            raise no_memory(options.model, options.context) from error
        raise unloadable(options.model, messages.first_error) from error


def _text(vocabulary: object, token: int) -> str:
    return str(llama_cpp.llama_vocab_get_text(vocabulary, token).decode("utf-8")) if token >= 0 else ""


def _control_tokens(vocabulary: object) -> list[str]:
    return [
        _text(vocabulary, token)
        for token in range(llama_cpp.llama_vocab_n_tokens(vocabulary))
        if llama_cpp.llama_vocab_is_control(vocabulary, token)
    ]
