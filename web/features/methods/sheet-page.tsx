import { useEffect, useLayoutEffect, useRef } from 'react';
import { useParams } from 'react-router';
import { Button } from 'antd';
import { dayName } from '#shared/time';
import { refusedOf } from '../../lib/desk/api.ts';
import { useSession } from '../../lib/desk/session.tsx';
import { QrCode } from '../../ui/desk/qr-code.tsx';
import { RefusedPage, Waiting } from '../../ui/desk/states.tsx';
import { Icon } from '../../ui/icon.tsx';
import { MethodDrawing } from './diagram/drawing.tsx';
import { levelNames, useMethod, type Method } from './methods-api.ts';
import { SourceCard } from './source-card.tsx';
import { StepTable } from './step-table.tsx';
import './methods.css';
import './sheet.css';

/** A method on one sheet of paper (明白卡), for the wall of the office: who does what by when, what is asked and published. */
export function MethodSheetPage() {
  const { id = '' } = useParams();
  const { area } = useSession();
  const method = useMethod(id, area.id);
  const name = method.data?.name.zh;
  useEffect(() => {
    if (name) document.title = `${name} · ${area.name}`;
  }, [name, area.name]);
  const refused = refusedOf(method.error);
  if (refused) return <RefusedPage refused={refused} retry={() => void method.refetch()} />;
  if (!method.data) return <Waiting />;
  return (
    <>
      <p className="sheet-tools">
        <Button type="primary" icon={<Icon name="print" size="xs" />} onClick={() => window.print()}>
          打印
        </Button>
        <span className="mute sm">A4 横向，一张</span>
      </p>
      <Sheet method={method.data} />
    </>
  );
}

/** What an A4 sheet holds between its margins, in pixels of the page. */
const sheetHeight = 718;

function Sheet({ method }: { method: Method }) {
  const { area, me, now } = useSession();
  const sheet = useRef<HTMLElement>(null);
  // A method with more to say is set smaller: it stays one sheet.
  useLayoutEffect(() => {
    const here = sheet.current;
    if (!here) return;
    here.style.setProperty('zoom', '1');
    here.style.setProperty('zoom', String(Math.min(1, sheetHeight / here.scrollHeight)));
  }, [method]);
  return (
    <main className="method-sheet" ref={sheet}>
      <header>
        <h1>{method.name.zh}</h1>
        <p>
          {area.name} · {levelNames[method.level] ?? ''} · {editionOf(method)}
        </p>
      </header>
      <p className="sheet-promise">{method.promise.zh}。</p>
      <MethodDrawing method={method} />
      {method.diagram.anytime.length > 0 && (
        <p className="sheet-anytime">
          中途还可以：{method.diagram.anytime.map((way) => `${way.label} → ${way.to}`).join('；')}
        </p>
      )}
      <StepTable method={method} />
      <Rights method={method} />
      <SourceCard method={method} />
      <footer>
        {me.name} {dayName(now(), now())}打印
      </footer>
    </main>
  );
}

/** Who may read, what is published, who may object, and where to read it on a phone. */
function Rights({ method }: { method: Method }) {
  const { area } = useSession();
  const address = `${window.location.origin}/w/${area.id}/${method.id}`;
  return (
    <section className="sheet-rights">
      <div>
        <h2>公开什么</h2>
        <ul>
          {[...method.published, method.reads].map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </div>
      <div>
        <h2>谁可以提意见</h2>
        <ul>
          {method.objections.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </div>
      <div className="sheet-qr">
        <QrCode text={address} label="这个工作法的网页" />
        <p>手机扫码看全文</p>
      </div>
    </section>
  );
}

function editionOf({ version, variant, adopted }: Method): string {
  if (variant) return `第 ${version} 版，${variant.areaName}的改法：${variant.changes.join('；')}`;
  return `第 ${version} 版${adopted ? '' : ' · 还没有采用'}`;
}
