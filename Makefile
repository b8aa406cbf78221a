# Every target makes what it lacks and may be repeated. Needs Python 3.11+ and network to package registries, once.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
GONGKAI_HOME ?= var
NAME ?= all
PORT ?= 8000
DEMO ?= 1
LOCK := uv pip compile -q --python-version 3.11 --universal --generate-hashes --no-emit-index-url --no-header

unexport PYTHONDONTWRITEBYTECODE  # what is compiled once is kept

.PHONY: help start scale fonts test test-postgres lint types layers check bench proof lock clean
help:  ## print the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(VENV)/installed-run: requirements/build.txt requirements/run.txt pyproject.toml
	@echo "==> 准备运行环境 $(VENV)（第一次约一分钟）"
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(PIP) install --require-hashes -r requirements/build.txt
	@$(PIP) install --require-hashes -r requirements/run.txt
	@$(PIP) install --no-deps --no-build-isolation -e .
	-@GONGKAI_HOME=$(GONGKAI_HOME) $(BIN)/python -m gongkai.paperwork.printing.fonts requirements/fonts.txt
	@touch $@

$(VENV)/installed-test: $(VENV)/installed-run requirements/test.txt
	@echo "==> 准备测试工具"
	@$(PIP) install --require-hashes -r requirements/test.txt
	@touch $@

$(VENV)/installed-fuzz: $(VENV)/installed-test requirements/fuzz.txt
	@echo "==> 准备模糊测试工具"
	@$(PIP) install --require-hashes -r requirements/fuzz.txt
	@touch $@

$(VENV)/installed-scale: $(VENV)/installed-run requirements/scale.txt
	@echo "==> 准备 Redis 和 S3 的程序包"
	@$(PIP) install --require-hashes -r requirements/scale.txt
	@touch $@

start: $(VENV)/installed-run  ## serve site and desk on http://127.0.0.1:$PORT (8000); on an empty database the demo moves in, unless DEMO=0
	@GONGKAI_HOME=$(GONGKAI_HOME) GONGKAI_DEMO=$(DEMO) exec $(BIN)/python -m gongkai serve --port $(PORT)

scale: $(VENV)/installed-scale  ## add what Redis and S3 need

fonts: $(VENV)/installed-run  ## fetch free Chinese fonts for PDF where the system has none
	@GONGKAI_HOME=$(GONGKAI_HOME) $(BIN)/python -m gongkai.paperwork.printing.fonts requirements/fonts.txt

test: $(VENV)/installed-test  ## run every test that needs no extra server
	@$(BIN)/python -m pytest -n 2 -q $(ARGS)

NO_DATABASE := tests/law/ tests/paperwork/ tests/house/ tests/growth/
test-postgres: $(VENV)/installed-test  ## run the tests that touch the database on $$GONGKAI_DATABASE_URL
	@GONGKAI_DATABASE_URL=$${GONGKAI_DATABASE_URL:-postgres://postgres@127.0.0.1:5432/test} $(BIN)/python -m pytest -n 2 -q \
		$(filter-out $(NO_DATABASE),$(wildcard tests/*/)) $(ARGS)

lint: $(VENV)/installed-test  ## style
	@$(BIN)/ruff check . && $(BIN)/ruff format --check .

types: $(VENV)/installed-test  ## types
	@$(BIN)/mypy

layers: $(VENV)/installed-test  ## imports go down only
	@$(BIN)/lint-imports

check: lint types layers test  ## all of the above

bench: $(VENV)/installed-test  ## one comparison, e.g. make bench NAME=workdays
	@$(BIN)/python -m bench $(NAME)

proof: $(VENV)/installed-fuzz  ## full figures of an issue, e.g. make proof NAME=fuzz
	@$(BIN)/python -m bench.proof $(NAME)

lock:  ## renew the pinned requirements (needs uv)
	@for name in build run scale test fuzz bench; do $(LOCK) requirements/$$name.in -o requirements/$$name.txt; done
	@$(LOCK) --no-deps requirements/fonts.in -o requirements/fonts.txt

clean:  ## remove the virtual environment and caches, never var/
	@rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
