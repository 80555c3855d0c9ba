import type { HistoryEntry, LineStep, MatterDetail } from '#contract/matters';
import { momentName, shanghaiDate, shanghaiParts, clockTime } from '#shared/time';
import { useSession } from '../../../../lib/desk/session.tsx';
import { Paper } from './paper.tsx';

const weekdays = ['日', '一', '二', '三', '四', '五', '六'];
const linesToWrite = 4;

/** `2026-11-12（周四）19:26`, for paper that is read on another day. */
export function onPaper(instant: string): string {
  return `${shanghaiDate(instant)}（周${weekdays[shanghaiParts(instant).weekday] ?? ''}）${clockTime(instant)}`;
}

/** A limit at 00:00 ends the day before, at 24:00. */
export function limitOnPaper(instant: string): string {
  const { hour, minute } = shanghaiParts(instant);
  const endsDay = hour === 0 && minute === 0;
  const shown = endsDay ? new Date(new Date(instant).getTime() - 1) : new Date(instant);
  const parts = shanghaiParts(shown);
  return `${parts.month} 月 ${parts.day} 日（周${weekdays[parts.weekday] ?? ''}）${endsDay ? '24:00' : clockTime(instant)}`;
}

/** 事项办理单: done steps printed, coming ones blank, the present one between thick lines. No telephone on paper. */
export function Slip({ matter, page, pages }: { matter: MatterDetail; page: number; pages: number }) {
  const grid = matter.grid?.name ?? '网格';
  return (
    <Paper matter={matter} title="事项办理单" page={page} pages={pages} goes={`办完请交回社区或拍照发给${grid}`}>
      <SlipFacts matter={matter} />
      <h2>
        步骤记录 <small>已办的由系统打印，未办的手写后由社区补录一次即可</small>
      </h2>
      <StepTable matter={matter} />
      <h2>
        办理结果 <small>写清：做了什么、用了什么料、是否要再来</small>
      </h2>
      <Result matter={matter} />
      <h2>
        居民当面确认 <small>可不签，之后手机上评也算</small>
      </h2>
      <table>
        <tbody>
          <tr>
            <th scope="row">满意度</th>
            <td>
              {matter.stars ? (
                `手机上评了 ${matter.stars} 星`
              ) : (
                <>
                  <Box first />
                  满意
                  <Box />
                  基本满意
                  <Box />
                  不满意，因为：
                </>
              )}
            </td>
          </tr>
        </tbody>
      </table>
      <div className="sg">
        <div>
          承办人签字<small>月　　日　　时　　分</small>
        </div>
        <div>
          居民签字<small>月　　日</small>
        </div>
        <div>
          社区核对（盖章）<small>月　　日</small>
        </div>
      </div>
    </Paper>
  );
}

/** What was written of the result so far, and lines for what is still to be written by hand. */
function Result({ matter }: { matter: MatterDetail }) {
  const results = resultsOf(matter);
  const isOpen = matter.status === 'open';
  const blank = isOpen ? Math.max(1, linesToWrite - results.length) : 0;
  return (
    <>
      {results.map(({ entry, text }) => (
        <p key={entry.seq} className="result">
          {text} <small>{`${entry.actorName} ${entry.label}，${onPaper(entry.at)}`}</small>
        </p>
      ))}
      {!isOpen && results.length === 0 && <p className="result">没有写下办理结果，{matter.statusName}。</p>}
      {blank > 0 && (
        <div className="lines">
          {Array.from({ length: blank }, (_, at) => (
            <div key={at} />
          ))}
        </div>
      )}
      {isOpen && <CannotTable />}
    </>
  );
}

/** Long texts that the acts after the first wrote, the earliest first; said twice, they stand once. */
function resultsOf({ history }: MatterDetail): { entry: HistoryEntry; text: string }[] {
  const said = new Set<string>();
  return history
    .filter(({ kind }) => kind === 'action')
    .sort((a, b) => a.seq - b.seq)
    .flatMap((entry) => {
      const words = entry.fields.filter(({ type, private: closed }) => type === 'longtext' && !closed);
      const fresh = words.filter(({ text }) => !said.has(text) && Boolean(said.add(text)));
      return fresh.map(({ text }) => ({ entry, text }));
    });
}

function SlipFacts({ matter }: { matter: MatterDetail }) {
  const place = matter.fields.find((field) => field.type === 'place')?.text ?? matter.place ?? '';
  const words = matter.fields.find((field) => field.type === 'longtext' && !field.private);
  const handler = matter.fields.find((field) => field.type === 'who')?.text ?? matter.waitsFor;
  const photos = matter.before.length > 0 ? `附照片 ${matter.before.length} 张（登录可看）。` : '';
  return (
    <table className="facts">
      <colgroup>
        <col style={{ width: 82 }} />
        <col />
        <col style={{ width: 82 }} />
        <col style={{ width: 250 }} />
      </colgroup>
      <tbody>
        <tr>
          <th scope="row">事项</th>
          <td colSpan={3} className="big">
            {matter.title}
          </td>
        </tr>
        <tr>
          <th scope="row">地点</th>
          <td>
            {place}
            {matter.grid ? `（${matter.grid.name}）` : ''}
          </td>
          <th scope="row">类别</th>
          <td>{matter.category ?? ''}</td>
        </tr>
        <tr>
          <th scope="row">提出人</th>
          <td>{matter.reporter ? `${matter.reporter.name}　电话不上纸，登录可拨打` : '未留名'}</td>
          <th scope="row">提出时间</th>
          <td>
            {onPaper(matter.createdAt)}，{matter.channelName}
          </td>
        </tr>
        <tr>
          <th scope="row">承办</th>
          <td>
            <b>{handler}</b>
          </td>
          <th scope="row">本步期限</th>
          <td className="big">{matter.dueAt ? limitOnPaper(matter.dueAt) : matter.dueText}</td>
        </tr>
        <tr>
          <th scope="row">情况</th>
          <td colSpan={3} className="words">
            {words ? `“${words.text}”` : ''}
            {photos}
          </td>
        </tr>
      </tbody>
    </table>
  );
}

function StepTable({ matter }: { matter: MatterDetail }) {
  return (
    <table className="stp">
      <colgroup>
        <col style={{ width: 48 }} />
        <col style={{ width: 62 }} />
        <col style={{ width: 204 }} />
        <col style={{ width: 96 }} />
        <col style={{ width: 140 }} />
        <col />
      </colgroup>
      <thead>
        <tr>
          {['序', '步骤', '经办', '完成时间', '用时 / 时限', '备注'].map((word) => (
            <th key={word} scope="col">
              {word}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {matter.line.map((step, at) => (
          <StepRow key={step.id} step={step} at={at} matter={matter} />
        ))}
      </tbody>
    </table>
  );
}

/** The entry by which a step was left last. */
function entryOf(step: LineStep, matter: MatterDetail): HistoryEntry | undefined {
  const first = matter.line[0];
  if (first?.id === step.id) return matter.history.at(-1);
  return matter.history.find((entry) => entry.fromStep === step.label.zh && entry.toStep !== step.label.zh);
}

/** Who did it; a resident stays masked on paper. */
function doneBy(entry: HistoryEntry, matter: MatterDetail): string {
  const isReporter = entry === matter.history.at(-1) && ['resident', 'card'].includes(matter.channel);
  return `${entry.actorTitle} ${isReporter && matter.reporter ? matter.reporter.name : entry.actorName}`.trim();
}

function StepRow({ step, at, matter }: { step: LineStep; at: number; matter: MatterDetail }) {
  const { now } = useSession();
  const isDone = step.state === 'done';
  const isNow = step.state === 'now' && matter.status === 'open';
  const entry = isDone ? entryOf(step, matter) : undefined;
  const who = entry ? doneBy(entry, matter) : isNow ? matter.waitsFor : step.waitsFor || '自动';
  const limit = step.limitText ? `/ ${step.limitText}` : '';
  const used = isDone && step.usedText ? `${step.usedText} ` : isDone || !limit ? '' : '　　';
  return (
    <tr className={isNow ? 'now' : undefined}>
      <td className="c">
        {isNow ? '▶ ' : ''}
        {at + 1}
      </td>
      <td>{step.label.zh}</td>
      <td>{who}</td>
      <td>
        {isDone && step.at
          ? momentName(step.at, now()).replace(/^(今天|昨天) /, `${shanghaiDate(step.at).slice(5)} `)
          : ''}
      </td>
      <td className="c">{used || limit ? used + limit : '—'}</td>
      <td>{entry ? `${step.late ? '逾期，' : ''}${entry.label}` : ''}</td>
    </tr>
  );
}

function CannotTable() {
  return (
    <table>
      <tbody>
        <tr>
          <th scope="row">用料</th>
          <td />
          <th scope="row">照片</th>
          <td className="shot">
            办理后至少 1 张
            <Box />
            已拍
          </td>
        </tr>
        <tr>
          <th scope="row">办不了</th>
          <td colSpan={3}>
            <Box first />
            不属本单位
            <Box />
            要延期到　　月　　日
            <Box />
            需停电或进户　　原因：
          </td>
        </tr>
      </tbody>
    </table>
  );
}

function Box({ first = false }: { first?: boolean }) {
  return <span className={first ? 'ck first' : 'ck'} aria-hidden="true" />;
}
