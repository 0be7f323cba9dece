"""The mean of several trainings' weights: `python -m training.average OUT WEIGHTS ...`.

Trainings from the same start that differ in length and texts lie close enough together for their
mean to be a network of its own, less sure of itself and better on texts of another kind than any
of them ("Model soups", Wortsman et al. 2022).
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch


def average(paths: list[Path]) -> dict[str, torch.Tensor]:
    """The mean of the weights in `paths`, name by name."""
    states = [torch.load(path) for path in paths]
    return {name: sum(state[name] for state in states) / len(states) for name in states[0]}


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("weights", type=Path, nargs="+")
    options = parser.parse_args()
    torch.save(average(options.weights), options.out)


if __name__ == "__main__":
    main()
