# Each command does all of its own set-up in .venv, from pinned and hashed requirements, and is quick the second time.
#   make demo    a small community on your own machine, to click in       make test    every test
#   make tour    the stories, played and checked, as a transcript         make check   format, lint, types, layers, sizes
#   make bench NAME=whole_test   one benchmark                            make lock    pin and hash the requirements anew
#   make pictures  those in the docs, of the demo as it is
#   make soak    kill the bot for SOAK_MINUTES, everywhere               make install the bot alone, for whoever runs it

RUN := .venv/bin/python
NAME ?= whole_test
INSTALL = -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes
LOCK = $(RUN) -m uv pip compile --quiet --no-header --universal --generate-hashes --python-version 3.11
# The command above also finds what can be upgraded: make lock LOCK_FLAGS=--upgrade
LOCK_FLAGS ?=

.PHONY: demo tour test check browser pictures bench soak lock install
.DELETE_ON_ERROR:

demo: .venv/ready
	@$(RUN) bot.py

tour: .venv/ready
	@echo "Playing the stories"
	@$(RUN) bot.py tour

test: .venv/ready-to-check
	@$(MAKE) --no-print-directory .venv/hikari/ready || echo "No hikari, so its test is skipped"
	@echo "Running every test"
	@$(RUN) -m pytest -n auto

check: .venv/ready-to-check
	@echo "Format"
	@$(RUN) -m ruff format --check --quiet .
	@echo "Lint"
	@$(RUN) -m ruff check --quiet .
	@echo "Types"
	@$(RUN) -m mypy --no-error-summary
	@echo "Layers"
	@.venv/bin/lint-imports --no-cache > .venv/layers.txt || { cat .venv/layers.txt; exit 1; }
	@echo "Sizes, imports, words, requirements"
	@$(RUN) -m pytest --quiet tests/test_architecture.py

# The page is tested in a browser. Where none can be had those tests are skipped, and say why.
browser:
	@command -v chromium > /dev/null || command -v chromium-browser > /dev/null || command -v google-chrome > /dev/null || { \
	  echo "Installing Chromium, and the fonts of the reference pictures"; \
	  [ "$$(id -u)" = 0 ] && timeout 120 apt-get -qq update && DEBIAN_FRONTEND=noninteractive timeout 600 \
	    apt-get -qq install --no-install-recommends chromium fonts-dejavu-core fonts-noto-color-emoji >/dev/null 2>&1; \
	} || echo "No Chromium: the tests in a browser are skipped (on Debian, root can install it)"

pictures: .venv/ready-to-check
	@echo "Taking the pictures in docs/pictures"
	@$(RUN) -m tests.browser.album

bench: .venv/ready-to-check
	@$(RUN) -m bench $(NAME)

soak: .venv/ready-to-check
	@$(RUN) -m tests.crashing

install: .venv/ready
	@echo "Ready: .venv/bin/python bot.py"

lock: .venv/ready-to-check
	@echo "Pinning and hashing the requirements"
	@cp requirements.txt .venv/lock.txt && cp requirements-dev.txt .venv/lock-dev.txt  # what is pinned stays pinned
	@$(LOCK) $(LOCK_FLAGS) requirements.in -o .venv/lock.txt
	@{ sed 's/^[^#]/# &/' requirements.in; echo; cat .venv/lock.txt; } > requirements.txt
	@$(LOCK) $(LOCK_FLAGS) requirements-dev.in -o .venv/lock-dev.txt
	@{ sed 's/^[^#]/# &/' requirements-dev.in; echo; cat .venv/lock-dev.txt; } > requirements-dev.txt
	@$(LOCK) $(LOCK_FLAGS) requirements-foreign.in -o .venv/lock-foreign.txt
	@{ sed 's/^[^#]/# &/' requirements-foreign.in; echo; cat .venv/lock-foreign.txt; } > requirements-foreign.txt

.venv/ready: requirements.txt | $(RUN)
	@echo "Installing what runs the bot into .venv"
	@$(RUN) $(INSTALL) -r requirements.txt
	@touch $@

.venv/ready-to-check: requirements-dev.txt | .venv/ready
	@echo "Installing what checks it into .venv"
	@$(RUN) $(INSTALL) -r requirements-dev.txt
	@touch $@

.venv/hikari/ready: requirements-foreign.txt | $(RUN)
	@echo "Installing another library's bot into .venv/hikari"
	@$(RUN) -m venv .venv/hikari
	@.venv/hikari/bin/python $(INSTALL) -r requirements-foreign.txt
	@touch $@

$(RUN):
	@for python in python3.13 python3.12 python3.11 python3; do \
	  $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue; \
	  echo "Making .venv with $$($$python -V)"; exec $$python -m venv .venv; \
	done; echo "No Python 3.11 or newer is on the PATH. Install one, then run make again." >&2; exit 1
