"""Values of Apache's library from plain JSON, and back, by the types of the description."""

import base64
import importlib
import math

from thrift.Thrift import TFrozenDict

_structs = {}


def load(structs):
    for name, struct in structs.items():
        module = importlib.import_module(struct["module"] + ".ttypes")
        fields = {field["name"]: field["type"] for field in struct["fields"]}
        _structs[name] = (getattr(module, name), fields)


def class_of(name):
    return _structs[name][0]


def struct(name, plain):
    cls, fields = _structs[name]
    return cls(**{key: native(fields[key], value) for key, value in plain.items()})


def native(type, plain, hashable=False):
    """What is in a set or is a key must be hashable."""
    if isinstance(type, str):
        return _scalar(type, plain)
    kind = type[0]
    if kind == "struct":
        return struct(type[1], plain)
    if kind == "list":
        items = [native(type[1], item, hashable) for item in plain]
        return tuple(items) if hashable else items
    if kind == "set":
        items = [native(type[1], item, True) for item in plain]
        return frozenset(items) if hashable else set(items)
    pairs = {native(type[1], key, True): native(type[2], value, hashable) for key, value in plain}
    return TFrozenDict(pairs) if hashable else pairs


def _scalar(type, plain):
    if type == "i64":
        return int(plain)
    if type == "double":
        return float(plain)
    if type == "binary":
        return base64.b64decode(plain)
    if type == "uuid":
        import uuid

        return uuid.UUID(plain)
    return plain


def plain(type, value):
    if isinstance(type, str):
        return _plain_scalar(type, value)
    kind = type[0]
    if kind == "struct":
        fields = _structs[type[1]][1]
        present = ((name, of, getattr(value, name, None)) for name, of in fields.items())
        return {name: plain(of, item) for name, of, item in present if item is not None}
    if kind == "map":
        return [[plain(type[1], key), plain(type[2], item)] for key, item in value.items()]
    return [plain(type[1], item) for item in value]


def _plain_scalar(type, value):
    if type in ("i64", "uuid"):
        return str(value)
    if type == "binary":
        return base64.b64encode(value).decode()
    if type == "double":
        return _plain_double(value)
    return value


def _plain_double(value):
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "Infinity" if value > 0 else "-Infinity"
    if value == 0 and math.copysign(1, value) < 0:
        return "-0"
    return value
