import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer, type Server, type Socket } from 'node:net';
import { AnswerFilter, ClientMessageReader } from './messages.ts';
import { type Client, type Session, Turns } from './turns.ts';

export type WireServerOptions = {
  session: Session;
  /** What PGlite answers to a startup message; the same for every client, because they share its one session. */
  greeting: Buffer;
  /** Asked of every client before it is greeted. */
  password: string;
  maxConnections: number;
  idleInTransactionMs: number;
  /** The session itself failed (out of memory, a damaged directory): nothing can be answered any more. */
  onFailure: (error: unknown) => void;
};

export type WireServer = {
  listen(address: { path: string } | { port: number; host: string }): Promise<void>;
  /** Port listened on, 0 for a Unix socket. */
  port(): number;
  clients(): number;
  /** Refuses new clients, tells the present ones why, and hangs up on them. */
  close(): Promise<void>;
};

/** Serves the PostgreSQL protocol over one database session that all clients share in turns. */
export function createWireServer(options: WireServerOptions): WireServer {
  const turns = new Turns(options.session, options.idleInTransactionMs, options.onFailure);
  const sockets = new Set<Socket>();
  const server = createServer(socket => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    serveClient(socket, turns, options);
  });
  server.maxConnections = options.maxConnections;
  return {
    listen: address => listen(server, address),
    port: () => {
      const address = server.address();
      return address !== null && typeof address === 'object' ? address.port : 0;
    },
    clients: () => sockets.size,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        for (const socket of sockets) {
          socket.write(CLOSING);
          socket.destroySoon();
        }
      }),
  };
}

function listen(server: Server, address: { path: string } | { port: number; host: string }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(address, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** ErrorResponse, as PostgreSQL gives it when an administrator stops it (57P01). */
const CLOSING = errorResponse({ S: 'FATAL', V: 'FATAL', C: '57P01', M: 'the server is closing' });

function errorResponse(fields: Readonly<Record<string, string>>): Buffer {
  const text = Object.entries(fields).map(([name, value]) => `${name}${value}\0`);
  const body = Buffer.from(`${text.join('')}\0`);
  const head = Buffer.alloc(5);
  head.write('E');
  head.writeInt32BE(4 + body.length, 1);
  return Buffer.concat([head, body]);
}

/** AuthenticationCleartextPassword; it goes over a private socket or the loopback address only. */
const PASSWORD_REQUEST = Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 3]);

function isPassword(message: Uint8Array, password: string): boolean {
  const given = createHash('sha256').update(message.subarray(5, -1)).digest();
  return message[0] === 0x70 && timingSafeEqual(given, createHash('sha256').update(password).digest());
}

function serveClient(socket: Socket, turns: Turns, options: WireServerOptions): void {
  let admitted = false;
  const reader = new ClientMessageReader();
  const client: Client = {
    send: bytes => {
      if (socket.writable) socket.write(bytes);
    },
    disconnect: () => socket.destroy(),
    waiting: [],
    answers: new AnswerFilter(),
    gone: false,
  };
  socket.setNoDelay(true);
  socket.on('data', piece => {
    try {
      for (const message of reader.push(piece)) {
        if (message.type === 'startup') client.send(PASSWORD_REQUEST);
        else if (message.type === 'tls-request') client.send(Buffer.from('N'));
        else if (message.type === 'cancel' || message.type === 'X') socket.end();
        else if (admitted) turns.add(client, message);
        else if (isPassword(message.bytes, options.password)) {
          admitted = true;
          client.send(options.greeting);
        } else socket.destroy();
      }
    } catch {
      // Not the PostgreSQL protocol: nothing sensible can be answered.
      socket.destroy();
    }
  });
  // A reset by the client is followed by 'close', which is where it is dealt with.
  socket.on('error', () => undefined);
  socket.on('close', () => turns.leave(client));
}
