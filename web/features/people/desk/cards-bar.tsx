import { useState } from 'react';
import { Button } from 'antd';
import { newKey, refusedOf, send } from '../../../lib/desk/api.ts';
import { Note } from '../../../ui/desk/states.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { CardPaper } from './card-paper.tsx';
import { usePeopleChange, type CardPrint, type CardPrints } from './people-api.ts';

type Props = { areaId: string; households: string[]; onDone: () => void };

/** Issues a card to each chosen household and lays them out for printing. */
export function CardsBar({ areaId, households, onDone }: Props) {
  const [papers, setPapers] = useState<CardPrint[] | null>(null);
  const issue = usePeopleChange(() =>
    send<CardPrints>(`areas/${areaId}/cards/issue`, { body: { households }, key: newKey() }),
  );
  const refused = refusedOf(issue.error);
  return (
    <div className="people-batch">
      <b>选了 {households.length} 户</b>
      <Button
        type="primary"
        icon={<Icon name="print" size="xs" />}
        loading={issue.isPending}
        onClick={() => issue.mutate(undefined, { onSuccess: ({ items }) => setPapers(items) })}
      >
        发一户一码并打印
      </Button>
      <Button type="text" onClick={onDone}>
        不选了
      </Button>
      <span className="mute sm">这些户原来的全家卡会停用，换成新打的。</span>
      {refused && <Note tone="late">{refused.detail}</Note>}
      {papers && <CardPaper papers={papers} onClose={onDone} />}
    </div>
  );
}
