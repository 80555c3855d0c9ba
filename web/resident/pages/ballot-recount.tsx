import type { ReactNode } from 'react';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { ballotHref } from '../../features/ballots/ballot-words.ts';
import { api, need } from '../../lib/api.ts';
import { Bar } from '../../ui/bar.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Empty } from '../../ui/parts.tsx';
import '../../features/ballots/ballots.css';

declare const __RECOUNT__: string;
declare const __RECOUNT_WORKER__: string;

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const path = { areaId: params.areaId ?? '', ballotId: params.id ?? '' };
  const asked = api(context).GET('/api/v1/areas/{areaId}/ballots/{ballotId}', { params: { path } });
  const { id, areaId, title, secret, closesName, recordHash, recordUrl } = await need(asked, request);
  return { id, areaId, title, secret, closesName, recordHash, recordUrl };
}

export const meta = ({ data }: { data?: { title: string } }): { title: string }[] => [
  { title: data ? `自己算一遍 · ${data.title}` : '自己算一遍' },
];

/** The visitor's own phone downloads the record and counts it. Nothing here says who asks: the phone may keep the page. */
export default function BallotRecount(): ReactNode {
  const ballot = useLoaderData<typeof loader>();
  const here = ballotHref(ballot);
  return (
    <>
      <Bar title="自己算一遍" back={here} />
      <main id="main" className="wrap">
        <h1 className="vote-q">{ballot.title}</h1>
        {ballot.recordHash && ballot.recordUrl ? (
          <Room hash={ballot.recordHash} record={ballot.recordUrl} secret={ballot.secret} />
        ) : (
          <Empty
            picture="abacus"
            title="还没到算的时候"
            line={`${ballot.closesName} 截止，之后公布全部记录，就能在这里自己算一遍。`}
            to={here}
            word="回到表决"
          />
        )}
      </main>
    </>
  );
}

function Room({ hash, record, secret }: { hash: string; record: string; secret: boolean }): ReactNode {
  return (
    <div
      data-part="recount"
      data-record={record}
      data-hash={hash}
      data-worker={__RECOUNT_WORKER__}
      data-keeper="/recount-keeper.js"
      data-scope="/v/"
    >
      <div className="card pic">
        <img src="/illustrations/abacus.svg" alt="" width="360" height="204" />
        <span className="mock">示意图</span>
      </div>
      <p className="soft gap">
        您的手机把全部记录下载下来，核对校验码，再一票一票重新加，按规则走一遍。不靠我们说，也不用信我们。
      </p>
      <div className="script gap">
        <label className="label" htmlFor="recount-receipt">
          {secret ? '回执号' : '回执号，或者选票号'}（可以不填）
        </label>
        <input
          id="recount-receipt"
          data-part="receipt"
          className="field num"
          autoComplete="off"
          autoCapitalize="characters"
          maxLength={80}
          placeholder="填了，就帮您找到自己那一票"
        />
        <button type="button" data-part="count" className="btn go wide big gap">
          开始算
        </button>
      </div>
      <p className="card warm pad gap no-script">
        这一步要用手机里的脚本，您的浏览器没有打开它。也可以把记录下载下来，在电脑上用 sha256sum
        算出校验码，和下面这串比一比。
      </p>
      <section data-part="verdict" role="status" aria-live="polite" hidden />
      <section className="card pad gap">
        <h2>公布的校验码</h2>
        <p className="hash gap">
          <b>{hash.slice(0, 8)}</b>
          {hash.slice(8, -8)}
          <b>{hash.slice(-8)}</b>
        </p>
        <p className="hint gap">楼道里贴的结果公示上印着同一串，对一对头八位和末八位。</p>
        <a className="link" href={record} download="表决记录.txt">
          <Icon name="download" size="s" />
          把记录存成文件
        </a>
      </section>
      <label className="recount-drop gap script" data-part="drop">
        <b>用存下来的文件算</b>
        <span className="hint">点这里选文件，或者把文件拖进来。没有网络也能算。</span>
        <input type="file" className="sr" data-part="file" accept=".txt,text/plain" aria-label="选一个记录文件" />
      </label>
      <p className="hint gap">算过一次，这一页和记录就留在这台手机里，断了网也能打开再算。</p>
      <script type="module" src={__RECOUNT__} />
    </div>
  );
}
