# The commands that people and CI both call. `make help` lists them.
#
# Everything goes into .venv in this folder. Each target may be repeated and may be interrupted: what is done is
# marked under .venv/stamps, and a step runs again when what it depends on has changed.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

VENV := .venv
BIN := $(VENV)/bin
STAMPS := $(VENV)/stamps
UV := $(BIN)/uv
MODEL := .venv-model
LOCK := $(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url

# The sample reports have a record of their own, so that they never mix with yours.
REPORTS ?= examples/south-caucasus
RECORD ?= $(if $(filter examples/%,$(REPORTS)),sample.db,dragoman.db)
PORT ?= 8765
TESTS ?= tests
# Most tests wait on one core each; two at a time is what a small machine bears.
JOBS ?= 2

.PHONY: help setup run test lint format types check-packages lock wheel samples docs model likeness figures agreement bench clean

help: ## list these commands
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/\1\t\2/p' $(firstword $(MAKEFILE_LIST)) | expand -t 12

setup: $(STAMPS)/gazetteer ## set up .venv with everything that running needs
	@$(if $(filter setup,$(MAKECMDGOALS)),echo 'dragoman: ready; the program is $(BIN)/dragoman',:)

run: setup ## read REPORTS=folder (the samples when not given) into RECORD=file and serve the pages on PORT=8765
	@scripts/run "$(REPORTS)" "$(RECORD)" "$(PORT)"

test: setup $(STAMPS)/dev check-packages lint types ## set up everything and run all checks and tests (TESTS=path for some)
	$(BIN)/pytest -n $(JOBS) $(TESTS)

lint: $(STAMPS)/dev ## check form and style
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

format: $(STAMPS)/dev ## put the form right
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

types: $(STAMPS)/dev ## check types
	$(BIN)/mypy src tests scripts training benchmarks

check-packages:
	@scripts/debian chromium fonts-dejavu-core libatomic1 postgresql

lock: $(STAMPS)/uv ## resolve requirements/*.txt anew from pyproject.toml (UPGRADE=1 takes newer versions)
	$(LOCK) $(if $(UPGRADE),--upgrade) requirements/bootstrap.in -o requirements/bootstrap.txt
	$(LOCK) $(if $(UPGRADE),--upgrade) pyproject.toml -o requirements/runtime.txt
	$(LOCK) $(if $(UPGRADE),--upgrade) pyproject.toml --group dev -c requirements/runtime.txt -o requirements/dev.txt
	$(LOCK) $(if $(UPGRADE),--upgrade) pyproject.toml --group model -c requirements/runtime.txt -o requirements/model.txt

wheel: $(STAMPS)/uv ## build dist/dragoman-*.whl
	$(UV) build --quiet --wheel --no-build-isolation --python $(BIN)/python --out-dir dist

samples: $(STAMPS)/project ## write the sample PDF and DOCX again from scripts/samples
	$(BIN)/python scripts/sample_files.py

docs: $(STAMPS)/project ## write the list of tables in docs/guide/tables.md anew
	$(BIN)/python scripts/table_list.py

model: setup $(MODEL)/stamps/model ## train the encoder on corpus/ anew (some gigabytes in .venv-model, hours on two cores)
	$(MODEL)/bin/python -m training.train --epochs 4 --without ways codes world prose --out build/first.pt
	$(MODEL)/bin/python -m training.train --epochs 4 --without prose --out build/second.pt
	$(MODEL)/bin/python -m training.train --epochs 9 --without prose --out build/third.pt
	$(MODEL)/bin/python -m training.average build/mean.pt build/first.pt build/second.pt build/third.pt
	$(MODEL)/bin/python -m training.train --start build/mean.pt --epochs 4 --rate 1e-4 --out build/all.pt
	$(MODEL)/bin/python -m training.train --start build/mean.pt --epochs 4 --rate 1e-4 --seed 7 --without prose --out build/acts.pt
	$(MODEL)/bin/python -m training.average build/whole.pt build/mean.pt build/all.pt build/acts.pt
	$(MODEL)/bin/python -m training.train --start build/whole.pt --only said --epochs 8 --rate 2e-4 --out build/said.pt
	$(MODEL)/bin/python -m training.train --start build/said.pt --epochs 2 --rate 7e-5 --seed 11 --out build/fourth.pt
	$(MODEL)/bin/python -m training.train --start build/fourth.pt --epochs 2 --rate 8e-5 --seed 23 --out build/fifth.pt
	$(MODEL)/bin/python -m training.average build/mixed.pt build/said.pt build/said.pt build/said.pt build/fourth.pt build/fifth.pt
	$(MODEL)/bin/python -m training.train --start build/mixed.pt --only pairs --epochs 4 --rate 6e-5 --out build/encoder.pt
	$(MODEL)/bin/python -m training.export build/encoder.pt
	$(MAKE) likeness
	$(BIN)/python -m training.confidence --write
	$(MAKE) figures

likeness: setup ## index the texts of corpus/ anew for the encoder, for `dragoman explain` (minutes)
	$(BIN)/python -m training.likeness

figures: setup ## print how well the encoder reads the part of corpus/ kept from it
	$(BIN)/python -m training.measure --docs

bench: setup ## time coding beside the bare language pipeline on NEWS=file (JSON Lines)
	$(BIN)/python -m benchmarks.reading $(NEWS)

agreement: setup ## print how far the two annotations of corpus/ agree
	$(BIN)/python -m training.agreement

clean: ## remove .venv, caches and what was built; records stay
	rm -rf $(VENV) $(MODEL) dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find src tests scripts -name __pycache__ -type d -prune -exec rm -rf {} +

# An environment whose Python has gone, or that was moved here with the folder, is made anew.
$(if $(wildcard $(STAMPS)),$(shell scripts/bootstrap --check $(VENV) || rm -rf $(STAMPS)))

$(STAMPS)/uv: requirements/bootstrap.txt scripts/bootstrap
	@scripts/bootstrap $(VENV)
	@mkdir -p $(STAMPS) && touch $@

$(STAMPS)/runtime: requirements/runtime.txt $(STAMPS)/uv
	@scripts/install $(VENV) requirements/runtime.txt
	@touch $@

$(STAMPS)/dev: requirements/dev.txt $(STAMPS)/runtime
	@scripts/install $(VENV) requirements/dev.txt
	@touch $@

$(STAMPS)/project: pyproject.toml src/dragoman/version.py $(STAMPS)/runtime
	@$(UV) pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --editable .
	@touch $@

$(MODEL)/stamps/model: requirements/model.txt $(STAMPS)/uv
	@scripts/bootstrap $(MODEL)
	@scripts/install $(MODEL) requirements/model.txt
	@$(MODEL)/bin/uv pip install --quiet --python $(MODEL)/bin/python --no-deps --no-build-isolation --editable .
	@mkdir -p $(@D) && touch $@

# Places are looked up in a file made once from the GeoNames package (seconds); later runs only open it.
$(STAMPS)/gazetteer: $(STAMPS)/project
	@$(BIN)/python scripts/warm.py
	@touch $@
