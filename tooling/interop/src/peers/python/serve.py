"""Servers: one for each service, or a multiplexed one for all."""

import importlib
import json
import socket
import threading

from thrift.server.TServer import TThreadedServer
from thrift.TMultiplexedProcessor import TMultiplexedProcessor

import handlers
import wire


def serve(settings, description):
    processors = {name: processor(description, name, handler) for name, handler in handlers.make(description).items()}
    if settings["multiplexed"]:
        together = TMultiplexedProcessor()
        for name, one in processors.items():
            together.registerProcessor(name, one)
        port = start(settings, together)
        ports = {name: port for name in processors}
    else:
        ports = {name: start(settings, one) for name, one in processors.items()}
    print("ready " + json.dumps(ports), flush=True)
    threading.Event().wait()


def processor(description, name, handler):
    module = description["services"][name]["module"]
    return importlib.import_module(module + "." + name).Processor(handler)


def start(settings, processor):
    port = free_port()
    accepting = wire.server_socket(settings, port)
    # Before the thread, so that clients may connect at once.
    accepting.listen()
    accepting.listen = lambda: None
    server = TThreadedServer(
        processor, accepting, wire.transport_factory(settings), wire.protocol_factory(settings), daemon=True
    )
    threading.Thread(target=server.serve, daemon=True).start()
    return port


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
