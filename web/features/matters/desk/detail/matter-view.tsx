import { useRef, type ReactNode } from 'react';
import { App } from 'antd';
import type { MatterDetail } from '#contract/matters';
import { copyText } from '../../../../lib/desk/clipboard.ts';
import { Icon } from '../../../../ui/icon.tsx';
import { Note } from '../../../../ui/desk/states.tsx';
import { DueTag, Tag } from '../../../../ui/desk/tag.tsx';
import { Linked } from '../../../links/desk/linked.tsx';
import { Carried } from './carried.tsx';
import { Facts } from './facts.tsx';
import { History } from './history.tsx';
import { OfficeVerbs } from './office-verbs.tsx';
import { Pictures } from './pictures.tsx';
import { StepFields, StepFoot, useStepForm } from './step-form.tsx';
import { StepLine } from './step-line.tsx';
import './detail.css';

/** One matter from top to foot: number, title, state; verbs; line; facts; pictures; the form of this step; history. */
export function MatterView({ matter, tools }: { matter: MatterDetail; tools: ReactNode }) {
  const form = useStepForm(matter);
  const history = useRef<HTMLDivElement>(null);
  return (
    <article
      className="matter"
      aria-label={matter.title}
      onKeyDown={(event) => {
        if (event.ctrlKey && event.key === 'Enter') form.submit();
      }}
    >
      <Head matter={matter} tools={tools} />
      <OfficeVerbs matter={matter} />
      <div className="dc" tabIndex={0}>
        <StepLine matter={matter} />
        {matter.gateText && <Note tone="info">{matter.gateText}</Note>}
        <Facts matter={matter} />
        <Carried matter={matter} />
        <Linked areaId={matter.areaId} number={matter.number} />
        <Pictures matter={matter} />
        {matter.sameSpot > 0 && <Note tone="info">同一地点一年内还有 {matter.sameSpot} 件，办的时候一起看看。</Note>}
        <StepFields
          matter={matter}
          form={form}
          onSeeTheirs={() => history.current?.scrollIntoView({ block: 'start' })}
        />
        <div ref={history}>
          <History entries={matter.history} />
        </div>
      </div>
      <StepFoot matter={matter} form={form} />
    </article>
  );
}

function Head({ matter, tools }: { matter: MatterDetail; tools: ReactNode }) {
  const { message } = App.useApp();
  const copy = async (): Promise<void> => {
    if (await copyText(matter.number)) void message.success('编号已复制');
  };
  const isOpen = matter.status === 'open';
  // What is held until a day is not due on it.
  const isDueToday = isOpen && matter.dueState === 'today' && matter.gateText === '';
  return (
    <header className="dh">
      <div className="row sm mute">
        <button type="button" className="plain row nw" onClick={() => void copy()} title="复制编号">
          {matter.number}
          <Icon name="copy" size="xs" />
        </button>
        <span className="sp" />
        {tools}
      </div>
      <h2>{matter.title}</h2>
      <div className="row wrap">
        <DueTag
          state={matter.dueState}
          ended={!isOpen}
          text={isDueToday ? `${matter.dueText} 前${matter.step.label.zh}` : matter.dueText}
        />
        {isOpen && !isDueToday && <Tag>{matter.step.label.zh}</Tag>}
        {matter.category && <Tag>{matter.category}</Tag>}
        <Tag>
          {matter.method.name.zh} 第 {matter.methodVersion} 版
          {matter.methodVariant && ` · ${matter.methodVariant}的改法`}
        </Tag>
        <Tag tone="info" icon={matter.visibleTo.startsWith('任何人') ? 'globe' : 'lock'}>
          {matter.visibleTo}
        </Tag>
        {matter.supervised && (
          <Tag tone="late" icon="eye">
            督办中
          </Tag>
        )}
        {matter.reminded > 0 && <span className="xs mute">已催 {matter.reminded} 次</span>}
      </div>
    </header>
  );
}
