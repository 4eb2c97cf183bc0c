# make help lists the targets.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/ready
QUICK := tests/words tests/dataset tests/tables tests/charts/test_plot.py

# Another language, time zone and folder than those in which the outputs were stored, and no way to a network.
ELSEWHERE := LC_ALL=ja_JP.UTF-8 TZ=Asia/Tokyo http_proxy=http://localhost:9 https_proxy=http://localhost:9 no_proxy=

# The tests' own processes fill the cores; threads of libraries would only wait for each other.
ONE_THREAD := OPENBLAS_NUM_THREADS=1 OMP_NUM_THREADS=1 POLARS_MAX_THREADS=1

.PHONY: help figures deck explorer site test suite cells quick types lab notebooks package lock clean

help:  ## list the targets
	@grep -hE '^[a-z]+:.*##' Makefile | sed -E 's/:[^#]*## /\t/' | expand -t 14

$(READY): pyproject.toml requirements.lock
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; name it: make PYTHON=python3.11")'
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	sed -n '/^uv==/,/[^\]$$/p' requirements.lock > .venv/uv.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r .venv/uv.txt
	$(BIN)/uv pip install --quiet --compile-bytecode --python $(BIN)/python --require-hashes -r requirements.lock
	$(BIN)/uv pip install --quiet --python $(BIN)/python --no-build-isolation --no-deps -e .
	touch $(READY)

figures: $(READY)  ## check the data, run the notebooks, write figures/
	$(BIN)/foip check data
	$(BIN)/foip figures

deck: $(READY)  ## write figures/foip-en.pptx and foip-ja.pptx
	$(BIN)/foip deck --folder figures

explorer: $(READY)  ## write figures/explorer.html, to explore without Python
	$(BIN)/foip explorer

site: $(READY)  ## build the pages in site/, which open without a network
	$(BIN)/python docs/make_site.py

test: $(READY)  ## run every test, doctest and notebook
	$(BIN)/ruff check . && $(BIN)/ruff format --check .
	$(MAKE) --jobs=3 types suite cells

suite: $(READY)  # the longest files first: tests/conftest.py
	$(ONE_THREAD) $(BIN)/python -m pytest -p no:nbval -n auto --dist loadfile --no-loadscope-reorder --doctest-modules foip_analysis tests

cells: $(READY)
	cd $$(mktemp -d) && $(ELSEWHERE) $(ONE_THREAD) FOIP_FIGURES=$$PWD \
		"$(CURDIR)/$(BIN)/python" -m pytest -n auto --dist loadfile --nbval --nbval-current-env "$(CURDIR)/notebooks"

quick: $(READY)  ## run the core's tests, in under a minute
	$(ONE_THREAD) $(BIN)/python -m pytest -q -p no:nbval -n auto --dist worksteal -m "not slow" $(QUICK)

types: $(READY)  ## check the types
	$(BIN)/mypy

lab: $(READY)  ## open JupyterLab in notebooks/
	cd notebooks && ../$(BIN)/jupyter lab

notebooks: $(READY)  ## run the notebooks and store their outputs
	$(BIN)/ruff format notebooks
	$(BIN)/foip notebooks

package: $(READY)  ## write data/datapackage.json and croissant.json anew
	$(BIN)/foip package data

# Versions that are locked stay, for stored outputs depend on them; "make lock UPGRADE=--upgrade" takes the newest.
lock: $(READY)  ## bring requirements.lock in step with pyproject.toml
	$(BIN)/uv pip compile --quiet $(UPGRADE) pyproject.toml --all-extras --group dev --universal --python-version 3.11 \
		--generate-hashes --no-annotate --custom-compile-command "make lock" -o requirements.lock

clean:  ## delete the environment
	rm -rf .venv
