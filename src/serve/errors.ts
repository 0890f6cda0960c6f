// What the server throws at start.

/** The address cannot be listened on; the message says what to do. */
export class ListenError extends Error {
  readonly host: string;
  readonly port: number;
  /** The system's code, such as EADDRINUSE. */
  readonly reason: string;

  constructor(options: {
    readonly host: string;
    readonly port: number;
    readonly reason: string;
    readonly cause: unknown;
  }) {
    const { host, port, reason, cause } = options;
    super(messageOf(host, port, reason), { cause });
    this.name = "ListenError";
    this.host = host;
    this.port = port;
    this.reason = reason;
  }
}

function messageOf(host: string, port: number, reason: string): string {
  if (reason === "EADDRINUSE") {
    return `port ${port} on ${host} is taken by another program; choose another with --port`;
  }
  if (reason === "EADDRNOTAVAIL") {
    return `${host} is not an address of this machine; expected one that is, such as 127.0.0.1`;
  }
  if (reason === "EACCES") return `port ${port} needs rights that this program does not have`;
  return `cannot listen on ${host}:${port} (${reason})`;
}
