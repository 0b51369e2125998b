"""
Writes catalogue.json: the interesting values of each type, alone and in each container, after the catalogue that
fbthrift's conformance tests are made of (thrift/conformance/data/ValueGenerator.cpp). The bytes of `binary` and
`compact` are what Apache Thrift's Python library writes. Needs `pip install thrift==0.25.0`.
"""

import base64
import json
import math
import pathlib
import struct
import sys

from thrift.protocol.TBinaryProtocol import TBinaryProtocol
from thrift.protocol.TCompactProtocol import CTYPES, TCompactProtocol, writer

from check import PROTOCOLS, SCALARS, written



class WithFloat(TBinaryProtocol):
    """What fbthrift adds to the binary protocol."""

    def writeFloat(self, value):
        self.trans.write(struct.pack(">f", value))


class FbthriftCompact(TCompactProtocol):
    """What fbthrift has otherwise in the compact protocol."""

    def put(self, value, form):
        self.trans.write(struct.pack(form, value))

    writeDouble = writer(lambda self, value: self.put(value, ">d"))
    writeFloat = writer(lambda self, value: self.put(value, ">f"))


FLOAT = 19
CTYPES[FLOAT] = 13
SCALARS["float"] = (FLOAT, "writeFloat", float)
PROTOCOLS["binary"] = WithFloat
PROTOCOLS["compact-fbthrift"] = FbthriftCompact

TINY = 5e-324
DBL_MIN, DBL_MAX, DBL_EPSILON = sys.float_info.min, sys.float_info.max, sys.float_info.epsilon
FLT_MIN, FLT_MAX, FLT_EPSILON = 2.0**-126, (2 - 2.0**-23) * 2.0**127, 2.0**-23


def as_float(value):
    return struct.unpack(">f", struct.pack(">f", value))[0]


def integers(bits):
    lowest, most = -(2 ** (bits - 1)), 2 ** (bits - 1) - 1
    return {"zero": 0, "lowest": lowest, "max": most, "one": 1, "neg_one": -1}


def reals(digits, least, most, epsilon, smallest, below_max, above_min):
    values = {
        "zero": 0.0,
        "neg_zero": -0.0,
        "lowest": -most,
        "min": least,
        "max": most,
        "max_int": 2.0**digits,
        "max_digits": 2.0**digits - 1,
        "one_tenth": 0.1,
        "min_plus_ulp": above_min,
        "max_minus_ulp": below_max,
        "one": 1.0,
        "epsilon": epsilon,
        "denorm_min": smallest,
    }
    for name in ["max_int", "max_digits", "one", "epsilon", "denorm_min"]:
        values[f"neg_{name}"] = -values[name]
    return {**values, "inf": math.inf, "neg_inf": -math.inf, "nan": math.nan}


TEXTS = {"empty": "", "lower": "a", "upper": "A", "spaces": " a ", "leading_space": " a", "trailing_space": "a "}

VALUES = {
    "bool": {"true": True, "false": False},
    "i8": integers(8),
    "i16": integers(16),
    "i32": integers(32),
    "i64": integers(64),
    "double": {
        **reals(53, DBL_MIN, DBL_MAX, DBL_EPSILON, TINY, math.nextafter(DBL_MAX, 1), math.nextafter(DBL_MIN, 1)),
        "many_digits_small": 1.9156918820264798e-56,
        "many_digits": 3788512123356.9854,
    },
    "float": {
        **reals(24, FLT_MIN, FLT_MAX, FLT_EPSILON, 2.0**-149, FLT_MAX - 2.0**104, FLT_MIN + 2.0**-149),
        "one_tenth": as_float(0.1),
    },
    "string": {**TEXTS, "word": "Hello", "latin": "Grüße", "plane_two": "𠜎", "controls": "\0\t\n\x7f", "quotes": "\"\\/'"},
    "binary": {name: text.encode().hex() for name, text in TEXTS.items()} | {"word": b"Hello".hex(), "bad_utf8": "7201ff"},
    "uuid": {
        "nil": "00000000-0000-0000-0000-000000000000",
        "max": "ffffffff-ffff-ffff-ffff-ffffffffffff",
        "mixed": "00112233-4455-6677-8899-aabbccddeeff",
    },
}
# Keys of a map and members of a set are different from each other; what is equal is left out of these.
SAME = {"neg_zero", "nan"}


def notation(kind, value):
    """A scalar in the notation of the vector files."""
    if kind == "i64":
        return str(value)
    if kind in ("double", "float"):
        special = "NaN" if math.isnan(value) else "Infinity" if value == math.inf else "-Infinity"
        if math.isnan(value) or math.isinf(value):
            return special
        return "-0" if value == 0 and math.copysign(1, value) < 0 else value
    return value


# The same, as Thrift's JSON has it.

NAMES = {"bool": "tf", "double": "dbl", "float": "flt", "string": "str", "binary": "str", "uuid": "uid"}


def json_number(value):
    """The shortest digits that give the double again, with the exponent where JavaScript has one."""
    if value == 0:
        return "-0" if math.copysign(1, value) < 0 else "0"
    mantissa, _, power = repr(value).partition("e")
    sign, mantissa = ("-", mantissa[1:]) if mantissa.startswith("-") else ("", mantissa)
    whole, _, fraction = mantissa.partition(".")
    fraction = "" if fraction == "0" else fraction
    significant = (whole + fraction).lstrip("0")
    exponent = int(power or 0) + len(whole) - (len(whole + fraction) - len(significant))
    text = significant.rstrip("0")
    if 0 < exponent <= 21:
        text = text.ljust(exponent, "0")
        return sign + text[:exponent] + (f".{text[exponent:]}" if len(text) > exponent else "")
    if -6 < exponent <= 0:
        return f"{sign}0.{'0' * -exponent}{text}"
    rest = f".{text[1:]}" if len(text) > 1 else ""
    return f"{sign}{text[0]}{rest}e{'+' if exponent > 0 else '-'}{abs(exponent - 1)}"


def json_scalar(kind, value, is_key=False):
    if kind == "bool":
        text = "1" if value else "0"
    elif kind in ("double", "float"):
        if math.isnan(value) or math.isinf(value):
            return json.dumps(notation(kind, value))
        text = json_number(value)
    elif kind == "binary":
        return json.dumps(base64.b64encode(bytes.fromhex(value)).decode().rstrip("="))
    elif kind in ("string", "uuid"):
        return json.dumps(value, ensure_ascii=False)
    else:
        text = str(value)
    return f'"{text}"' if is_key else text


def json_name(shape):
    if isinstance(shape, str):
        return NAMES.get(shape, shape)
    return {"list": "lst", "set": "set", "map": "map", "struct": "rec"}[next(iter(shape))]


def json_value(shape, value):
    if isinstance(shape, str):
        return json_scalar(shape, value)
    if "map" in shape:
        key, item = shape["map"]
        pairs = [f"{json_scalar(key, k, True)}:{json_value(item, v)}" for k, v in value]
        return f'["{json_name(key)}","{json_name(item)}",{len(value)},{{{",".join(pairs)}}}]'
    of = next(iter(shape.values()))
    items = "".join(f",{json_value(of, item)}" for item in value)
    return f'["{json_name(of)}",{len(value)}{items}]'


def json_struct(fields, values):
    parts = [f'"{f["id"]}":{{"{json_name(f["type"])}":{json_value(f["type"], values[f["name"]])}}}' for f in fields]
    return f'{{{",".join(parts)}}}'


def written_value(shape, value):
    """What `check.py` takes: its notation of a value."""
    if isinstance(shape, str):
        return notation(shape, value)
    if "map" in shape:
        return [[written_value(shape["map"][0], k), written_value(shape["map"][1], v)] for k, v in value]
    return [written_value(next(iter(shape.values())), item) for item in value]


def idl_type(shape):
    if isinstance(shape, str):
        return shape
    if "map" in shape:
        return f"map<{shape['map'][0]}, {idl_type(shape['map'][1])}>"
    return f"{next(iter(shape))}<{idl_type(next(iter(shape.values())))}>"


def entry(name, fields, values):
    shape = [{"id": i + 1, "name": name, "type": kind} for i, (name, kind) in enumerate(fields.items())]
    members = " ".join(f"{field['id']}: {idl_type(field['type'])} {field['name']}" for field in shape)
    made = {
        "name": name,
        "idl": f"struct S {{ {members} }}",
        "type": {"struct": shape},
        "value": {name: written_value(kind, values[name]) for name, kind in fields.items()},
    }
    made["encodings"] = encodings(made, json_struct(shape, values))
    return made


def encodings(made, text):
    kinds = json.dumps(made["type"])
    result = {"binary": {"hex": written(made, "binary").hex()}}
    if '"float"' not in kinds:
        result["compact"] = {"hex": written(made, "compact").hex()}
    if '"uuid"' not in kinds:
        result["compact-fbthrift"] = {"hex": written(made, "compact-fbthrift").hex()}
    return result | {"json": {"text": text}}


def contained(kind, values):
    items = list(values.values())
    distinct = [value for name, value in values.items() if name not in SAME]
    few = items[:1]
    return {
        "list_of_none": ({"list": kind}, []),
        "list_of_one": ({"list": kind}, few),
        "list_of_all": ({"list": kind}, items),
        "set_of_none": ({"set": kind}, []),
        "set_of_one": ({"set": kind}, few),
        "set_of_all": ({"set": kind}, distinct),
        "map_of_none": ({"map": [kind, kind]}, []),
        "map_from_all": ({"map": [kind, "i8"]}, [[value, i] for i, value in enumerate(distinct)]),
        "map_to_all": ({"map": ["i8", kind]}, [[i, value] for i, value in enumerate(items)]),
        "lists_of_lists": ({"list": {"list": kind}}, [[], few, items]),
    }


def main():
    entries = []
    for kind, values in VALUES.items():
        entries.append(entry(f"values of {kind}", {name: kind for name in values}, values))
        inside = contained(kind, values)
        fields = {name: shape for name, (shape, _) in inside.items()}
        entries.append(entry(f"containers of {kind}", fields, {name: value for name, (_, value) in inside.items()}))
    path = pathlib.Path(__file__).parent / "catalogue.json"
    path.write_text(json.dumps(entries, ensure_ascii=False, indent=2) + "\n")
    print(f"{len(entries)} entries")


if __name__ == "__main__":
    main()
