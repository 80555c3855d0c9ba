import net from 'node:net';

export type Shot = { method: 'GET' | 'POST'; path: string; token?: string; key?: string; body?: unknown };

/**
 * Fires requests over some kept connections, each sending its next when the last is answered, until the time is up.
 * Answers how many were answered and how many of them were not a success. Plain sockets: the loader must cost less than
 * what it measures.
 */
export async function load(options: {
  port: number;
  connections: number;
  seconds: number;
  next(): Shot;
}): Promise<{ answered: number; failed: number; seconds: number; firstFailure: string | null; tookMs: number[] }> {
  const start = performance.now();
  const end = start + options.seconds * 1000;
  const totals: Totals = { answered: 0, failed: 0, firstFailure: null, tookMs: [] };
  await Promise.all(Array.from({ length: options.connections }, () => fireUntil(end, options, totals)));
  return { ...totals, seconds: (performance.now() - start) / 1000 };
}

type Totals = { answered: number; failed: number; firstFailure: string | null; tookMs: number[] };

async function fireUntil(end: number, { port, next }: { port: number; next(): Shot }, totals: Totals): Promise<void> {
  const socket = net.connect({ port, host: '127.0.0.1', noDelay: true });
  const reader = readAnswers(socket);
  while (performance.now() < end) {
    const asked = performance.now();
    socket.write(requestText(next()));
    const { status, body } = await reader();
    totals.tookMs.push(performance.now() - asked);
    totals.answered += 1;
    if (status < 300) continue;
    totals.failed += 1;
    totals.firstFailure ??= `${status} ${body.slice(0, 300)}`;
  }
  socket.destroy();
}

function requestText({ method, path, token, key, body }: Shot): string {
  const text = body === undefined ? '' : JSON.stringify(body);
  const lines = [`${method} ${path} HTTP/1.1`, 'host: bench'];
  if (token) lines.push(`authorization: Bearer ${token}`);
  if (key) lines.push(`idempotency-key: ${key}`);
  if (text) lines.push('content-type: application/json', `content-length: ${Buffer.byteLength(text)}`);
  return `${lines.join('\r\n')}\r\n\r\n${text}`;
}

/** Takes whole answers off a connection, one for each request. Every server measured sends a length. */
function readAnswers(socket: net.Socket): () => Promise<{ status: number; body: string }> {
  let gathered: Buffer = Buffer.alloc(0);
  let waiting: { resolve(answer: { status: number; body: string }): void; reject(error: Error): void } | null = null;
  const take = (): void => {
    const head = gathered.indexOf('\r\n\r\n');
    if (!waiting || head === -1) return;
    const text = gathered.toString('latin1', 0, head);
    const length = Number(/content-length: (\d+)/i.exec(text)?.[1] ?? 0);
    if (gathered.length < head + 4 + length) return;
    const answer = { status: Number(text.slice(9, 12)), body: gathered.toString('utf8', head + 4, head + 4 + length) };
    gathered = gathered.subarray(head + 4 + length);
    const { resolve } = waiting;
    waiting = null;
    resolve(answer);
  };
  socket.on('data', (chunk: Buffer) => {
    gathered = gathered.length === 0 ? chunk : Buffer.concat([gathered, chunk]);
    take();
  });
  socket.on('error', (error) => waiting?.reject(error));
  socket.on('close', () => waiting?.reject(new Error('the server closed the connection')));
  return () =>
    new Promise((resolve, reject) => {
      waiting = { resolve, reject };
      take();
    });
}
