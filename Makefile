# Stadtlotse. `make run` and `make test` work on a fresh machine; `make help` lists the rest.

PYTHON ?= $(firstword $(wildcard /usr/bin/python3.11) python3)
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --disable-pip-version-check
# The plain index may hold a build with CUDA; name the address of PyTorch's CPU builds here to avoid it.
TORCH_INDEX ?=
TORCH  := torch==2.13.0
# llama.cpp without its image part: ten processor minutes instead of eighteen.
export CMAKE_ARGS ?= -DLLAVA_BUILD=OFF
export PYTHONUNBUFFERED = 1

.PHONY: help run test check lint types evaluate examples benchmark measurements screenshots axe-report accessibility-trees train-embedding train-ranking train-reader train-coverage widget lock clean

help: ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 20

run: $(VENV)/.installed ## install, read the sample city, serve the chat
	@$(BIN)/lotse up

test: $(VENV)/.dev system-tools ## all tests, with everything they need
	$(BIN)/python -m pytest $(ARGS)

check: $(VENV)/.dev lint types test evaluate ## what CI runs

lint: $(VENV)/.dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports

types: $(VENV)/.dev
	$(BIN)/mypy

evaluate: $(VENV)/.dev ## answer the question sets, resist the attacks, hold the floors, compare the examples
	$(BIN)/python -m evaluation.floors
	$(BIN)/python -m evaluation.attacks
	$(BIN)/python -m evaluation.verifying
	$(BIN)/python -m evaluation.examples --check

examples: $(VENV)/.dev ## write docs/examples.md: fifty whole answers
	$(BIN)/python -m evaluation.examples

benchmark: $(VENV)/.dev ## speed and memory
	$(BIN)/python -m evaluation.benchmarks.answers

measurements: $(VENV)/.dev ## write docs/measurements.md anew (PARTS="pages facts" for some of it)
	$(BIN)/python -m evaluation.measurements $(PARTS)

screenshots: $(VENV)/.dev system-tools ## write docs/images anew (STATES="open answered" for some)
	$(BIN)/python -m tests.browser.screenshots $(STATES)

axe-report: $(VENV)/.dev system-tools ## write docs/accessibility-report.md anew
	$(BIN)/python -m tests.browser.accessibility.report

accessibility-trees: $(VENV)/.dev system-tools ## write the trees that the tests compare with anew
	$(BIN)/python -m tests.browser.accessibility.trees

# Data to train on: LAWS=laws.jsonl.xz, QUESTIONS and CORPUS as in evaluation/README.md.
train-embedding: $(VENV)/.dev ## train the embedded model anew (LAWS=…)
	$(BIN)/python -m training.embedding --laws $(LAWS) --out models/static-de \
		--tokenizer models/static-de/tokenizer.json
	$(BIN)/python -m training.background --laws $(LAWS)

train-ranking: $(VENV)/.dev ## train re-ranking anew (QUESTIONS=… CORPUS=…); before train-reader
	$(BIN)/python -m training.ranking --questions $(QUESTIONS) --corpus $(CORPUS)

train-reader: $(VENV)/.dev ## train the reader anew, then train-coverage (QUESTIONS=… CORPUS=…)
	OMP_NUM_THREADS=1 $(BIN)/python -m training.reader --questions $(QUESTIONS) --corpus $(CORPUS)

train-coverage: $(VENV)/.dev ## train what "not found" rests on anew (QUESTIONS=… CORPUS=…)
	OMP_NUM_THREADS=1 $(BIN)/python -m training.coverage --questions $(QUESTIONS) --corpus $(CORPUS)

widget: ## build the chat element anew (needs Node)
	npm --prefix widget ci --no-audit --no-fund
	npm --prefix widget run build

lock: $(VENV)/.dev ## pin the newest allowed versions of everything
	$(BIN)/uv pip compile pyproject.toml --upgrade --generate-hashes --no-emit-package torch \
		--no-header --no-annotate --python-version 3.11 -q -o requirements.lock
	$(BIN)/uv pip compile pyproject.toml --group dev -c requirements.lock --generate-hashes \
		--no-emit-package torch --no-header --no-annotate --python-version 3.11 -q -o requirements-dev.lock

clean: ## remove what was built, but not what was ingested
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache

include deploy/install.mk
