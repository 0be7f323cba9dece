"""Training for products taken in bytes: each is rounded as the network that ships rounds it.

Activations take eight bits with one scale a text, weights seven with one for each output (see
`training.export`); gradients pass through as if nothing were rounded (Bengio, Leonard and Courville
2013, the straight-through estimator; Jacob et al. 2018).
"""

from __future__ import annotations

from torch import Tensor, nn

STEPS_OF_WORDS = 255
STEPS_OF_WEIGHTS = 63


class Rounded(nn.Linear):  # type: ignore[misc]  # torch has no types here
    """A linear layer whose inputs, (texts, words, size), and weights are rounded."""

    def forward(self, words: Tensor) -> Tensor:
        """The product, as bytes give it."""
        return nn.functional.linear(_words(words), _weights(self.weight), self.bias)


def rounded(module: nn.Module) -> None:
    """Makes every linear layer inside `module` a rounded one; its weights stay what they are."""
    for layer in module.modules():
        if type(layer) is nn.Linear:
            layer.__class__ = Rounded


def _words(words: Tensor) -> Tensor:
    given = words.detach().float()
    low = given.amin((1, 2), keepdim=True).clamp(max=0.0)
    high = given.amax((1, 2), keepdim=True).clamp(min=0.0)
    step = ((high - low) / STEPS_OF_WORDS).clamp(min=1e-8)
    return words + ((given / step).round() * step - given)


def _weights(weights: Tensor) -> Tensor:
    given = weights.detach().float()
    step = (given.abs().amax(1, keepdim=True) / STEPS_OF_WEIGHTS).clamp(min=1e-8)
    return weights + ((given / step).round() * step - given)
