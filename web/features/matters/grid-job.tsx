import type { ReactNode } from 'react';
import { Form, Link } from 'react-router';
import type { AllowedAction, MatterCard, MatterDetail } from '#contract/matters';
import { momentName } from '#shared/time';
import { Icon } from '../../ui/icon.tsx';
import { Tag } from '../../ui/parts.tsx';
import { keepsAct } from './grid-keep.ts';

export function gridPath(matter: { areaId: string; number: string }): string {
  return `/grid/m/${matter.areaId}/${matter.number}`;
}

/** The limit as a tag: a sign and words, never colour alone. */
export function LimitTag({ matter }: { matter: Pick<MatterCard, 'dueState' | 'dueText'> }): ReactNode {
  if (matter.dueState === 'none') return null;
  if (matter.dueState === 'paused')
    return (
      <Tag tone="plain" icon="pause">
        挂着
      </Tag>
    );
  const tone = matter.dueState === 'late' ? 'late' : matter.dueState === 'today' ? 'wait' : 'plain';
  return (
    <Tag tone={tone} icon="clock">
      {matter.dueText.replace('逾期', '晚了')}
    </Tag>
  );
}

/** The action that leads on, and the other one of its step: what the two buttons of a card are. */
export function likelyActions(actions: AllowedAction[]): {
  lead: AllowedAction | undefined;
  other: AllowedAction | undefined;
} {
  const own = actions.filter(({ kind }) => kind === 'action');
  const lead = own.find(({ leads }) => leads) ?? own[0];
  return { lead, other: own.find(({ id }) => id !== lead?.id) };
}

const plainSubmit = '提交';

/** What the leading button says: the action's own word; where the method gives it none, what the step is. */
export function leadWord(matter: Pick<MatterDetail, 'step'>, action: AllowedAction): string {
  if (action.fields.some(({ type }) => type === 'checkin')) return '我到了';
  return action.label.zh === plainSubmit ? matter.step.label.zh : action.label.zh;
}

const wordTypes = ['longtext', 'text'];

/** What was said, when it is more than the title says. */
function wordsOf(matter: MatterDetail): string {
  const words = matter.fields.find(({ type, private: closed }) => wordTypes.includes(type) && !closed)?.text ?? '';
  const rest = words.startsWith(matter.title.replace(/…$/, '')) ? words.slice(matter.title.length) : words;
  return rest.replace(/^[，。；、\s]+/, '');
}

/** One matter that waits, with what to do about it in one press where nothing has to be written. */
export function GridJob({ matter, formKey, now }: { matter: MatterDetail; formKey: string; now: string }): ReactNode {
  const { lead, other } = likelyActions(matter.actions);
  const path = gridPath(matter);
  const words = wordsOf(matter);
  const photos = matter.before.length;
  const canCall = matter.reporter?.phone && !matter.reporter.isMe;
  const buttons = [canCall, other, lead].filter(Boolean).length;
  return (
    <article
      className={matter.dueState === 'late' ? 'card job overdue' : 'card job'}
      data-subject={`matter:${matter.number}`}
    >
      <div className="top">
        <h3 className="t">
          <Link to={path}>{matter.title}</Link>
        </h3>
        <LimitTag matter={matter} />
      </div>
      <p className="d">
        {words}
        {photos > 0 ? `${words && !/[。！？]$/.test(words) ? '。' : ''}有 ${photos} 张照片` : ''}
      </p>
      <p className="meta">
        <Icon name="chat" size="s" />
        <span className="num">
          {matter.channelName} · {momentName(matter.createdAt, now)}
        </span>
        {matter.place ? (
          <span className="pt">
            <Icon name="pin" size="xs" />
            {matter.place}
          </span>
        ) : null}
      </p>
      <div className={`do n${Math.max(1, buttons)}`}>
        {buttons === 0 ? (
          <Link className="btn quiet" to={path}>
            看这一步
          </Link>
        ) : null}
        {canCall ? (
          <Link className="btn call" to={`${path}?call=1#call`}>
            <Icon name="phone" size="s" />
            <span>
              电话<span className="sr">打给提出人：{matter.title}</span>
            </span>
          </Link>
        ) : null}
        {other ? (
          <Link className="btn quiet" to={`${path}?open=${other.id}#act-${other.id}`}>
            {other.label.zh}
          </Link>
        ) : null}
        {lead ? <Lead lead={lead} matter={matter} formKey={formKey} /> : null}
      </div>
    </article>
  );
}

function Lead({ lead, matter, formKey }: { lead: AllowedAction; matter: MatterDetail; formKey: string }): ReactNode {
  const path = gridPath(matter);
  const asks = lead.needsReason || lead.fields.some(({ optional }) => !optional);
  if (asks)
    return (
      <Link className="btn go" to={`${path}#act-${lead.id}`}>
        {leadWord(matter, lead)}
      </Link>
    );
  return (
    <Form method="post" action={path} reloadDocument {...keepsAct(matter, lead, leadWord(matter, lead))}>
      <input type="hidden" name="key" value={`${formKey}-${matter.number}`} />
      <input type="hidden" name="version" value={matter.version} />
      <input type="hidden" name="back" value="/grid" />
      <button type="submit" className="btn go wide" name="action" value={lead.id} data-busy="正在记…">
        {leadWord(matter, lead)}
      </button>
    </Form>
  );
}

/** A matter as a row of a list: what, where, whom it waits for, until when. `mine`: all of the list wait for her, so it is not said. */
export function GridRow({ matter, mine = false }: { matter: MatterCard; mine?: boolean }): ReactNode {
  const waits = mine ? matter.step.label.zh : `${matter.step.label.zh}，等${matter.waitsFor}`;
  return (
    <Link className="row" to={gridPath(matter)}>
      {matter.photo ? (
        <img className="thumb" src={matter.photo} alt="" width="64" height="48" loading="lazy" />
      ) : (
        <span className="thumb none">
          <Icon name="chat" />
        </span>
      )}
      <span>
        <span className="t two-lines">{matter.title}</span>
        <span className="d">
          {[matter.place, matter.status === 'open' ? waits : matter.statusName].filter(Boolean).join(' · ')}
        </span>
        <LimitTag matter={matter} />
      </span>
      <Icon name="chevron-right" size="s" />
    </Link>
  );
}
