import type { ReactNode } from 'react';
import { Form } from 'react-router';
import { clockTime } from '#shared/time';
import { maskName } from '#shared/masking';
import type { AttendanceList } from '../../../server/modules/activities/attendance/contract.ts';
import type { AttendanceKeepable } from '../matters/grid-keep.ts';
import { Icon } from '../../ui/icon.tsx';
import { Empty, Tag } from '../../ui/parts.tsx';

/** The list of a door: who is expected, who has come, and how many more. Kept when there is no network. */
export function DoorList({
  list,
  formKey,
  asked,
  masked = false,
}: {
  list: AttendanceList;
  formKey: string;
  /** Whose ticket was scanned. */
  asked: string | null;
  /** For what a phone keeps: no full names. */
  masked?: boolean;
}): ReactNode {
  const { areaId, activityId, session, title, items } = list;
  const keepable: AttendanceKeepable = {
    ...{ kind: 'attendance', areaId, activityId, sessionId: session.id },
    ...{ title, label: '点名' },
  };
  const first = items.toSorted((a, b) => Number(b.attendee === asked) - Number(a.attendee === asked));
  return (
    <Form method="post" reloadDocument className="gap" data-operation={JSON.stringify(keepable)}>
      <input type="hidden" name="key" value={formKey} />
      {items.length === 0 ? (
        <Empty picture="empty-activities" title="没有人报名" line="来了多少人，记在下面就行。" />
      ) : (
        <ul className="card door-list">
          {first.map((one) => (
            <li key={one.attendee} className={one.attendee === asked ? 'asked' : ''}>
              {one.at ? <input type="hidden" name="came" value={one.attendee} /> : null}
              <label>
                <input
                  type="checkbox"
                  name="there"
                  value={one.attendee}
                  defaultChecked={one.at !== null || one.attendee === asked}
                />
                <span>
                  <b>{masked ? maskName(one.name) : one.name}</b>
                  {one.ageToCheck ? (
                    <>
                      {' '}
                      <Tag tone="wait">年龄待核</Tag>
                    </>
                  ) : null}
                </span>
                <span className="hint num">{stateWords(one)}</span>
              </label>
            </li>
          ))}
        </ul>
      )}
      <label className="label gap" htmlFor="headcount">
        名单以外又来了几个人（可不填）
      </label>
      <input
        id="headcount"
        className="field"
        name="headcount"
        inputMode="numeric"
        pattern="[0-9]*"
        maxLength={5}
        defaultValue={list.headcount ?? ''}
      />
      <input type="hidden" name="headcountBefore" value={list.headcount ?? ''} />
      <button type="submit" className="btn go big wide gap-l" data-busy="正在记…">
        <Icon name="check" />
        记下
      </button>
    </Form>
  );
}

function stateWords({ at, way, state }: AttendanceList['items'][number]): string {
  if (at) return `${clockTime(at)} ${way === 'qr' ? '扫码' : '到了'}`;
  return state === 'waiting' ? '在排队' : '';
}
