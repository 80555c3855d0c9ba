import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import type { z } from 'zod';
import type { AllowedAction, BatchResult, MatterDetail } from '#contract/matters';
import { refusedOf, send } from '../../../../lib/desk/api.ts';
import { Icon } from '../../../../ui/icon.tsx';
import type { Act } from '../matters-api.ts';
import { VerbFields } from '../detail/verb-form.tsx';

type Results = z.infer<typeof BatchResult>['results'];
type Props = { action: AllowedAction; matters: MatterDetail[]; about: string; onDone: () => void };

/** One verb on several matters; the answer is a list with a reason for each that did not go. */
export function BatchVerb({ action, matters, about, onDone }: Props) {
  const { modal, message } = App.useApp();
  const client = useQueryClient();
  const doing = useMutation({
    mutationFn: ({ act, key }: { act: Act; key: string }) => sendToAll(action.id, matters, act, key),
    onSuccess: (results) => {
      void client.invalidateQueries({ queryKey: ['matters'] });
      void client.invalidateQueries({ queryKey: ['matter'] });
      onDone();
      if (results.every((one) => one.ok)) void message.success(`${results.length} 件都${action.label.zh}了`);
      else
        void modal.info({
          title: titleOf(action, results),
          icon: null,
          okText: '知道了',
          width: 560,
          content: <ResultList results={results} />,
        });
    },
  });
  const problem = refusedOf(doing.error)?.detail;
  return (
    <VerbFields
      action={action}
      about={about}
      isPending={doing.isPending}
      problem={problem}
      onSubmit={(act, key) => doing.mutate({ act, key })}
    />
  );
}

/** Each area is a transaction of its own. */
async function sendToAll(action: string, matters: MatterDetail[], act: Act, key: string): Promise<Results> {
  const results: Results = [];
  for (const areaId of new Set(matters.map((matter) => matter.areaId))) {
    const numbers = matters.filter((matter) => matter.areaId === areaId).map((matter) => matter.number);
    const answer = await send<{ results: Results }>(`areas/${areaId}/matters/batch`, {
      body: { numbers, action, act },
      key: `${key}-${areaId}`,
    });
    results.push(...answer.results);
  }
  return results;
}

function titleOf(action: AllowedAction, results: Results): string {
  const done = results.filter((one) => one.ok).length;
  return `${action.label.zh}：${done} 件成了，${results.length - done} 件没成`;
}

function ResultList({ results }: { results: Results }) {
  return (
    <ul className="results">
      {[...results]
        .sort((a, b) => Number(a.ok) - Number(b.ok))
        .map((one) => (
          <li key={one.number} className={one.ok ? undefined : 'late-text'}>
            <Icon name={one.ok ? 'check' : 'warn'} size="xs" />
            <span className="cut">
              {one.number.slice(-6)} {one.title}
            </span>
            <span>{one.sentence}</span>
          </li>
        ))}
    </ul>
  );
}
