import { useState } from 'react';
import { App, Button, InputNumber } from 'antd';
import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type { Entry } from '../../../../server/modules/activities/contests/contract.ts';
import { ask, RefusedError, refusedOf, send } from '../../../lib/desk/api.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { Empty } from '../../../ui/desk/states.tsx';
import { Tag } from '../../../ui/desk/tag.tsx';
import { pictureAddress } from '../../../ui/picture.ts';
import { limitName } from '#shared/time';
import { ContestSetting } from './contest-setting.tsx';
import { useRecordChange, type Contest, type RecordPage } from './records-api.ts';

type Work = z.infer<typeof Entry>;

/** A contest at the desk: how it is judged, the works, one's own points as a juror, and the result. */
export function ContestPanel({ page }: { page: RecordPage }) {
  const base = `areas/${page.areaId}/activities/${page.id}/contest`;
  const contest = useQuery({
    queryKey: ['activities', page.areaId, 'contest', page.id],
    queryFn: () =>
      ask<Contest>(base).catch((error: unknown) => {
        if (error instanceof RefusedError && error.refused.status === 404) return null;
        throw error;
      }),
  });
  const [sets, set] = useState(false);
  if (contest.data === undefined) return null;
  if (contest.data === null || sets) {
    return <ContestSetting page={page} contest={contest.data} onDone={() => set(false)} />;
  }
  return <Shown base={base} contest={contest.data} onSet={() => set(true)} />;
}

function Shown({ base, contest, onSet }: { base: string; contest: Contest; onSet: () => void }) {
  const { message } = App.useApp();
  const { now, can } = useSession();
  const close = useRecordChange(() => send(`${base}/result`));
  const missing = contest.jurors.filter(({ judged }) => judged < contest.entries.length);
  return (
    <section className="card panel">
      <h2>
        作品
        <Tag tone={contest.stage === 'judged' ? 'ok' : 'due'}>{contest.stageName}</Tag>
        <span className="r">
          {contest.stage === 'open' && <span>{limitName(contest.entriesUntil, now())} 截止</span>}
          {contest.jurors.map(({ name, judged }) => (
            <span key={name}>
              {name} 打了 {judged}/{contest.entries.length}
            </span>
          ))}
          {contest.actions.includes('set') && (
            <button type="button" className="plain link" onClick={onSet}>
              改评审办法
            </button>
          )}
        </span>
      </h2>
      {contest.entries.length === 0 && <Empty>还没有收到作品。</Empty>}
      <div className="entry-list">
        {contest.entries.map((work) => (
          <WorkLine key={work.id} base={base} work={work} contest={contest} />
        ))}
      </div>
      {contest.actions.includes('close') && can('activity.approve') && (
        <div className="row pad">
          <span className="sp sm mute">
            {missing.length > 0 ? `还等 ${missing.map(({ name }) => name).join('、')} 打分` : '分都打完了'}
          </span>
          <Button
            type="primary"
            loading={close.isPending}
            onClick={() =>
              close.mutate(undefined, {
                onSuccess: () => void message.success('结果公布了，交作品的人会收到消息'),
                onError: (error) => void message.error(refusedOf(error)?.detail ?? '没有办成'),
              })
            }
          >
            公布结果
          </Button>
        </div>
      )}
    </section>
  );
}

function WorkLine({ base, work, contest }: { base: string; work: Work; contest: Contest }) {
  return (
    <article>
      {work.picture && <img src={pictureAddress(work.picture)} alt="" width="250" height="188" loading="lazy" />}
      <p>
        <b>《{work.title}》</b> {work.honour && <Tag tone="ok">{work.honour}</Tag>}
      </p>
      <p className="sm mute">
        {work.number} 号 · {work.band} · {work.signed}
        {work.judged !== null && ` · ${work.judged} 人打过分`}
        {work.meanTenths !== null && ` · 平均 ${(work.meanTenths / 10).toFixed(1)} 分`}
      </p>
      {contest.actions.includes('score') && !work.mine && <Points base={base} work={work} contest={contest} />}
    </article>
  );
}

function Points({ base, work, contest }: { base: string; work: Work; contest: Contest }) {
  const { message } = App.useApp();
  const [points, setPoints] = useState<(number | null)[]>(work.myPoints ?? contest.criteria.map(() => null));
  const score = useRecordChange(() => send(`${base}/entries/${work.id}/score`, { method: 'PUT', body: { points } }));
  return (
    <div className="entry-points">
      {contest.criteria.map((one, at) => (
        <label key={one.name}>
          {one.name}（0—{one.points}）
          <InputNumber
            size="small"
            min={0}
            max={one.points}
            precision={0}
            value={points[at] ?? null}
            onChange={(value) => setPoints(points.map((old, index) => (index === at ? value : old)))}
          />
        </label>
      ))}
      <Button
        size="small"
        disabled={points.some((one) => one === null)}
        loading={score.isPending}
        onClick={() =>
          score.mutate(undefined, {
            onSuccess: () => void message.success('记下了，公布前别的评委看不到'),
            onError: (error) => void message.error(refusedOf(error)?.detail ?? '没有办成'),
          })
        }
      >
        {work.myPoints ? '改分' : '打分'}
      </Button>
    </div>
  );
}
