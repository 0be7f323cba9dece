"""Prints the first free TCP port of this machine, from the one given on."""

from __future__ import annotations

import socket
import sys

TRIED = 50


def is_free(port: int) -> bool:
    """True when a server could listen on 127.0.0.1 at `port`."""
    with socket.socket() as probe:
        # As servers do: a port that only waits for its last connection to fade is free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def main() -> int:
    """The exit code: 0, or 1 when no port was free."""
    text = sys.argv[1] if len(sys.argv) > 1 else ""
    if not text.isdigit() or not 1024 <= int(text) <= 65535:
        sys.stderr.write(f"port {text!r}: expected a number from 1024 to 65535\n")
        return 1
    first = int(text)
    for port in range(first, min(first + TRIED, 65536)):
        if is_free(port):
            sys.stdout.write(f"{port}\n")
            return 0
    sys.stderr.write(f"no free port from {first} on; name another: make run PORT=9000\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
