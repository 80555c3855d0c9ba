import { lookup } from 'node:dns/promises';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP } from 'node:net';
import { isPublicAddress } from '#platform/addresses';

/** The door through which requests leave for others. It throws a sentence without the address, which may hold a secret. */
export type Outbound = {
  /** Posts JSON and answers the body of a 2xx. */
  post(address: string, body: object): Promise<string>;
  /** Whether the operator has named this origin. */
  allows(origin: string): boolean;
};

export type OutboundOptions = {
  /** Origins (`https://robot.example.cn`) the operator has named: they may be private, and need no TLS. */
  allowed: readonly string[];
  resolve?: (host: string) => Promise<{ address: string; family: number }[]>;
  timeoutMs?: number;
};

const answerBytesMax = 64_000;
const requestBytesMax = 16_000;

/**
 * Requests over TLS to names that resolve to the open internet alone. Names are resolved here and the connection goes to the
 * address that was looked at, so that a name cannot turn to another in between. No redirect is followed.
 */
export function openOutbound(options: OutboundOptions): Outbound {
  const origins = new Set(options.allowed.map((one) => new URL(one).origin));
  const resolve = options.resolve ?? ((host: string) => lookup(host, { all: true }));
  const timeoutMs = options.timeoutMs ?? 10_000;
  return {
    allows: (origin) => origins.has(origin),
    async post(address, body) {
      const url = new URL(address);
      const isNamed = origins.has(url.origin);
      if (!isNamed && (url.protocol !== 'https:' || url.port !== '' || url.username !== '' || isAddress(url.hostname)))
        throw new Error('不是能发的网址');
      const found = isAddress(url.hostname)
        ? [{ address: plain(url.hostname), family: 0 }]
        : await resolve(url.hostname).catch(() => []);
      if (found.length === 0) throw new Error('找不到这个域名');
      if (!isNamed && !found.every((one) => isPublicAddress(one.address))) throw new Error('这个域名指向内网，不发');
      const text = JSON.stringify(body);
      if (Buffer.byteLength(text) > requestBytesMax) throw new Error('要发的太长');
      return send(url, found[0]?.address ?? '', text, timeoutMs);
    },
  };
}

const plain = (host: string): string => host.replace(/^\[|\]$/g, '');
const isAddress = (host: string): boolean => isIP(plain(host)) > 0;

function send(url: URL, address: string, text: string, timeoutMs: number): Promise<string> {
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((done, failed) => {
    const signal = AbortSignal.timeout(timeoutMs);
    const asking = request({
      host: address,
      port: url.port || (url.protocol === 'https:' ? 443 : 80),
      servername: isAddress(url.hostname) ? '' : url.hostname,
      path: `${url.pathname}${url.search}`,
      method: 'POST',
      agent: false,
      signal,
      headers: { host: url.host, 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) },
    });
    asking.on('error', () => failed(new Error(signal.aborted ? '对方太久没有回应' : '连不上对方')));
    asking.on('response', (answer) => {
      const { statusCode = 0 } = answer;
      let said = '';
      answer.setEncoding('utf8');
      answer.on('data', (chunk: string) => {
        said += chunk;
        if (said.length <= answerBytesMax) return;
        failed(new Error('对方的回答太长'));
        asking.destroy();
      });
      answer.on('error', () => failed(new Error('对方的回答断了')));
      answer.on('end', () =>
        statusCode >= 200 && statusCode < 300 ? done(said) : failed(new Error(`对方回答 ${statusCode}`)),
      );
    });
    asking.end(text);
  });
}
