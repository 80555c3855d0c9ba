import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useSession } from '../../lib/desk/session.tsx';
import { isTooFew, sharePercent } from '../../lib/desk/share.ts';
import { Icon } from '../../ui/icon.tsx';
import type { Method } from './methods-api.ts';

/** Twelve months of this area, each figure a door to what it counts. */
export function ResultsCard({ method }: { method: Method }) {
  const { area, can } = useSession();
  const { figures } = method;
  if (!figures) return null;
  const closed = `/matters?method=${method.id}&status=done&closedFrom=${figures.from}&closedTo=${figures.to}&sort=closed`;
  const door = (figure: number | string, to: string): ReactNode =>
    can('matter.read') && figure !== 0 ? (
      <Link className="fig" to={to}>
        {figure}
      </Link>
    ) : (
      <b>{figure}</b>
    );
  const isNew = figures.ended === 0 && figures.running === 0;
  return (
    <section className="card results">
      <h2>
        <Icon name="chart" size="xs" />
        {area.name}近 12 个月结果
        <span className="r">
          点数字看名单 · {figures.from} 至 {figures.to}
        </span>
      </h2>
      {isNew ? (
        <p className="sm mute pad">近 12 个月没有用它办过事。</p>
      ) : (
        <div className="result-row">
          <Result label="走完全程">
            {door(figures.ended, closed)}
            <small>件，在办 {door(figures.running, `/matters?method=${method.id}&status=open`)} 件</small>
          </Result>
          <Result label="按时办结">
            {door(figures.onTime, `${closed}&onTime=yes`)}
            <small>
              / {figures.ended}
              {percentTail(figures.onTime, figures.ended)}
            </small>
          </Result>
          <Result label="没出网格就办结">
            {door(figures.closedInGrid, `${closed}&inGrid=yes`)}
            <small>
              / {figures.closable}
              {percentTail(figures.closedInGrid, figures.closable)}
            </small>
          </Result>
          <Result label="提出人满意">
            {door(figures.satisfied, `${closed}&satisfied=yes`)}
            <small>
              / 评价的 {door(figures.rated, `${closed}&rated=yes`)}
              {percentTail(figures.satisfied, figures.rated)}
            </small>
          </Result>
          <Result label="从发现到反馈，一半的事不超过">
            {isTooFew(figures.ended) ? (
              <small>还不足，满 5 件再说</small>
            ) : (
              (figures.medianToReplyText && door(figures.medianToReplyText, closed)) || <b>—</b>
            )}
          </Result>
          <Result label="在用的社区">
            <a className="fig" href="#method-users">
              {method.users.length}
            </a>
          </Result>
        </div>
      )}
    </section>
  );
}

function Result({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <div className="sm mute">{label}</div>
      <div className="n">{children}</div>
    </div>
  );
}

function percentTail(part: number, whole: number): string {
  if (isTooFew(whole)) return whole === 0 ? '' : ' · 还不足';
  const percent = sharePercent(part, whole);
  return percent ? ` · ${percent}` : '';
}
