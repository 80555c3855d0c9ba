import type { LineStep, MatterDetail } from '#contract/matters';
import { momentName } from '#shared/time';
import { useSession } from '../../../../lib/desk/session.tsx';
import { Icon } from '../../../../ui/icon.tsx';

/** Done with time used, now with whom and until when, coming with the limit. */
export function StepLine({ matter }: { matter: MatterDetail }) {
  const { now } = useSession();
  return (
    <>
      <ol className="line" style={{ gridTemplateColumns: `repeat(${matter.line.length}, 1fr)` }}>
        {matter.line.map((step, at) => (
          <li key={step.id} className={step.state} aria-current={step.state === 'now' ? 'step' : undefined}>
            <span className="o">{step.state === 'done' ? <Icon name="check" size="xs" /> : at + 1}</span>
            {step.label.zh}
            <small>
              {step.late && step.state === 'done' ? <b className="late-text">晚 </b> : null}
              {underStep(step, matter, now())}
            </small>
          </li>
        ))}
      </ol>
      {matter.aside && (
        <p className="aside">
          现在在旁路“{matter.aside.zh}”{matter.status === 'open' ? `，等 ${matter.waitsFor} · ${matter.dueText}` : ''}
        </p>
      )}
    </>
  );
}

function underStep(step: LineStep, matter: MatterDetail, now: Date): string {
  if (step.state === 'done') return step.usedText ?? (step.at ? momentName(step.at, now) : '');
  if (step.state === 'now') return matter.status === 'open' ? `${matter.dueText}` : matter.statusName;
  return step.limitText || (step.waitsFor ? '' : '自动');
}
