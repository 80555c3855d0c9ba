import type { ReactNode } from 'react';
import type { MatterDetail } from '#contract/matters';
import { clockTime, shanghaiDate } from '#shared/time';
import { useSession } from '../../../../lib/desk/session.tsx';
import { QrCode } from '../../../../ui/desk/qr-code.tsx';

type Props = {
  matter: MatterDetail;
  title: string;
  /** Where the sheet goes. */
  goes: string;
  page: number;
  pages: number;
  children: ReactNode;
};

/** A sheet of A4: unit, title, number and code above; who printed and where it goes below. */
export function Paper({ matter, title, goes, page, pages, children }: Props) {
  const { me, area, ancestors, now, demo } = useSession();
  const above = area.id === matter.areaId ? ancestors.map((one) => one.name).join('') : '';
  return (
    <article className="a4" aria-label={`${title} ${matter.number}`}>
      <header className="hd">
        <div>
          <div className="org">
            <span className="seal" aria-hidden="true">
              里
              <br />仁
            </span>
            {above}
            {'　'}
            <b>{matter.areaName}</b>
          </div>
          <h1>{title}</h1>
          <p className="no">
            编号 <b>{matter.number}</b>
            {'　　'}工作法：{matter.method.name.zh}
            {matter.methodVariant && `（${matter.methodVariant}的改法）`}
          </p>
        </div>
        <div className="qr">
          <QrCode text={new URL(matter.publicUrl, location.origin).href} label="进度查询码" />
          扫码看进度
          <br />
          查询码 {matter.traceCode}
        </div>
      </header>
      {children}
      <footer className="ft">
        <span>
          打印：{me.name} {shanghaiDate(now())} {clockTime(now())}
        </span>
        <span>{goes}</span>
        <span className="end">
          {demo ? '演示数据　' : ''}第 {page} 页 共 {pages} 页
        </span>
      </footer>
    </article>
  );
}
