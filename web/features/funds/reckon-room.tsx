import type { ReactNode } from 'react';
import { Icon } from '../../ui/icon.tsx';
import '../ballots/ballots.css';

export type Reckoned = {
  /** Where the bundle is, and the hash of its last month's account as it hangs on the board. */
  bundle: string;
  hash: string;
  /** The scripts of the page: its own, and the one that adds beside it. */
  script: string;
  worker: string;
  /** What it may also add up, with its words. */
  other: { to: string; word: string };
};

/** 自己算一遍 for accounts: the visitor's own phone downloads the bundle and adds it up. Nothing here says who asks. */
export function ReckonRoom({ bundle, hash, script, worker, other }: Reckoned): ReactNode {
  return (
    <div
      data-part="recount"
      data-kind="accounts"
      data-record={bundle}
      data-hash={hash}
      data-worker={worker}
      data-keeper="/recount-keeper.js"
      data-scope="/f/"
    >
      <div className="card pic gap">
        <img src="/illustrations/abacus.svg" alt="" width="360" height="204" />
        <span className="mock">示意图</span>
      </div>
      <p className="soft gap">
        您的手机（或者电脑）把每一笔账下载下来，一分一分地重新加，看和公布的一样不一样；用这笔钱办的事，表决够不够数、公示满没满天数，也一起核对。
      </p>
      <button type="button" data-part="count" className="btn go wide big gap script">
        开始算
      </button>
      <p className="card warm pad gap no-script">
        这一步要用手机里的脚本，您的浏览器没有打开它。也可以把账目下载下来，在电脑上用任何表格软件或者校验程序自己加。
      </p>
      <section data-part="verdict" role="status" aria-live="polite" hidden />
      <section className="card pad gap">
        <h2>账单编码</h2>
        <p className="hash gap">
          <b>{hash.slice(0, 8)}</b>
          {hash.slice(8, -8)}
          <b>{hash.slice(-8)}</b>
        </p>
        <p className="hint gap">公示栏里贴的账单上印着同一串，对一对头八位。</p>
        <a className="link" href={bundle} download="账目.txt">
          <Icon name="download" size="s" />
          把账目存成文件
        </a>
      </section>
      <label className="recount-drop gap script" data-part="drop">
        <b>用存下来的文件算</b>
        <span className="hint">点这里选文件，或者把文件拖进来。没有网络也能算。</span>
        <input type="file" className="sr" data-part="file" accept=".txt,text/plain" aria-label="选一个账目文件" />
      </label>
      <p className="gap">
        <a className="link" href={other.to}>
          {other.word}
        </a>
      </p>
      <p className="hint gap">算过一次，这一页和账目就留在这台手机里，断了网也能打开再算。</p>
      <script type="module" src={script} />
    </div>
  );
}
