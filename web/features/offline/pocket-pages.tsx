import type { ReactNode } from 'react';
import { Form } from 'react-router';
import type { DutyItem } from '#contract/duties';
import type { MatterDetail } from '#contract/matters';
import { clockTime, limitName } from '#shared/time';
import type { AttendanceList } from '../../../server/modules/activities/attendance/contract.ts';
import { DoorList } from '../activities/door-list.tsx';
import { TodayDoors, type Door } from '../activities/today-doors.tsx';
import { DutyFields } from '../duties/duty-fields.tsx';
import { keepsDuty } from '../duties/keeps-duty.ts';
import { dutyField, fieldsOf, waitingOf, type DutyRound } from '../duties/rounds.ts';
import { TodayDuties } from '../duties/today-duties.tsx';
import { GridHandle } from '../matters/grid-handle.tsx';
import { GridJob, LimitTag } from '../matters/grid-job.tsx';
import { keepsReport } from '../matters/grid-keep.ts';
import { nothingTyped } from '../matters/grid-fields.tsx';
import { AtOnceFields, GridReportFields } from '../matters/grid-report-fields.tsx';
import type { Reporting } from '../matters/grid-reporting.ts';
import type { GridVisit } from '../matters/grid-visit.ts';
import { numberInWords } from '../matters/matter-words.ts';
import { Bar } from '../../ui/bar.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Section } from '../../ui/parts.tsx';

// A form that is kept gets a key of its own when it is pressed.
const keyless = '';

/** Today without network: the matters that wait for her, with what she may do, and the way to report. */
export function PocketToday({
  visit,
  duties,
  matters,
  doors,
  left,
  now,
}: {
  visit: Pick<GridVisit, 'place'>;
  duties: DutyItem[];
  matters: MatterDetail[];
  doors: Door[];
  /** How many are not kept because only some may read them. */
  left: number;
  now: string;
}): ReactNode {
  return (
    <>
      <Bar title={`今日 · ${visit.place}`} back="/grid" heading />
      <main id="main" className="wrap page">
        <a className="btn go big wide gap" href="/grid/report">
          <Icon name="camera" />
          拍照上报
        </a>
        <TodayDuties items={duties} formKey={keyless} now={now} />
        <TodayDoors doors={doors} />
        <Section title={matters.length > 0 ? `等您的 ${matters.length} 件` : '没有等您的事'} note="按时限排" />
        <div className="jobs">
          {matters.map((matter) => (
            <GridJob key={matter.number} matter={matter} formKey={keyless} now={now} />
          ))}
        </div>
        {left > 0 ? <p className="hint gap">还有 {left} 件涉及隐私的，手机里不存，要有网络才看得到。</p> : null}
      </main>
    </>
  );
}

/** One matter without network: the facts and the forms, nobody's name or telephone. */
export function PocketMatter({ matter, now }: { matter: MatterDetail; now: string }): ReactNode {
  const words = matter.fields.find(({ type }) => type === 'longtext' || type === 'text')?.text;
  return (
    <>
      <Bar title="办这件事" back="/grid" />
      <main id="main" className="wrap" data-subject={`matter:${matter.number}`}>
        <h1 className="title">{matter.title}</h1>
        <p className="hint num">
          {[matter.place, numberInWords(matter.number, matter.areaName)].filter(Boolean).join(' · ')}
        </p>
        <section className="card pad gap stand">
          <p>
            <b>到“{matter.step.label.zh}”，等您</b>
            <br />
            <span className="hint num">{matter.dueAt ? `最晚 ${limitName(matter.dueAt, now)}` : '没有时限'}</span>
          </p>
          <p className="tags">
            <LimitTag matter={matter} />
          </p>
        </section>
        {words ? <p className="card pad gap lines">{words}</p> : null}
        <p className="hint gap">提出人、电话和照片不存在手机里，有网络时再看。</p>
        <div className="gap">
          <GridHandle matter={matter} formKey={keyless} said={undefined} open={null} prefilled={null} />
        </div>
      </main>
    </>
  );
}

/** Reporting without network: the same questions as always. */
export function PocketReport({ page }: { page: Reporting }): ReactNode {
  const { areaId, report, near, spots } = page;
  return (
    <>
      <Bar title="拍照上报" back="/grid" heading />
      <main id="main" className="wrap">
        <Form
          method="post"
          action="/grid/report"
          encType="multipart/form-data"
          reloadDocument
          noValidate
          {...keepsReport(areaId, report, [...near, ...spots])}
        >
          <GridReportFields report={report} typed={nothingTyped} near={near} spots={spots} />
          <AtOnceFields report={report} typed={nothingTyped} open={false} />
          <button type="submit" className="btn go big wide gap-l">
            <Icon name="check" />
            上报
          </button>
        </Form>
      </main>
    </>
  );
}

/** One round without network: its questions. What was found goes by the report. */
export function PocketDuty({ round }: { round: DutyRound }): ReactNode {
  const { first, items } = round;
  const fields = fieldsOf(waitingOf(round));
  return (
    <>
      <Bar title={items.length > 1 ? first.setName : first.name} back="/grid" heading />
      <main id="main" className="wrap">
        <p className="gap">
          <b>{first.subject.label}</b> {items.map(({ name }) => name).join('、')}
        </p>
        <p className="hint gap">发现了问题，先在这里记下，再用“拍照上报”报上来。</p>
        <Form
          method="post"
          encType="multipart/form-data"
          reloadDocument
          noValidate
          {...keepsDuty(round, { fields: fields.map(dutyField), quick: null, reporting: null })}
        >
          <DutyFields fields={fields} last={null} again={() => null} typed={nothingTyped} />
          <button type="submit" className="btn go big wide gap-l">
            <Icon name="check" />
            记下
          </button>
        </Form>
      </main>
    </>
  );
}

/** The list of a door without network: masked names, and who has come as far as it was known. */
export function PocketDoor({ list }: { list: AttendanceList }): ReactNode {
  const { title, session } = list;
  return (
    <>
      <Bar title="点名" back="/grid" />
      <main id="main" className="wrap">
        <h1 className="title">{title}</h1>
        <p className="soft num">
          {clockTime(session.startsAt)}—{clockTime(session.endsAt)} · {session.place}
        </p>
        <DoorList list={list} formKey={keyless} asked={null} masked />
      </main>
    </>
  );
}
