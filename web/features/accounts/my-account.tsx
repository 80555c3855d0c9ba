import type { ReactNode } from 'react';
import { Form } from 'react-router';
import { Section } from '../../ui/parts.tsx';

type Session = { id: string; device: string; lastUsedAt: string; current: boolean };

/** One's own sessions; any but this one can be ended here. */
export function Devices({ sessions, usedAt }: { sessions: Session[]; usedAt(at: string): string }): ReactNode {
  return (
    <ul className="card">
      {sessions.map(({ id, device, lastUsedAt, current }) => (
        <li key={id}>
          <Form method="post" reloadDocument className="row bare">
            <input type="hidden" name="session" value={id} />
            <span>
              <span className="t">{device}</span>
              <br />
              <span className="d num">{current ? '就是这台' : `${usedAt(lastUsedAt)} 用过`}</span>
            </span>
            {current ? (
              <span />
            ) : (
              <button type="submit" name="do" value="end" className="btn quiet" aria-label={`让它退出：${device}`}>
                让它退出
              </button>
            )}
          </Form>
        </li>
      ))}
    </ul>
  );
}

type Elder = {
  id: string;
  elderId: string;
  areaId: string;
  elderName: string;
  relation: string;
  householdLabel: string | null;
};

/** Elders who agreed that this person acts for them. */
export function Elders({ elders, acting }: { elders: Elder[]; acting: string | null }): ReactNode {
  const others = elders.filter(({ elderId }) => elderId !== acting);
  if (others.length === 0) return null;
  return (
    <>
      <Section title="替家里长辈办事" />
      <ul className="card">
        {others.map(({ id, elderId, areaId, elderName, relation, householdLabel }) => (
          <li key={id}>
            <Form method="post" reloadDocument className="row bare">
              <input type="hidden" name="elder" value={elderId} />
              <input type="hidden" name="area" value={areaId} />
              <span>
                <span className="t">{elderName}</span>
                <br />
                <span className="d">{[`您是${relation}`, householdLabel].filter(Boolean).join(' · ')}</span>
              </span>
              <button type="submit" name="do" value="act-for" className="btn line">
                替老人办
              </button>
            </Form>
          </li>
        ))}
      </ul>
    </>
  );
}
