import { useState } from 'react';
import { App, Button, Popconfirm, Select } from 'antd';
import { momentName } from '#shared/time';
import { newKey, refusedOf, send } from '../../../lib/desk/api.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { Note } from '../../../ui/desk/states.tsx';
import { Tag, type Tone } from '../../../ui/desk/tag.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { CardPaper } from './card-paper.tsx';
import { useCards, usePeopleChange, type Card, type CardPrint, type HouseholdPage } from './people-api.ts';

const tones: Record<Card['state'], Tone> = { new: 'plain', waiting: 'due', confirmed: 'ok', revoked: 'plain' };

/** 一户一码: the paper cards of a household. The code is on paper only, and shown this once. */
export function CardsPart({ areaId, household }: { areaId: string; household: HouseholdPage }) {
  const [key, setKey] = useState(newKey);
  const [personId, choose] = useState<string | null>(null);
  const [paper, setPaper] = useState<CardPrint | null>(null);
  const cards = useCards(areaId, household.id);
  const issue = usePeopleChange(() =>
    send<CardPrint>(`areas/${areaId}/households/${household.id}/cards`, { body: personId ? { personId } : {}, key }),
  );
  const people = household.members
    .filter((member) => member.leftAt === null)
    .map((member) => ({ value: member.id, label: `给 ${member.name}` }));
  const refused = refusedOf(issue.error);
  return (
    <section className="card">
      <h2>
        <Icon name="qr" size="xs" />
        一户一码
      </h2>
      {household.actions.includes('issue-card') && (
        <div className="people-bar">
          <Select
            aria-label="给谁"
            allowClear
            placeholder="给全家"
            value={personId}
            options={people}
            onChange={(id: string | null) => choose(id ?? null)}
          />
          <Button
            icon={<Icon name="print" size="xs" />}
            loading={issue.isPending}
            onClick={() =>
              issue.mutate(undefined, {
                onSuccess: (print) => {
                  setPaper(print);
                  setKey(newKey());
                },
              })
            }
          >
            发卡并打印
          </Button>
        </div>
      )}
      {refused && <Note tone="late">{refused.detail}</Note>}
      <ul className="card-list">
        {(cards.data ?? []).map((card) => (
          <CardRow key={card.id} areaId={areaId} card={card} actions={household.actions} />
        ))}
      </ul>
      {cards.data?.length === 0 && <p className="sm mute pad">还没有发过卡。</p>}
      {paper && <CardPaper papers={[paper]} onClose={() => setPaper(null)} />}
    </section>
  );
}

type RowProps = { areaId: string; card: Card; actions: HouseholdPage['actions'] };

export function CardRow({ areaId, card, actions }: RowProps) {
  const { now } = useSession();
  const { message } = App.useApp();
  const path = `areas/${areaId}/cards/${card.id}`;
  const confirm = usePeopleChange(() => send(`${path}/confirm`));
  const revoke = usePeopleChange(() => send(path, { method: 'DELETE' }));
  const said = (error: unknown): void => void message.error(refusedOf(error)?.detail, 6);
  const when = card.lastUsedAt
    ? `上次用 ${momentName(card.lastUsedAt, now())}`
    : `${momentName(card.issuedAt, now())} 发`;
  return (
    <li>
      <span>
        {card.personName ?? '全家'} <Tag tone={tones[card.state]}>{card.stateName}</Tag>
      </span>
      <span className="sm mute sp">{when}</span>
      {card.state === 'waiting' && actions.includes('confirm-card') && (
        <Button size="small" loading={confirm.isPending} onClick={() => confirm.mutate(undefined, { onError: said })}>
          核对无误
        </Button>
      )}
      {card.state !== 'revoked' && actions.includes('issue-card') && (
        <Popconfirm
          title="停用这张卡？"
          description="停用以后扫它打不开，正用着的也会退出。要再用就重新发一张。"
          okText="停用"
          cancelText="先不"
          onConfirm={() => revoke.mutate(undefined, { onError: said })}
        >
          <Button size="small" type="text">
            停用
          </Button>
        </Popconfirm>
      )}
    </li>
  );
}
