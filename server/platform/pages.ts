import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { createRequestHandler, type ServerBuild } from 'react-router';

export type PagesOptions = {
  /** Holds the server build, `index.js`. */
  buildDir: string;
  /** Folders served as they are, and whether the names in them change with their content. */
  files: { prefix: string; folder: string; immutable: boolean }[];
  /** Single files at an address of their own, asked for anew each time they are opened. */
  singles: { path: string; file: string; type: string }[];
  /** Single-page builds: one file answers its path and everything below it. */
  shells: { path: string; file: string }[];
  /** Other hosts whose pictures the single-page builds may show. */
  pictureHosts?: string[];
  /** What the pages are told besides how to ask the API: the time, the public address. */
  makeContext(request: FastifyRequest): Record<string, unknown>;
};

const formLimitBytes = 60_000_000;

/** Serves the server-rendered pages at every address nothing else has taken; they ask the API in process. */
export async function registerPages(app: FastifyInstance, options: PagesOptions): Promise<void> {
  const build = (await import(pathToFileURL(join(options.buildDir, 'index.js')).href)) as ServerBuild;
  const handle = createRequestHandler(build, 'production');
  for (const { prefix, folder, immutable } of options.files) {
    const kept = immutable ? { immutable, maxAge: '365d' } : { maxAge: '1d' };
    await app.register(fastifyStatic, { root: folder, prefix, preCompressed: true, decorateReply: false, ...kept });
  }
  for (const { path, file, type } of options.singles)
    app.get(path, async (_request, reply) =>
      reply
        .type(type)
        .header('cache-control', 'no-cache')
        .send(await readFile(file)),
    );
  for (const { path, file } of options.shells) {
    for (const url of [path, `${path}/*`])
      app.get(url, async (_request, reply) => sendShell(reply, file, options.pictureHosts ?? []));
  }
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    scope.route({
      method: ['GET', 'POST'],
      url: '/*',
      handler: async (request, reply) => {
        if (request.url.startsWith('/api/')) return reply.callNotFound();
        const nonce = randomBytes(16).toString('base64');
        const cookies: string[] = [];
        const context = { ...options.makeContext(request), nonce, fetch: fetchInside(app, request, cookies) };
        return send(request, reply, { nonce, cookies, answer: await handle(toWeb(request), context) });
      },
    });
  });
}

/** The page of a single-page build, read anew: it may be built while the server runs already. */
async function sendShell(reply: FastifyReply, file: string, pictureHosts: string[]): Promise<FastifyReply> {
  const page = await readFile(file);
  return reply
    .type('text/html; charset=utf-8')
    .header(
      'content-security-policy',
      `default-src 'self'; style-src 'self' 'unsafe-inline'; img-src ${[`'self' data: blob:`, ...pictureHosts].join(' ')}; base-uri 'none'; object-src 'none'; frame-ancestors 'self'`,
    )
    .send(page);
}

function toWeb(request: FastifyRequest): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) if (value) headers.set(name, String(value));
  const url = `${request.protocol}://${request.host}${request.url}`;
  if (request.method !== 'POST') return new Request(url, { method: request.method, headers });
  const sizeBytes = Number(headers.get('content-length') ?? Number.NaN);
  if (!(sizeBytes <= formLimitBytes)) throw Object.assign(new Error('form too large'), { statusCode: 413 });
  const body = Readable.toWeb(request.body as Readable) as ReadableStream;
  return new Request(url, { method: 'POST', headers, body, duplex: 'half' } as RequestInit);
}

/** `fetch` without a socket: as the same person, with the cookies of the answers gathered for the page's own. */
function fetchInside(app: FastifyInstance, page: FastifyRequest, cookies: string[]): typeof fetch {
  return async (input, init) => {
    const asked = new Request(input, init);
    // As if through a proxy on this machine: the API must see who asks from where, and whether over TLS.
    const headers: Record<string, string> = {
      ...Object.fromEntries(asked.headers),
      host: page.host,
      'x-forwarded-for': page.ip,
      'x-forwarded-proto': page.protocol,
    };
    for (const name of ['cookie', 'user-agent', 'sec-fetch-site'])
      if (page.headers[name]) headers[name] = String(page.headers[name]);
    const { pathname, search } = new URL(asked.url);
    const payload = asked.body ? Buffer.from(await asked.arrayBuffer()) : undefined;
    const answer = await app.inject({
      method: asked.method as 'GET',
      url: `${pathname}${search}`,
      headers,
      remoteAddress: '127.0.0.1',
      ...(payload ? { payload } : {}),
    });
    cookies.push(...[answer.headers['set-cookie'] ?? []].flat());
    const type = String(answer.headers['content-type'] ?? '');
    const body = answer.statusCode === 204 ? null : new Uint8Array(answer.rawPayload);
    return new Response(body, { status: answer.statusCode, headers: { 'content-type': type } });
  };
}

async function send(
  request: FastifyRequest,
  reply: FastifyReply,
  made: { answer: Response; nonce: string; cookies: string[] },
): Promise<FastifyReply> {
  const own = `'self' 'nonce-${made.nonce}'`;
  reply
    .status(made.answer.status)
    .header(
      'content-security-policy',
      `default-src 'self'; script-src ${own}; style-src ${own}; img-src 'self' data: blob:; media-src 'self' blob:; ` +
        `base-uri 'none'; object-src 'none'; form-action 'self'; frame-ancestors 'self'`,
    );
  for (const [name, value] of made.answer.headers) if (name !== 'set-cookie') reply.header(name, value);
  for (const cookie of [...made.cookies, ...made.answer.headers.getSetCookie()]) reply.header('set-cookie', cookie);
  const body = Buffer.from(await made.answer.arrayBuffer());
  if (body.length < 1000 || !/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) return reply.send(body);
  return reply
    .header('content-encoding', 'gzip')
    .header('vary', 'accept-encoding')
    .send(gzipSync(body, { level: 5 }));
}
