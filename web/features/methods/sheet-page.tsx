import { useEffect } from 'react';
import { useParams } from 'react-router';
import { Button } from 'antd';
import { dayName } from '#shared/time';
import { refusedOf } from '../../lib/desk/api.ts';
import { useSession } from '../../lib/desk/session.tsx';
import { RefusedPage, Waiting } from '../../ui/desk/states.tsx';
import { Icon } from '../../ui/icon.tsx';
import { MethodDrawing } from './diagram/drawing.tsx';
import { levelNames, useMethod, type Method } from './methods-api.ts';
import { SourceCard } from './source-card.tsx';
import { StepTable } from './step-table.tsx';
import './methods.css';
import './sheet.css';

/** A method on one sheet of paper, for the wall of the office. */
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

function Sheet({ method }: { method: Method }) {
  const { area, me, now } = useSession();
  return (
    <main className="method-sheet">
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
      <SourceCard method={method} />
      <footer>
        {me.name} {dayName(now(), now())}打印 · 全文和结果见工作台“工作法”
      </footer>
    </main>
  );
}

function editionOf({ version, variant, adopted }: Method): string {
  if (variant) return `第 ${version} 版，${variant.areaName}的改法：${variant.changes.join('；')}`;
  return `第 ${version} 版${adopted ? '' : ' · 还没有采用'}`;
}
