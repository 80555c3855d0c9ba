import { useParams } from 'react-router';
import { Button } from 'antd';
import { refusedOf } from '../../../lib/desk/api.ts';
import { Empty, RefusedPage, Waiting } from '../../../ui/desk/states.tsx';
import { QrCode } from '../../../ui/desk/qr-code.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { StoryCode } from '../../links/desk/story-code.tsx';
import { usePublicity, type DeskPublicityPage } from './publicity-api.ts';
import './sheet.css';

/** The notice for the board: A4, read standing; its days, where to object, its code and hash. */
export function PublicitySheetPage() {
  const { areaId = '', id = '' } = useParams();
  const page = usePublicity(areaId, id);
  const refused = refusedOf(page.error);
  if (refused) return <RefusedPage refused={refused} retry={() => void page.refetch()} />;
  if (!page.data) return <Waiting />;
  if (page.data.openingHash === null) return <Empty>这份公示还没有发布。发布以后再打印，纸上才有公示期和编码。</Empty>;
  return (
    <main className="board-paper">
      <p className="paper-tools no-print">
        <Button type="primary" icon={<Icon name="print" size="xs" />} onClick={() => window.print()}>
          打印
        </Button>
        <span>A4 竖向。贴好以后拍一张照片，传回这份公示。</span>
      </p>
      <Sheet page={page.data} />
    </main>
  );
}

function Sheet({ page }: { page: DeskPublicityPage }) {
  return (
    <article>
      <p className="mark">公　示</p>
      <h1>{page.title}</h1>
      <p className="where">
        {page.areaName} · {page.place}
      </p>
      {page.replaces && <p className="where">（更正后重新公示，天数重新计算）</p>}
      <dl>
        {page.shown.map(({ label, lines }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className={lines.length > 12 ? 'many' : undefined}>
              {lines.map((line, at) => (
                <span key={`${at} ${line}`}>{line}</span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      {page.body && <p className="words">{page.body}</p>}
      <section className="period">
        <p>
          公示期 <b>{page.period}</b>，共 {page.days} 整天，{page.until} 结束
        </p>
        <p>有不同意见，请在结束以前扫右下角的码提出，或到社区服务中心当面说。每条都会写明理由答复。</p>
      </section>
      <StoryCode areaId={page.areaId} kind="publicity" id={page.id} />
      <footer>
        <div>
          <p>
            公示编码 <b className="code">{page.openingShort}</b>
          </p>
          <p className="code small">{page.openingHash}</p>
          <p className="small">编码由张贴时的原文算出（SHA-256）。手机上看到的编码和这张纸上的一样，内容就没有改过。</p>
          <p className="stamp">{page.areaName}（盖章）</p>
        </div>
        <div className="scan">
          <QrCode text={page.url} label="打开这份公示" />
          <span>扫码看全文、提异议</span>
        </div>
      </footer>
    </article>
  );
}
