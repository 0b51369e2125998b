"""A client: calls each case, and says what came of it."""

import importlib
import json
import time

from thrift.Thrift import TApplicationException

import values
import wire


class Caller:
    def __init__(self, settings, description):
        self.settings = settings
        self.services = description["services"]
        self.transports = {}

    def client(self, name):
        service = self.services[name]
        wire_name = service["wireName"]
        port = self.settings["ports"][wire_name]
        transport = self.transports.get(port) or self.open(port)
        module = importlib.import_module(service["module"] + "." + name)
        return module.Client(wire.client_protocol(self.settings, transport, wire_name))

    def open(self, port):
        transport = wire.transport_factory(self.settings).getTransport(wire.client_socket(self.settings, port))
        transport.open()
        self.transports[port] = transport
        return transport

    def close(self):
        for transport in self.transports.values():
            transport.close()
        self.transports = {}

    def call(self, case):
        method = self.services[case["service"]]["methods"][case["method"]]
        try:
            # One after the other: this client waits for each answer.
            results = [self.ask(case, method, args) for args in case.get("together", [case["args"]])]
        except TApplicationException as error:
            return {"failed": error.type, "message": str(error.message)}
        except tuple(values.class_of(name) for name in method["throws"]) as error:
            name = type(error).__name__
            return {"threw": name, "value": values.plain(["struct", name], error)}
        return {"returned": results if "together" in case else results[0]}

    def ask(self, case, method, plain):
        types = {arg["name"]: arg["type"] for arg in method["args"]}
        args = {name: values.native(types[name], value) for name, value in plain.items()}
        result = getattr(self.client(case["service"]), case["method"])(**args)
        return None if method["returns"] is None else values.plain(method["returns"], result)

    def outcome(self, case):
        try:
            return self.call(case)
        except Exception as error:
            # Whatever is left on the connection belongs to this call.
            self.close()
            return {"broken": "%s: %s" % (type(error).__name__, error)}


def call(settings, description):
    caller = Caller(settings, description)
    only = set(settings["only"])
    with open(settings["cases"]) as file:
        cases = [case for case in json.load(file) if case["name"] in only]
    for case in cases:
        begun = time.monotonic()
        outcome = caller.outcome(case)
        told = {"case": case["name"], "ms": (time.monotonic() - begun) * 1000, **outcome}
        print(json.dumps(told), flush=True)
