"""How the settings say to speak, in the words of Apache's library."""

import ssl

from thrift.protocol import TBinaryProtocol, TCompactProtocol, TJSONProtocol
from thrift.protocol.TMultiplexedProtocol import TMultiplexedProtocol
from thrift.transport import TSocket, TSSLSocket, TTransport

TIMEOUT_MS = 20000

_pure = {
    "binary": TBinaryProtocol.TBinaryProtocolFactory,
    "compact": TCompactProtocol.TCompactProtocolFactory,
    "json": TJSONProtocol.TJSONProtocolFactory,
}
_accelerated = {
    "binary": TBinaryProtocol.TBinaryProtocolAcceleratedFactory,
    "compact": TCompactProtocol.TCompactProtocolAcceleratedFactory,
}


def protocol_factory(settings):
    factories = _accelerated if settings.get("accelerated") else _pure
    return factories[settings["protocol"]]()


def transport_factory(settings):
    if settings["framing"] == "framed":
        return TTransport.TFramedTransportFactory()
    return TTransport.TBufferedTransportFactory()


def server_socket(settings, port):
    if not settings["tls"]:
        return TSocket.TServerSocket("127.0.0.1", port)
    files = settings["pemFiles"]
    return TSSLSocket.TSSLServerSocket(
        "127.0.0.1", port, certfile=files["certFile"], keyfile=files["keyFile"], cert_reqs=ssl.CERT_NONE
    )


def client_socket(settings, port):
    if not settings["tls"]:
        socket = TSocket.TSocket("127.0.0.1", port)
    else:
        files = settings["pemFiles"]
        socket = TSSLSocket.TSSLSocket("localhost", port, ca_certs=files["caFile"], cert_reqs=ssl.CERT_REQUIRED)
    socket.setTimeout(TIMEOUT_MS)
    return socket


def client_protocol(settings, transport, wire_name):
    protocol = protocol_factory(settings).getProtocol(transport)
    return TMultiplexedProtocol(protocol, wire_name) if settings["multiplexed"] else protocol
