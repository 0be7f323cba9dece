"""The version of the package, and the name that machine-made rows carry."""

__version__ = "0.1.0"

CODER = f"dragoman {__version__}"
