# SPDX-License-Identifier: EUPL-1.2
"""Everything that must hold: style, types, the wheel as a user would install it, and the tests last."""

import concurrent.futures
import shutil
from collections.abc import Callable
from pathlib import Path

from steps import install
from steps.console import StepError, openly, quietly, step
from steps.place import BUILD, ROOT, VENV, python_of

PYTHON = python_of(VENV)
WHEELS = BUILD / "wheel"
SMOKE_VENV = BUILD / f"smoke-{VENV.name.removeprefix('.venv-')}"


def test(arguments: list[str]) -> int:
    """The command `test`: pytest has the last word when all is well; any failure makes the exit code non-zero."""
    install.for_tests()
    fast = "--fast" in arguments
    rest = [argument for argument in arguments if argument != "--fast"]
    failures = [] if rest else _before_the_tests(fast=fast)
    code = openly([PYTHON, "-m", "pytest", *_pytest_options(rest, fast=fast)], {"PYTHONDEVMODE": ""})
    if failures:
        print("\n\n".join(failures))
        print(f"\n{len(failures)} checks before the tests failed, see above.", flush=True)
    return code or (1 if failures else 0)


def bench(arguments: list[str]) -> int:
    """The command `bench`: each tests/bench/bench_NAME.py prints its figures; all of them, or those named.

    Numbers beside a name are handed on: how large the plan shall be.
    """
    install.for_tests()
    benches = sorted((ROOT / "tests" / "bench").glob("bench_*.py"))
    sizes = [argument for argument in arguments if argument.isdigit()]
    names = [argument for argument in arguments if argument not in sizes]
    chosen = [path for path in benches if not names or path.stem.removeprefix("bench_") in names]
    if not chosen:
        raise StepError(f"There is no such bench; there are: {', '.join(path.stem for path in benches)}")
    worst = 0
    for path in chosen:
        print(f"\n== {path.stem.removeprefix('bench_')}", flush=True)
        worst = max(
            worst,
            abs(
                openly(
                    [PYTHON, path, *(sizes if names else [])],
                    {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
                )
            ),
        )
    return worst


def faults(arguments: list[str]) -> int:
    """The command `faults`: harnesses of tests/faults with their full budgets, or those named, and so often.

    Each prints one line, and one more for each thing that must not be. The seed is in the line: --seed N runs it again.
    """
    install.for_tests()
    names: list[str] = []
    options: list[str] = []
    for argument in arguments:
        (options if argument.startswith("-") or argument.isdigit() else names).append(argument)
    there = [path.stem for path in sorted((ROOT / "tests" / "faults").glob("*.py")) if _is_harness(path)]
    unknown = [name for name in names if name not in there]
    if unknown:
        raise StepError(f"There is no such harness; there are: {', '.join(there)}")
    found = 0
    for name in names or there:
        found += abs(
            openly([PYTHON, "-m", f"tests.faults.{name}", *options], {"QT_QPA_PLATFORM": "offscreen"})
        )
    return 1 if found else 0


def _is_harness(path: Path) -> bool:
    return "sys.exit(main(run, " in path.read_text(encoding="utf-8")


def _pytest_options(rest: list[str], *, fast: bool) -> list[str]:
    by_hand = any(argument in {"-s", "--pdb", "-p"} or argument.startswith("-n") for argument in rest)
    options = [] if by_hand else ["-n", "2", "--dist", "loadgroup"]
    if fast:
        options += ["-m", "not slow and not network"]
    return [*options, *rest]


def _before_the_tests(*, fast: bool) -> list[str]:
    """Runs the checks on two lanes, one per processor; returns the outputs of those that failed."""
    lanes: list[list[tuple[str, Callable[[], object]]]] = [
        [("style", _style), ("layout", _layout), ("types", _types)]
    ]
    if not fast:
        lanes.append([("wheel", _wheel), ("the installed wheel", _installed_wheel)])
    with concurrent.futures.ThreadPoolExecutor(len(lanes)) as pool:
        return [failure for lane in pool.map(_lane, lanes) for failure in lane]


def _lane(checks: list[tuple[str, Callable[[], object]]]) -> list[str]:
    failures = []
    for name, check in checks:
        try:
            with step(name):
                check()
        except StepError as failure:
            failures.append(str(failure))
    return failures


def _style() -> None:
    quietly([PYTHON, "-m", "ruff", "check", "--quiet", "--output-format=concise"])


def _layout() -> None:
    quietly([PYTHON, "-m", "ruff", "format", "--check", "--quiet"])


def _types() -> None:
    quietly([PYTHON, "-m", "mypy"])


def _wheel() -> None:
    shutil.rmtree(WHEELS, ignore_errors=True)
    quietly([PYTHON, "-m", "build", "--wheel", "--no-isolation", "--outdir", WHEELS])


def _installed_wheel() -> None:
    install.fill(SMOKE_VENV, install.RUN)
    wheel = next(WHEELS.glob("*.whl"), None)
    if wheel is None:
        raise StepError("There is no wheel to install.")
    fresh = ("--force-reinstall", "--no-deps", "--no-index", "--disable-pip-version-check")
    quietly([python_of(SMOKE_VENV), "-m", "pip", "install", *fresh, wheel])
    quietly([python_of(SMOKE_VENV), ROOT / "packaging" / "smoke.py", ROOT])
