# make help lists the targets.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/ready
EXTRAS := dev

# Another language, time zone and folder than those in which the outputs were stored, and no way to a network.
ELSEWHERE := LC_ALL=ja_JP.UTF-8 TZ=Asia/Tokyo http_proxy=http://localhost:9 https_proxy=http://localhost:9 no_proxy=

.PHONY: help figures deck explorer site test lab notebooks package lock clean

help:  ## list the targets
	@grep -hE '^[a-z]+:.*##' Makefile | sed -E 's/:[^#]*## /\t/' | expand -t 14

$(READY): pyproject.toml requirements.lock
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; name it: make PYTHON=python3.11")'
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	$(BIN)/uv pip install --quiet --python $(BIN)/python -c requirements.lock -e '.[$(EXTRAS)]'
	touch $(READY)

figures: $(READY)  ## check the data, run the notebooks, write figures/
	$(BIN)/python -m foip_analysis check data
	$(BIN)/python -m foip_analysis figures

deck: $(READY)  ## write figures/foip-en.pptx and foip-ja.pptx
	$(BIN)/python -m foip_analysis deck --folder figures

explorer: $(READY)  ## write figures/explorer.html, to explore without Python
	$(BIN)/python -m foip_analysis explorer

site: $(READY)  ## build the pages in site/, which open without a network
	$(BIN)/python docs/make_site.py

test: $(READY)  ## run every test, doctest and notebook
	$(BIN)/ruff check . && $(BIN)/ruff format --check .
	$(BIN)/python -m pytest -n auto --dist loadfile --doctest-modules foip_analysis tests
	cd $$(mktemp -d) && $(ELSEWHERE) FOIP_FIGURES=$$PWD \
		"$(CURDIR)/$(BIN)/python" -m pytest -n auto --dist loadfile --nbval --nbval-current-env "$(CURDIR)/notebooks"

lab: $(READY)  ## open JupyterLab in notebooks/
	cd notebooks && ../$(BIN)/jupyter lab

notebooks: $(READY)  ## run the notebooks and store their outputs
	$(BIN)/ruff format notebooks
	$(BIN)/python -m foip_analysis notebooks

package: $(READY)  ## write data/datapackage.json anew
	$(BIN)/python -m foip_analysis package data

lock: $(READY)  ## resolve requirements.lock anew
	$(BIN)/uv pip compile --quiet --upgrade pyproject.toml --extra $(EXTRAS) --universal --python-version 3.11 --no-annotate \
		--custom-compile-command "make lock" -o requirements.lock

clean:  ## delete the environment
	rm -rf .venv
