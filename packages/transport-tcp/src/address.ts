/** `tcp://127.0.0.1:9090`, `tls://[::1]:9090`. */
export function hostAddress(scheme: "tcp" | "tls", host: string | undefined, port: number | undefined): string {
  if (host === undefined || port === undefined) return `${scheme}://unknown`;
  // How a socket for both families sees peers of the older one.
  const plain = host.startsWith("::ffff:") ? host.slice(7) : host;
  return plain.includes(":") ? `${scheme}://[${plain}]:${port}` : `${scheme}://${plain}:${port}`;
}

/** `unix:/run/thrift.sock`; a name without a file, which begins with a zero, is shown as the system's tools do, `unix:@name`. */
export function pathAddress(path: string): string {
  return `unix:${path.startsWith("\0") ? `@${path.slice(1)}` : path}`;
}
