import type { ReactNode } from 'react';
import { Form } from 'react-router';
import type { AllowedAction, AskedField, MatterDetail } from '#contract/matters';
import type { IconName } from '../../icons/icons.ts';
import { Icon } from '../../ui/icon.tsx';
import { FormProblem, Problem } from '../../ui/parts.tsx';
import { AskedInput, PhotoInput } from './asked-input.tsx';
import type { Left } from './read-asked.ts';

type Plain = { word: string; line: string; press: string; icon: IconName; ask?: string; example?: string };

/** Office verbs as a resident says them. */
const plain: Record<string, Plain> = {
  remind: { word: '催一下', line: '提醒办事的人抓紧', press: '催一下', icon: 'bell' },
  supplement: {
    word: '补充说明',
    line: '想起来的，再说两句，照片也行',
    press: '补上',
    icon: 'edit',
    ask: '要补充什么',
    example: '今天又冒水了，比昨天大',
  },
  withdraw: {
    word: '不用办了',
    line: '已经好了，或者说错了',
    press: '撤回这件事',
    icon: 'return',
    ask: '为什么不用办了',
  },
};

function inPlainWords(action: AllowedAction): Plain {
  const line = action.to ? `接着到“${action.to.label.zh}”` : '';
  return (
    plain[action.id] ?? { word: action.label.zh, line, press: action.label.zh, icon: 'chevron-right', ask: '说明' }
  );
}

/** What else this person may do now, each folded until wanted. Native `details`: no script needed. */
export function DoMore({
  matter,
  formKey,
  said,
}: {
  matter: MatterDetail;
  formKey: string;
  said: Left | undefined;
}): ReactNode {
  const rates = matter.actions.some(({ fields }) => fields.some(({ type }) => type === 'rating'));
  const actions = matter.actions.filter(({ kind, asks }) => !asks && (kind !== 'action' || !rates));
  if (actions.length === 0) return null;
  return (
    <section className="card gap-l no-print" aria-label="还可以做的事">
      {actions.map((action) => (
        <OneMore
          key={action.id}
          action={action}
          matter={matter}
          formKey={`${formKey}-${action.id}`}
          left={said?.opened === action.id ? said : undefined}
        />
      ))}
    </section>
  );
}

function OneMore({
  action,
  matter,
  formKey,
  left,
}: {
  action: AllowedAction;
  matter: MatterDetail;
  formKey: string;
  left: Left | undefined;
}): ReactNode {
  const { word, line, press, icon, ask, example = action.phrases[0] } = inPlainWords(action);
  const problems = left?.problems ?? {};
  const photos = action.fields.filter(({ type }) => type === 'images');
  const rest = action.fields.filter(({ type }) => type !== 'images');
  const asksReason = action.needsReason || ask !== undefined;
  return (
    <details className="more" id={`do-${action.id}`} open={left !== undefined}>
      <summary className="row">
        <span className="disc">
          <Icon name={icon} />
        </span>
        <span>
          <span className="t">{word}</span>
          <br />
          <span className="d">{line}</span>
        </span>
        <Icon name="chevron-right" size="s" />
      </summary>
      <Form
        method="post"
        action={`#do-${action.id}`}
        encType="multipart/form-data"
        reloadDocument
        noValidate
        className="pad"
      >
        <input type="hidden" name="key" value={formKey} />
        <input type="hidden" name="version" value={matter.version} />
        <FormProblem sentence={left?.sentence} />
        {rest.map((field) => (
          <AskedInput key={field.id} field={field} value={left?.values[field.id]} problem={problems[field.id]} />
        ))}
        {asksReason ? (
          <>
            <label className="label" htmlFor={`reason-${action.id}`}>
              {ask ?? '说明'}
              {action.needsReason ? '' : '（可以不写）'}
            </label>
            <textarea
              id={`reason-${action.id}`}
              name="reason"
              rows={2}
              className={problems.reason ? 'field wrong' : 'field'}
              maxLength={500}
              defaultValue={left?.reason}
              placeholder={example ? `例如：${example}` : undefined}
            />
            <Problem id={`reason-${action.id}`} sentence={problems.reason} />
          </>
        ) : null}
        {photos.map((field) => (
          <Photos key={field.id} field={field} kept={left?.kept ?? []} problem={problems[field.id]} />
        ))}
        <button type="submit" className="btn line wide gap" name="action" value={action.id} data-busy="正在发…">
          {press}
        </button>
      </Form>
    </details>
  );
}

function Photos({
  field,
  kept,
  problem,
}: {
  field: AskedField;
  kept: Left['kept'];
  problem: string | undefined;
}): ReactNode {
  return (
    <div className="gap">
      <span className="label">
        {field.label.zh}
        {field.optional ? <span className="hint">（可以不拍）</span> : null}
      </span>
      <PhotoInput field={field} kept={kept} problem={problem} />
    </div>
  );
}
