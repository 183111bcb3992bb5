# How the virtual environment comes about; every step shows what it does.

$(BIN)/python:
	@echo "== Virtuelle Umgebung $(VENV) wird angelegt"
	@# Debian's Python may lack ensurepip (package python3-venv): pip is then put in by the system's pip.
	$(PYTHON) -m venv $(VENV) 2>/dev/null || { \
		rm -rf $(VENV) && $(PYTHON) -m venv --without-pip $(VENV) && \
		$(PYTHON) -m pip --python $(VENV)/bin/python install --quiet pip; }

$(VENV)/.installed: requirements.lock pyproject.toml | $(BIN)/python
	@echo "== Pakete werden installiert (beim ersten Mal wird llama.cpp übersetzt: etwa sechs Minuten auf zwei Kernen)"
	$(PIP) install --no-deps --require-hashes --progress-bar on -r requirements.lock
	$(PIP) install --quiet $(if $(TORCH_INDEX),--index-url $(TORCH_INDEX)) $(TORCH)
	$(PIP) install --quiet --no-deps --editable .
	@touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.installed
	@echo "== Werkzeuge für Tests und Prüfungen werden installiert"
	$(PIP) install --quiet --no-deps --require-hashes -r requirements-dev.lock
	@touch $@

.PHONY: system-tools
system-tools:
	@sh deploy/test-tools.sh
