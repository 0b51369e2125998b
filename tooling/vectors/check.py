"""Compares every vector with what Apache Thrift's Python library writes. Needs `pip install thrift==0.25.0`."""

import base64
import json
import pathlib
import re
import sys
import uuid

from thrift.Thrift import TType
from thrift.protocol.TBinaryProtocol import TBinaryProtocol
from thrift.protocol.TCompactProtocol import TCompactProtocol
from thrift.protocol.THeaderProtocol import THeaderProtocol
from thrift.protocol.TJSONProtocol import TJSONProtocol
from thrift.transport.TTransport import TFramedTransport, TMemoryBuffer

SCALARS = {
    "bool": (TType.BOOL, "writeBool", bool),
    "i8": (TType.BYTE, "writeByte", int),
    "i16": (TType.I16, "writeI16", int),
    "i32": (TType.I32, "writeI32", int),
    "i64": (TType.I64, "writeI64", int),
    "double": (TType.DOUBLE, "writeDouble", float),
    "string": (TType.STRING, "writeString", str),
    "binary": (TType.STRING, "writeBinary", bytes.fromhex),
    "uuid": (TType.UUID, "writeUuid", uuid.UUID),
}
MESSAGE_TYPES = {"call": 1, "reply": 2, "exception": 3, "oneway": 4}
PROTOCOLS = {
    "binary": lambda t: TBinaryProtocol(t, strictWrite=True),
    "binary-old": lambda t: TBinaryProtocol(t, strictWrite=False),
    "compact": TCompactProtocol,
    "json": TJSONProtocol,
}


def wire_type(shape):
    if isinstance(shape, str):
        return SCALARS[shape][0]
    kinds = {"list": TType.LIST, "set": TType.SET, "map": TType.MAP, "struct": TType.STRUCT}
    return next(kinds[kind] for kind in shape)


def write(p, shape, value):
    if isinstance(shape, str):
        _, method, convert = SCALARS[shape]
        getattr(p, method)(convert(value))
    elif "struct" in shape:
        write_struct(p, shape["struct"], value)
    elif "map" in shape:
        key_shape, value_shape = shape["map"]
        p.writeMapBegin(wire_type(key_shape), wire_type(value_shape), len(value))
        for key, item in value:
            write(p, key_shape, key)
            write(p, value_shape, item)
        p.writeMapEnd()
    else:
        kind = "List" if "list" in shape else "Set"
        of = shape[kind.lower()]
        getattr(p, f"write{kind}Begin")(wire_type(of), len(value))
        for item in value:
            write(p, of, item)
        getattr(p, f"write{kind}End")()


def write_struct(p, fields, value):
    p.writeStructBegin("S")
    for field in fields:
        if field["name"] in value:
            p.writeFieldBegin(field["name"], wire_type(field["type"]), field["id"])
            write(p, field["type"], value[field["name"]])
            p.writeFieldEnd()
    p.writeFieldStop()
    p.writeStructEnd()


def write_entry(p, entry):
    message = entry.get("message")
    if message:
        p.writeMessageBegin(message["name"], MESSAGE_TYPES[message["type"]], message["seqid"])
    write(p, entry["type"], entry["value"])
    if message:
        p.writeMessageEnd()


def written(entry, encoding):
    buffer = TMemoryBuffer()
    write_entry(PROTOCOLS[encoding](buffer), entry)
    return buffer.getvalue()


def from_hex(text):
    return bytes.fromhex(text.replace("|", " "))


def parse_json(text):
    """Python's library writes `nan` and `inf` bare and leaves some control characters as they are, which is no JSON."""
    text = re.sub(r"(?<=[,\[:])(-?)inf(?=[,\]}])", r'"\1Infinity"', text)
    return json.loads(re.sub(r"(?<=[,\[:])nan(?=[,\]}])", '"NaN"', text), strict=False)


def same_json(ours, theirs):
    """It also writes base64 with padding, and 17 digits of a double. All the rest must be equal, in the same order."""
    if isinstance(theirs, float):
        return float(ours) == theirs
    if isinstance(theirs, list):
        return len(ours) == len(theirs) and all(map(same_json, ours, theirs))
    if isinstance(theirs, dict):
        return same_json(list(ours), list(theirs)) and same_json(list(ours.values()), list(theirs.values()))
    if isinstance(theirs, str) and theirs.endswith("="):
        return base64.b64decode(ours + "=" * (-len(ours) % 4)) == base64.b64decode(theirs)
    return ours == theirs


def check(entry, encoding, encoded):
    theirs = written(entry, encoding)
    if "hex" in encoded:
        return theirs == from_hex(encoded["hex"])
    return same_json(json.loads(encoded["text"]), parse_json(theirs.decode()))


def framed(frame, entry):
    buffer = TMemoryBuffer()
    if frame["name"] == "framed":
        transport = TFramedTransport(buffer)
        write_entry(PROTOCOLS[frame["protocol"]](transport), entry)
        transport.flush()
    else:
        p = THeaderProtocol(buffer, None)
        for name, value in frame["headers"].items():
            p.set_header(name.encode(), value.encode())
        p.trans.sequence_id = entry["message"]["seqid"]
        write_entry(p, entry)
        p.trans.flush()
    return buffer.getvalue()


def main():
    here = pathlib.Path(__file__).parent
    load = lambda name: json.loads((here / name).read_text())
    entries = load("structs.json") + load("messages.json")
    checked, wrong = 0, []
    for entry in entries:
        for encoding, encoded in entry["encodings"].items():
            if encoding not in PROTOCOLS:
                continue
            checked += 1
            if not check(entry, encoding, encoded):
                wrong.append(f"{entry['name']}, {encoding}: {written(entry, encoding)!r}")
    by_name = {entry["name"]: entry for entry in entries}
    for frame in load("frames.json"):
        checked += 1
        if framed(frame, by_name[frame["of"]]) != from_hex(frame["hex"]):
            wrong.append(f"{frame['name']}: {framed(frame, by_name[frame['of']]).hex()}")
    print(f"{checked} checked, {len(wrong)} differ", *wrong, sep="\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
