"""The version of the package, and the name that machine-made rows carry."""

import os

__version__ = "0.1.0"

CODER = f"dragoman {__version__}"
# The environment variable that leaves the encoder out, and its value that does.
SWITCH, OFF = "DRAGOMAN_ENCODER", "off"


def encoder_enabled() -> bool:
    """False where the environment asks for the tables alone."""
    return os.environ.get(SWITCH, "").lower() != OFF


def coder_name() -> str:
    """The name that rows coded now carry; what the tables alone code has a name of its own."""
    return CODER if encoder_enabled() else f"{CODER} tables"
