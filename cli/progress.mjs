// What a visitor sees from the first second until the app answers. Plain JavaScript: nothing is installed yet.

const REFRESH_SECONDS = 2;
const HEADERS = { 'cache-control': 'no-store', 'retry-after': String(REFRESH_SECONDS), connection: 'close' };

/** @typedef {{ id: string, zh: string, en: string, state: 'waiting' | 'now' | 'done', since: number, seconds: number }} Step */

/** The steps of one start; each is waiting, under way or done. `print` gets one line when a step begins and ends. */
export function createProgress(steps, print) {
  const lines = steps.map((step) => ({ ...step, state: 'waiting', since: 0, seconds: 0 }));
  const find = (id) => lines.find((line) => line.id === id);
  return {
    lines,
    begin(id) {
      Object.assign(find(id), { state: 'now', since: Date.now() });
      print(`… ${find(id).zh}  ${find(id).en}`);
    },
    end(id) {
      const line = find(id);
      const seconds = line.state === 'now' ? (Date.now() - line.since) / 1000 : 0;
      Object.assign(line, { state: 'done', seconds });
      print(`✓ ${line.zh}  ${line.en}${seconds >= 1 ? `  ${seconds.toFixed(0)} s` : ''}`);
    },
  };
}

/**
 * Stands before the handlers of `server`: while `covers(path)` is true the progress is answered and no handler of the
 * server sees the request, whenever it was attached. `open` takes the gate away for good.
 */
export function placeGate(server, progress) {
  const emit = server.emit;
  const gate = {
    covers: (_path) => true,
    open() {
      delete server.emit;
    },
  };
  server.emit = function gated(event, ...rest) {
    if (event !== 'request' || !gate.covers(new URL(rest[0].url, 'http://localhost').pathname)) {
      return emit.call(this, event, ...rest);
    }
    answer(rest[0], rest[1], progress.lines);
    return true;
  };
  return gate;
}

function answer(request, response, lines) {
  const path = new URL(request.url, 'http://localhost').pathname;
  request.resume();
  if (path === '/healthz') return send(response, 200, 'application/json', '{"status":"starting"}');
  if (request.method === 'GET' && !path.startsWith('/api/') && path !== '/readyz') {
    return send(response, 503, 'text/html; charset=utf-8', renderProgress(lines));
  }
  const now = lines.find((line) => line.state === 'now') ?? lines[0];
  const problem = {
    type: 'about:blank',
    title: 'Starting',
    status: 503,
    code: 'starting',
    detail: `里仁正在启动（${now.zh}），请稍等几秒再试。`,
    detailEn: `Liren is starting (${now.en}); try again in a few seconds.`,
  };
  return send(response, 503, 'application/problem+json', JSON.stringify(problem));
}

function send(response, status, type, body) {
  response.writeHead(status, { ...HEADERS, 'content-type': type }).end(body);
}

/** One small page: no file beside it, no script, asks again by itself. */
export function renderProgress(lines, now = Date.now()) {
  const words = { waiting: '等待', now: '进行中', done: '完成' };
  const signs = { waiting: '○', now: '●', done: '✓' };
  const items = lines.map((line) => {
    const seconds = Math.round(line.state === 'now' ? (now - line.since) / 1000 : line.seconds);
    return `<li class="${line.state}"><i aria-hidden="true">${signs[line.state]}</i><span>${line.zh}<small>${line.en}</small></span><em>${words[line.state]}${seconds > 0 ? ` ${seconds} 秒` : ''}</em></li>`;
  });
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta http-equiv="refresh" content="${REFRESH_SECONDS}"><title>里仁正在启动</title><style>
body{margin:0;min-height:100vh;display:grid;place-items:center;background:#FBF8F2;color:#22262B;font:400 18px/1.6 "PingFang SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif}
main{box-sizing:border-box;width:100%;max-width:420px;padding:24px 16px}
header{display:flex;align-items:center;gap:14px;margin-bottom:20px}
b{display:grid;place-items:center;width:52px;height:52px;background:#B5392B;color:#fff;font:700 19px/1.1 "Songti SC","Noto Serif CJK SC",serif;border-radius:6px;box-shadow:inset 0 0 0 2px #B5392B,inset 0 0 0 3px rgba(255,255,255,.55);text-align:center}
h1{margin:0;font:700 24px/1.3 "Songti SC","Noto Serif CJK SC",serif}p{margin:0;color:#4B5058;font-size:15px}
ol{margin:0;padding:4px 16px;list-style:none;background:#fff;border:1px solid #E8E0D2;border-radius:16px;box-shadow:0 2px 8px rgba(74,58,30,.06)}
li{display:flex;align-items:center;gap:12px;min-height:60px}li+li{border-top:1px solid #E8E0D2}
li span{flex:1}small{display:block;font-size:13px;line-height:1.3;color:#656870}i,em{font-style:normal}i{width:18px;text-align:center}em{font-size:14px;color:#656870}
.waiting span{color:#656870}.now span{font-weight:600}.now i,.now em{color:#93291D}.now small{font-weight:400}.done i,.done em{color:#2C5D44}
footer{margin-top:16px;color:#656870;font-size:14px}
</style></head><body><main><header><b>里<br>仁</b><div><h1>里仁正在启动</h1><p>Liren is starting</p></div></header><ol>${items.join('')}</ol><footer>这一页会自己刷新，准备好后直接进入。<br>This page refreshes by itself and opens the app when it is ready.</footer></main></body></html>`;
}
