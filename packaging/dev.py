# SPDX-License-Identifier: EUPL-1.2
"""The one door for working on Kalender: set up, run, test, measure; needs nothing but Python and pip.

    python3 packaging/dev.py run             opens the window on the sample plan
    python3 packaging/dev.py test            everything that must hold
    python3 packaging/dev.py test --fast     the same without the slow parts
    python3 packaging/dev.py test ARGS …     the tests alone, ARGS go to pytest (tests/store -k undo)
    python3 packaging/dev.py bench [NAME …]  prints the figures of tests/bench; bench scale 100000: of so many posts
    python3 packaging/dev.py faults [NAME] [N]  kills, full disks, power cuts … by the thousand; a test runs a few
    python3 packaging/dev.py setup           only installs
    python3 packaging/dev.py lock            writes packaging/lock anew from pyproject.toml (needs uv)
    python3 packaging/dev.py clean           removes what these commands made inside the clone

Each Python version gets its own .venv-VERSION, so `python3.13 packaging/dev.py test` disturbs nothing.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - whoever comes with an older one gets a sentence, not a traceback
    sys.exit("Kalender needs Python 3.11 or newer; this one is {}.{}.".format(*sys.version_info[:2]))

from steps import checks, install, lock, place, program
from steps.console import StepError


def main(arguments: list[str]) -> int:
    """Runs one command and returns the exit code; prints the usage when there is none such."""
    command, rest = (arguments[0], arguments[1:]) if arguments else ("", [])
    commands = {
        "run": program.run,
        "test": checks.test,
        "bench": checks.bench,
        "faults": checks.faults,
        "setup": install.everything,
        "lock": lock.write,
        "clean": place.clean,
    }
    if command not in commands:
        print(__doc__)
        return 0 if command in {"", "help", "-h", "--help"} else 2
    try:
        return commands[command](rest)
    except StepError as failure:
        print(f"\n{failure}", flush=True)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
