import { Link } from 'react-router';
import type { AllowedAction, MatterCard, MatterDetail } from '#contract/matters';
import { momentName } from '#shared/time';
import { useSession } from '../../../../lib/desk/session.tsx';
import { DueTag } from '../../../../ui/desk/tag.tsx';
import { VerbButton } from '../detail/verb-button.tsx';

type Props = {
  card: MatterCard;
  matter: MatterDetail | undefined;
  tab: string;
  isCurrent: boolean;
  namesArea: boolean;
};

/** One matter: how late, what, whom it waits for and what happened last, and its likely action. */
export function MatterRow({ card, matter, tab, isCurrent, namesArea }: Props) {
  const to = `/matters?tab=${tab}&open=${card.areaId}/${card.number}`;
  const under = [
    `${card.method.name.zh} · ${card.step.label.zh}`,
    namesArea ? card.areaName : null,
    card.grid?.name,
    card.number.slice(card.number.indexOf('-') + 1),
    namesArea ? null : card.channelName,
  ];
  return (
    <div className={isCurrent ? 'it cur' : 'it'}>
      <div>
        <DueTag state={card.dueState} text={card.dueText} ended={card.status !== 'open'} />
      </div>
      <div className="c2">
        <Link className="tt" to={to} title={card.title}>
          {card.title}
        </Link>
        <div className="su">{under.filter(Boolean).join('　')}</div>
      </div>
      <div className="c3">
        <div className="cut" title={card.waitsFor}>
          {matter && waitsForMe(matter) ? `等我${card.step.label.zh}` : card.waitsFor}
        </div>
        <LastThing matter={matter} />
      </div>
      <div className="c4">{matter && <RowActions matter={matter} to={to} isCurrent={isCurrent} />}</div>
    </div>
  );
}

function waitsForMe(matter: MatterDetail): boolean {
  return matter.actions.some((action) => action.kind === 'action' && action.leads);
}

/** The last thing somebody did, in a few words. */
function LastThing({ matter }: { matter: MatterDetail | undefined }) {
  const { now } = useSession();
  const last = matter?.history[0];
  if (!matter || !last) return <small>&nbsp;</small>;
  const reminders = last.what === 'remind' && matter.reminded > 0 ? `已催 ${matter.reminded} 次` : last.label;
  return (
    <small className="cut">
      {momentName(last.at, now())} {reminders}
    </small>
  );
}

/** As many signs as the words of two buttons may have beside each other. */
const signsMax = 10;

/** Its likely action and 催办; what asks for a form opens it beside the list. A second one with long words is found there too. */
function RowActions({ matter, to, isCurrent }: { matter: MatterDetail; to: string; isCurrent: boolean }) {
  const steps = matter.actions.filter((action) => action.kind === 'action');
  const lead = steps.find((action) => action.leads);
  const second = steps.find((action) => !action.leads);
  const office = (id: string): AllowedAction | undefined => matter.actions.find((action) => action.id === id);
  const [first, next] = lead ? [lead, second] : [office('remind'), office('supervise') ?? office('track')];
  const isShort = [first, next].reduce((signs, action) => signs + (action?.label.zh.length ?? 0), 0) <= signsMax;
  return [first, isShort ? next : undefined]
    .filter((action) => action !== undefined)
    .map((action, at) =>
      action.kind === 'action' && action.fields.length > 0 ? (
        <Link key={action.id} to={to} className={at === 0 ? 'ant-btn-like m' : 'ant-btn-like'}>
          {action.label.zh === '提交' ? matter.step.label.zh : action.label.zh}
        </Link>
      ) : (
        <VerbButton
          key={action.id}
          matter={matter}
          action={action}
          size="small"
          {...(at === 0 ? { className: 'm' } : {})}
          {...(at === 0 && isCurrent ? { type: 'primary' as const } : {})}
        />
      ),
    );
}
