import type { FilledField, MatterDetail } from '#contract/matters';
import { useSession } from '../../../../lib/desk/session.tsx';
import { greetingOf } from './greeting.ts';
import { Paper } from './paper.tsx';
import { onPaper } from './slip.tsx';

/** The first long text of the latest act that has one: the reply once there is one, before it the result. */
function answerOf({ history }: MatterDetail): FilledField | undefined {
  const acts = history.filter(({ kind }) => kind === 'action').sort((a, b) => b.seq - a.seq);
  const texts = acts.map(({ fields }) => fields.find((field) => field.type === 'longtext' && !field.private));
  return texts.find((field) => field !== undefined);
}

/** 答复单: the answer on paper, in large type, for somebody without a phone. */
export function Reply({ matter, page, pages }: { matter: MatterDetail; page: number; pages: number }) {
  const { area } = useSession();
  const texts = matter.fields.filter((field) => field.type === 'longtext' && !field.private);
  const said = texts[0];
  const answer = answerOf(matter);
  const isOver = matter.status !== 'open';
  return (
    <Paper matter={matter} title="答复单" page={page} pages={pages} goes="请留好这张纸，扫码随时看进度">
      <section className="letter">
        <p>{greetingOf(matter.reporter?.name ?? null)}：</p>
        <p>
          您在 {onPaper(matter.createdAt)} 反映的“{matter.title}”，
          {isOver ? `已经${matter.statusName}` : `现在办到“${matter.step.label.zh}”，由 ${matter.waitsFor} 在办`}。
        </p>
        {answer ? (
          <p className="answer">{answer.text}</p>
        ) : (
          <p>还没有办理结果。{matter.dueAt ? `这一步最晚 ${onPaper(matter.dueAt)} 有回话。` : ''}</p>
        )}
        <p>不满意，或者又出现了，请拨打网格员电话，或到社区说一声。</p>
        {matter.gridWorker && (
          <p>
            {matter.grid?.name ?? ''}网格员 {matter.gridWorker.name}
            {matter.gridWorker.phone ? `　${matter.gridWorker.phone}` : ''}
          </p>
        )}
        <p className="sign">
          {matter.areaName}
          <br />
          年　　月　　日（盖章）
        </p>
      </section>
      {said && (
        <p className="original">
          您当时说的：“{said.text}”{area.id === matter.areaId ? '' : `（${matter.areaName}）`}
        </p>
      )}
      <table>
        <tbody>
          <tr>
            <th scope="row">您满意吗</th>
            <td className="stars">□ 很满意　□ 满意　□ 一般　□ 不满意，因为：</td>
          </tr>
        </tbody>
      </table>
    </Paper>
  );
}
