"""What the servers do: Apache's test by its contract, and the lab."""

import json
import time

import values


class ThriftTest:
    def testVoid(self):
        pass

    def echo(self, thing):
        return thing

    testString = testBool = testByte = testI32 = testI64 = testDouble = testBinary = testUuid = echo
    testStruct = testNest = testMap = testStringMap = testSet = testList = testEnum = testTypedef = echo

    def testMapMap(self, hello):
        return {-4: {-n: -n for n in range(1, 5)}, 4: {n: n for n in range(1, 5)}}

    def testInsanity(self, argument):
        return {1: {2: argument, 3: argument}, 2: {6: values.struct("Insanity", {})}}

    def testMulti(self, arg0, arg1, arg2, arg3, arg4, arg5):
        thing = {"string_thing": "Hello2", "byte_thing": arg0, "i32_thing": arg1, "i64_thing": arg2}
        return values.struct("Xtruct", thing)

    def testException(self, arg):
        if arg == "Xception":
            raise values.struct("Xception", {"errorCode": 1001, "message": arg})
        if arg == "TException":
            raise ValueError("undeclared")

    def testMultiException(self, arg0, arg1):
        if arg0 == "Xception":
            raise values.struct("Xception", {"errorCode": 1001, "message": "This is an Xception"})
        if arg0 == "Xception2":
            thing = {"string_thing": "This is an Xception2"}
            raise values.struct("Xception2", {"errorCode": 2002, "struct_thing": thing})
        return values.struct("Xtruct", {"string_thing": arg1})

    def testOneway(self, secondsToSleep):
        time.sleep(secondsToSleep)


class SecondService:
    def secondtestString(self, thing):
        return 'testString("%s")' % thing


def seen(type, seen_type, value):
    """The value, and what it was taken for."""
    return values.class_of(seen_type)(value=value, text=json.dumps(values.plain(["struct", type], value)))


class Lab:
    def __init__(self, widened):
        self.widened = widened
        self.note_ = ""

    def add(self, a, b):
        return a + b

    def nothing(self):
        pass

    def see(self, value):
        return seen("Thing", "Seen", value)

    def echo(self, value):
        return value

    text = bytes = narrow = echo

    def widen(self, first):
        return values.struct("Wide", {**self.widened, "first": first})

    def fail(self, how):
        if how == "declared":
            where = {"x": 1, "y": 2}
            raise values.struct("Declared", {"code": -7, "reason": "as declared", "where": where})
        if how == "other":
            raise values.struct("Other", {})
        if how == "undeclared":
            raise ValueError("undeclared")
        return 0

    def note(self, value):
        self.note_ = value

    def noted(self):
        return self.note_


class Uuids:
    def echo(self, value):
        return value

    def look(self, value):
        return seen("UuidBox", "UuidsSeen", value)


def make(description):
    return {
        "ThriftTest": ThriftTest(),
        "SecondService": SecondService(),
        "Lab": Lab(description["widened"]),
        "Uuids": Uuids(),
    }
