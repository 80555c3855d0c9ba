import { useState } from 'react';
import { Button, Input } from 'antd';
import { momentName } from '#shared/time';
import { refusedOf } from '../../../lib/desk/api.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { Empty, Note, RefusedPage, Waiting } from '../../../ui/desk/states.tsx';
import { useDecideReport, useVoiceQueue, type VoiceQueue } from './topics-api.ts';

type Report = VoiceQueue['reports'][number];

/** What was reported: it stays, or is hidden with a reason. */
export function ReportsCard({ areaId }: { areaId: string }) {
  const queue = useVoiceQueue(areaId);
  const refused = refusedOf(queue.error);
  if (refused) return <RefusedPage refused={refused} retry={() => void queue.refetch()} />;
  if (!queue.data) return <Waiting />;
  const { reports } = queue.data;
  return (
    <section className="card">
      {reports.length === 0 && <Empty>没有举报。</Empty>}
      <ul>
        {reports.map((report) => (
          <Line key={report.id} areaId={areaId} report={report} />
        ))}
      </ul>
    </section>
  );
}

function Line({ areaId, report }: { areaId: string; report: Report }) {
  const { now } = useSession();
  const [reason, setReason] = useState('');
  const decide = useDecideReport(areaId);
  const refused = refusedOf(decide.error);
  const said = reason.trim();
  return (
    <li className="line talk-line">
      <p>{report.body}</p>
      <p className="mute sm">
        {report.author} 写在“{report.topicTitle}”{report.voiceId ? '下面' : ''} · {momentName(report.reportedAt, now())}{' '}
        有人举报：{report.reason}
      </p>
      {refused && <Note tone="late">{refused.detail}</Note>}
      <div className="row">
        <Button
          loading={decide.isPending}
          onClick={() => decide.mutate({ id: report.id, decision: { decision: 'keep' } })}
        >
          没有不妥，照旧
        </Button>
        <Input
          aria-label="不再公开的原因"
          placeholder="不再公开的原因（写的人会看到）"
          maxLength={300}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <Button
          danger
          disabled={said.length < 4}
          loading={decide.isPending}
          onClick={() => decide.mutate({ id: report.id, decision: { decision: 'hide', reason: said } })}
        >
          不再公开
        </Button>
      </div>
    </li>
  );
}
