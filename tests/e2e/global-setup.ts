import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { builds, isFresh, runBuild } from '../../cli/build.mjs';
import { urlOf } from '../global-setup.ts';
import { serve, type Serving } from './serve.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Answers where the app of the browser tests runs; the first to ask starts it. */
    appDoor: string;
  }
}

type Asked = { adminUrl: string; templateName: string };

const databaseName = `liren_browser_${process.pid}`;

/** One app for all browser tests. It starts when the first of them asks, because the database server starts after this. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  let app: Promise<Serving> | undefined;
  const folder = mkdtempSync('/tmp/liren-browser-');
  const door = createServer((request, reply) => {
    void (async () => {
      try {
        if (request.url === '/said') return void reply.end((await app)?.said() ?? '');
        app ??= open(JSON.parse(await bodyOf(request)) as Asked, folder);
        reply.end((await app).address);
      } catch (error) {
        reply.writeHead(500).end((error as Error).message);
      }
    })();
  });
  await new Promise<void>((listening) => door.listen(0, '127.0.0.1', listening));
  project.provide('appDoor', `http://127.0.0.1:${(door.address() as AddressInfo).port}`);
  return async () => {
    door.close();
    await (await app?.catch(() => undefined))?.end();
    rmSync(folder, { recursive: true, force: true });
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}

/** The whole app on a database of its own beside those of the other tests. */
async function open({ adminUrl, templateName }: Asked, folder: string): Promise<Serving> {
  for (const build of builds) if (!isFresh(build)) await runBuild(build);
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  await client.query(`drop database if exists ${databaseName} with (force)`);
  await client.query(`create database ${databaseName} template ${templateName}`);
  await client.end();
  return serve({ LIREN_DATA: folder, DATABASE_URL: urlOf(adminUrl, databaseName) });
}
