"""`main.py serve|call SETTINGS`: a server that says `ready PORTS`, or a client that says a line for each case."""

import json
import logging
import os
import sys
import threading

import values
from call import call
from serve import serve


def end_with_parent():
    """The parent keeps our input open as long as it lives."""
    sys.stdin.read()
    os._exit(0)


def main():
    role, settings = sys.argv[1], json.loads(sys.argv[2])
    # What the library logs of errors that are part of the test.
    logging.disable(logging.CRITICAL)
    threading.Thread(target=end_with_parent, daemon=True).start()
    with open(settings["description"]) as file:
        description = json.load(file)
    values.load(description["structs"])
    (serve if role == "serve" else call)(settings, description)


main()
