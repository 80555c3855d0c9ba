import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { Button, Popconfirm, Segmented } from 'antd';
import { Note } from '../../../ui/desk/states.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { QrCode } from '../../../ui/desk/qr-code.tsx';
import type { CardPrint } from './people-api.ts';
import './card-paper.css';

type Size = 'card' | 'ten' | 'a4';
const sizes = [
  { value: 'a4' as const, label: 'A4 一张，贴墙上' },
  { value: 'ten' as const, label: 'A4 一张印 10 张卡，裁开' },
  { value: 'card' as const, label: '卡片大小的纸' },
];
const pages: Record<Size, string> = {
  a4: 'size: A4 portrait; margin: 0',
  ten: 'size: A4 portrait; margin: 12mm 17mm',
  card: 'size: 86mm 54mm; margin: 0',
};

/** Household cards on paper. Their codes stand here this once; whoever closes them unprinted issues others. */
export function CardPaper({ papers, onClose }: { papers: CardPrint[]; onClose: () => void }) {
  const [size, setSize] = useState<Size>(papers.length > 1 ? 'ten' : 'a4');
  const [isPrinted, printed] = useState(false);
  useEffect(() => {
    const done = (): void => printed(true);
    window.addEventListener('afterprint', done);
    return () => window.removeEventListener('afterprint', done);
  }, []);
  const close = (
    <Button {...(isPrinted ? { onClick: onClose } : {})} icon={<Icon name="close" size="xs" />}>
      关上
    </Button>
  );
  return createPortal(
    <div className="card-paper" role="dialog" aria-modal="true" aria-label="打印一户一码">
      <style>{`@page { ${pages[size]} }`}</style>
      <div className="card-tools">
        <Segmented aria-label="纸的大小" value={size} options={sizes} onChange={setSize} />
        <Button type="primary" autoFocus icon={<Icon name="print" size="xs" />} onClick={() => window.print()}>
          打印{papers.length > 1 && ` ${papers.length} 户`}
        </Button>
        {isPrinted ? (
          close
        ) : (
          <Popconfirm
            title="还没有打印就关上？"
            description="卡上的码只在这里出现这一次。关上以后要再打，就重新发一张。"
            okText="关上"
            cancelText="先不"
            onConfirm={onClose}
          >
            {close}
          </Popconfirm>
        )}
        <Note tone="due">码只出现这一次，打好当面交给本人。第一次扫码要网格员核对。</Note>
      </div>
      <div className={`cards-${size}`}>
        {papers.map((paper) =>
          size === 'a4' ? (
            <WallSheet key={paper.card.id} paper={paper} />
          ) : (
            <PocketCard key={paper.card.id} paper={paper} />
          ),
        )}
      </div>
    </div>,
    document.body,
  );
}

function WallSheet({ paper }: { paper: CardPrint }) {
  const { contact } = paper;
  return (
    <article className="wall-sheet">
      <p className="community">{paper.areaName}</p>
      <h1>有事扫一扫</h1>
      <QrCode text={paper.url} label="这户的码" />
      <p className="whose">{[paper.householdLabel, paper.personName].filter(Boolean).join('　')}</p>
      <ol>
        <li>用手机扫上面的码</li>
        <li>说一句，或者拍一张</li>
        <li>有人给您回话</li>
      </ol>
      {contact.worker && (
        <p className="call">
          也可以直接打电话给网格员 <b>{contact.worker.name}</b>
          <br />
          <strong>{contact.telephone ?? contact.officeTelephone ?? ''}</strong>
          {contact.hours && <small>{contact.hours}</small>}
        </p>
      )}
      <p className="emergency">
        {contact.emergency.map((one) => (
          <span key={one.number}>
            {one.name} <b>{one.number}</b>
          </span>
        ))}
      </p>
      <p className="code">扫不了就打开 {addressOf(paper)}</p>
      <p className="lost">卡丢了请告诉社区，马上停用，换一张新的。</p>
    </article>
  );
}

function PocketCard({ paper }: { paper: CardPrint }) {
  const { contact } = paper;
  return (
    <article className="pocket-card">
      <QrCode text={paper.url} label="这户的码" />
      <div>
        <p className="community">{paper.areaName} · 一户一码</p>
        <h1>有事扫一扫</h1>
        <p className="whose">{[paper.householdLabel, paper.personName].filter(Boolean).join(' ')}</p>
        {contact.worker && (
          <p>
            网格员 {contact.worker.name}
            <br />
            <b>{contact.telephone ?? contact.officeTelephone ?? ''}</b>
          </p>
        )}
        <p className="code">{paper.code}</p>
      </div>
    </article>
  );
}

/** The same address to type, in groups of letters. */
function addressOf({ url, code }: CardPrint): string {
  return `${new URL(url).host}/card/${code}`;
}
