// `npm start`: one command from a fresh clone to a running app. Plain JavaScript that needs no package to begin with.
import { accessSync, constants, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join, resolve } from 'node:path';
import { builds, isFresh, root, runBuild } from './build.mjs';
import { install, isInstalled } from './install.mjs';
import { createProgress, placeGate } from './progress.mjs';
import { loadTypeScript } from './typescript.mjs';

const NODE_MIN = [20, 19];
const PORTS_TRIED = 100;
// The terminal sends Ctrl-C to npm and to us, and npm passes it on: the same wish twice.
const SAME_WISH_MS = 1000;
const DRAIN_MS = 2000;

const print = (line = '') => process.stdout.write(`${line}\n`);
const aborting = new AbortController();
/** What must be given back at the end. */
const held = { server: undefined, app: undefined, postgres: undefined, note: undefined };

/**
 * Installs what is missing, prepares the database, builds the pages and hands the port to the app. Ends when the app
 * answers and everything is built. `--empty`: without the demo city.
 * Refuses with a sentence for the person in front of the terminal.
 */
export async function start(args) {
  const demo = readArguments(args);
  mustBeRecentNode();
  const env = { ...process.env, LIREN_DATA: resolve(root, process.env.LIREN_DATA || 'data') };
  prepareFolder(env.LIREN_DATA);
  if (!env.DATABASE_URL) await mustBeAlone(noteOf(env));
  const server = createServer();
  held.server = server;
  const address = await listen(server, env);
  const progress = createProgress(stepsOf(demo), print);
  const gate = placeGate(server, progress);
  print(`里仁正在启动，进度见 ${address}  (starting, see the progress there)`);
  const step = async (id, work) => {
    aborting.signal.throwIfAborted();
    progress.begin(id);
    await work();
    progress.end(id);
  };
  const stale = builds.filter((build) => !isFresh(build));
  const isHome = ({ prefixes }) => prefixes.includes('/');

  await step('install', installMissing);
  await step('database', () => openDatabase(env, address));
  await step('web', () => buildAll(stale.filter(isHome)));
  await step('app', () => openApp(server, env, demo));

  const later = stale.filter((build) => !isHome(build));
  gate.covers = (path) => later.some(({ prefixes }) => prefixes.some((prefix) => path.startsWith(prefix)));
  welcome(address, demo, later);
  await buildAll(later);
  if (later.length > 0) print(`✓ ${later.map(({ zh }) => zh).join('、')}已生成  (everything is built)`);
  gate.open();
}

/** Says who runs on this data folder: one process, or several that share a database which others run. */
function noteOf(env) {
  return join(env.LIREN_DATA, env.DATABASE_URL ? `running-${env.PORT}.json` : 'running.json');
}

function stepsOf(demo) {
  return [
    { id: 'install', zh: '安装组件', en: 'Installing packages' },
    { id: 'database', zh: '准备数据库', en: 'Preparing the database' },
    { id: 'web', zh: '生成网页', en: 'Building the pages' },
    demo
      ? { id: 'app', zh: '准备演示数据', en: 'Preparing the demo city' }
      : { id: 'app', zh: '启动服务', en: 'Starting the app' },
  ];
}

function readArguments(args) {
  const unknown = args.find((argument) => argument !== '--empty');
  if (unknown !== undefined) {
    fail(
      `不认识的参数 ${unknown}。可用：--empty（不带演示数据）。`,
      `Unknown argument ${unknown}. Known: --empty (no demo data).`,
    );
  }
  return !args.includes('--empty');
}

function mustBeRecentNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > NODE_MIN[0] || (major === NODE_MIN[0] && minor >= NODE_MIN[1])) return;
  fail(
    `Node.js 是 ${process.versions.node}，需要 ${NODE_MIN.join('.')} 或更新的版本。请从 nodejs.org 安装后重新运行 npm start。`,
    `Node.js is ${process.versions.node}; ${NODE_MIN.join('.')} or newer is needed. Install it from nodejs.org, then run npm start again.`,
  );
}

/**
 * An early look, before anything is installed under a running app. What decides is a lock in the database.
 */
async function mustBeAlone(note) {
  const { pid, port, host, address } = readJson(note) ?? {};
  if (!isAlive(pid) || !(await isListening(port, host))) return;
  fail(
    `里仁已经在用这个数据文件夹运行：${address}（进程 ${pid}）。请直接打开它；要重新启动，请先在它的窗口按 Ctrl-C；要另开一个，请设置另一个 LIREN_DATA。`,
    `Liren already runs on this data folder: ${address} (process ${pid}). Open it there; to restart, press Ctrl-C in its window first; to run another one, set another LIREN_DATA.`,
  );
}

async function listen(server, env) {
  const wanted = Number(env.PORT || 8080);
  const host = env.HOST || undefined;
  if (!Number.isInteger(wanted) || wanted < 0 || wanted > 65535) {
    fail(`PORT=${env.PORT} 不是端口号（0–65535）。`, `PORT=${env.PORT} is not a port number (0–65535).`);
  }
  for (let port = wanted; port < wanted + PORTS_TRIED && port <= 65535; port++) {
    const code = await tryListen(server, port, host);
    if (code === 'EACCES') {
      fail(
        `当前用户不能使用端口 ${port}。请设置 1024 以上的 PORT。`,
        `This user may not use port ${port}. Set a PORT above 1024.`,
      );
    }
    if (code === 'EADDRINUSE') continue;
    if (code)
      fail(`不能在 ${host ?? ''}:${port} 上监听（${code}）。`, `Cannot listen on ${host ?? ''}:${port} (${code}).`);
    if (port !== wanted) print(`端口 ${wanted} 已被占用，改用 ${port}。  (Port ${wanted} is taken; using ${port}.)`);
    env.PORT = String(server.address().port);
    return `http://localhost:${env.PORT}`;
  }
  return fail(
    `端口 ${wanted} 之后的 ${PORTS_TRIED} 个端口都被占用。`,
    `The ${PORTS_TRIED} ports from ${wanted} on are all taken.`,
  );
}

function tryListen(server, port, host) {
  return new Promise((done) => {
    const refused = (error) => done(error.code);
    server.once('error', refused);
    server.listen({ port, host }, () => {
      server.off('error', refused);
      done(undefined);
    });
  });
}

function prepareFolder(folder) {
  try {
    // Under root the database runs as another user, who must get through.
    mkdirSync(folder, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
    accessSync(folder, constants.W_OK);
  } catch (error) {
    fail(
      `不能写入数据文件夹 ${folder}（${error.code}）。请换一个 LIREN_DATA，或把它的所有者改为当前用户。`,
      `Cannot write to the data folder ${folder} (${error.code}). Set another LIREN_DATA, or give the folder to this user.`,
    );
  }
}

async function installMissing() {
  if (isInstalled()) return;
  try {
    await install(aborting.signal);
  } catch (error) {
    fail(
      '组件没有装好。请检查网络（或 npm 的代理、镜像设置）后重新运行 npm start。',
      'The packages could not be installed. Check the network (or the proxy and mirror set for npm), then run npm start again.',
      error.message,
    );
  }
}

async function openDatabase(env, address) {
  await loadTypeScript();
  process.env.NODE_ENV ??= 'production';
  const { createLog } = await import('../server/platform/log.ts');
  const { openPostgres } = await import('../server/platform/postgres/open.ts');
  const { migrate } = await import('../server/platform/migrate.ts');
  held.log = createLog(env.LIREN_LOG || (process.stdout.isTTY ? 'warn' : 'info'));
  held.postgres = await openPostgres({
    dataDir: env.LIREN_DATA,
    databaseUrl: env.DATABASE_URL,
    log: held.log,
    soleHolder: `${address} pid ${process.pid}`,
  });
  held.note = noteOf(env);
  writeFileSync(held.note, JSON.stringify({ pid: process.pid, port: Number(env.PORT), host: env.HOST, address }));
  env.DATABASE_URL = held.postgres.url;
  await migrate({ url: held.postgres.url });
}

async function buildAll(list) {
  for (const build of list) {
    try {
      await runBuild(build, aborting.signal);
    } catch (error) {
      fail(
        `${build.zh}没有生成。请看下面的说明，改好后重新运行 npm start。`,
        `Building the ${build.en} failed. See below, then run npm start again.`,
        error.message,
      );
    }
  }
}

async function openApp(server, env, demo) {
  const { startApp } = await import('../server/main.ts');
  held.app = await startApp({ server, env, log: held.log, demo });
}

function welcome(address, demo, later) {
  print();
  print(`  里仁已就绪  ${address}   (ready)`);
  const local = localAddress();
  if (local && !process.env.HOST)
    print(`  同一网络的手机打开  http://${local}:${new URL(address).port}   (phones on the same network)`);
  if (later.length > 0)
    print(
      `  ${later.map(({ zh }) => zh).join('、')}还在生成，约半分钟。  (${later.map(({ en }) => en).join(', ')}: still building)`,
    );
  if (demo) printAccounts(held.app.accounts ?? []);
  if (held.app.setupCode) printSetup(address, held.app.setupCode);
  print('  按 Ctrl-C 结束  (Ctrl-C to stop)');
  print();
}

function printAccounts(accounts) {
  print('  演示账号，密码都是 liren-demo  (demo accounts, password liren-demo):');
  const width = Math.max(0, ...accounts.map(({ userName }) => userName.length));
  for (const { userName, zh } of accounts) print(`    ${userName.padEnd(width)}  ${zh}`);
}

function printSetup(address, code) {
  print(`  第一次使用，打开这个地址建立社区和管理员账号  (first use: found your community here):`);
  print(`    ${address}/setup?code=${code}`);
  print(`  开通码 ${code}，只在建立第一个管理员以前有用  (this code works until there is an administrator)`);
}

function localAddress() {
  return Object.values(networkInterfaces())
    .flat()
    .find(({ family, internal }) => family === 'IPv4' && !internal)?.address;
}

/** Stops the app, then its own PostgreSQL, and leaves. */
async function stop(code, starting) {
  aborting.abort();
  await starting.catch(() => {});
  await drain(held.server);
  for (const part of [held.app, held.postgres]) {
    await part?.stop().catch((error) => process.stderr.write(`${error.message}\n`));
  }
  leave(code);
}

/** No new requests; those under way may end, streams are cut. */
async function drain(server) {
  if (!server?.listening) return;
  await new Promise((done) => {
    setTimeout(() => server.closeAllConnections(), DRAIN_MS).unref();
    server.close(done);
    server.closeIdleConnections();
  });
}

function leave(code) {
  if (held.note) rmSync(held.note, { force: true });
  process.exit(code);
}

function fail(zh, en, details = '') {
  throw Object.assign(new Error(en), { refusal: { zh, en }, details });
}

function explain(error) {
  const { refusal, details } = error;
  const lines = refusal ? [refusal.zh, refusal.en, details] : [`里仁没有启动。  (Liren did not start.)`, error.stack];
  process.stderr.write(`\n${lines.filter(Boolean).join('\n')}\n`);
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function isAlive(pid) {
  try {
    return pid > 0 && pid !== process.pid && process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function isListening(port, host = 'localhost') {
  return new Promise((done) => {
    const socket = connect({ port, host });
    socket.setTimeout(DRAIN_MS);
    socket
      .once('connect', () => done(true))
      .once('error', () => done(false))
      .once('timeout', () => done(false));
    socket.once('connect', () => socket.destroy()).once('timeout', () => socket.destroy());
  });
}

/** Starts, obeys the terminal (Ctrl-C stops, a second one forces) and ends the process with an honest code. */
export function runFromTerminal(args) {
  let wishedAt;
  const starting = start(args);
  starting.catch((error) => {
    if (wishedAt !== undefined) return;
    wishedAt = Date.now();
    explain(error);
    void stop(1, starting);
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (wishedAt === undefined) {
        wishedAt = Date.now();
        print('\n里仁正在结束……  (stopping; once more to force)');
        void stop(0, starting);
      } else if (Date.now() - wishedAt > SAME_WISH_MS) {
        held.postgres?.abandon();
        leave(1);
      }
    });
  }
  process.on('uncaughtException', (error) => {
    explain(error);
    held.postgres?.abandon();
    leave(1);
  });
}

if (process.argv[1] && realpathSync(process.argv[1]) === import.meta.filename) runFromTerminal(process.argv.slice(2));
