import { useSearchParams } from 'react-router';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { AttendanceList, DoorPass } from '../../../../server/modules/activities/attendance/contract.ts';
import { ask, refusedOf, send, type Refused } from '../../../lib/desk/api.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { useRecord, type RecordPage } from './records-api.ts';

export type { AttendanceList };
export type AttendanceLine = AttendanceList['items'][number];
export type Recorded = { ticks?: { attendee: string; there: boolean }[]; headcount?: number | null };
export type SessionKey = { areaId: string; activityId: string; sessionId: string };

const pathOf = ({ areaId, activityId, sessionId }: SessionKey): string =>
  `areas/${areaId}/activities/${activityId}/sessions/${sessionId}`;
const keyOf = ({ areaId, sessionId }: SessionKey): string[] => ['activities', areaId, 'attendances', sessionId];

export function useAttendances(session: SessionKey) {
  return useQuery({
    queryKey: keyOf(session),
    queryFn: () => ask<AttendanceList>(`${pathOf(session)}/attendances`),
    enabled: session.sessionId !== '',
  });
}

/** Ticks and counts; the list shows the answer at once, whatever else shows activities asks again. */
export function useAttendanceRecord(session: SessionKey) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Recorded) => send<AttendanceList>(`${pathOf(session)}/attendances`, { body }),
    onSuccess: (list) => {
      client.setQueryData(keyOf(session), list);
      return client.invalidateQueries({ queryKey: ['activities', session.areaId, 'record'] });
    },
  });
}

// A code is made for thirty seconds and holds for sixty: asked for every twenty, what is shown always holds.
const refreshMs = 20_000;

export function useDoorPass(session: SessionKey) {
  return useQuery({
    queryKey: ['activities', session.areaId, 'door', session.sessionId],
    queryFn: () => ask<DoorPass>(`${pathOf(session)}/door-pass`),
    enabled: session.sessionId !== '',
    refetchInterval: refreshMs,
    refetchIntervalInBackground: true,
    networkMode: 'always',
  });
}

/** The session going on or next, else the last. */
export function nearestSession(sessions: RecordPage['sessions'], now: Date): string {
  const next = sessions.find((one) => Date.parse(one.endsAt) > now.getTime());
  return (next ?? sessions.at(-1))?.id ?? '';
}

/** The session the address names, else the nearest of the activity. */
export function useSessionAsked(areaId: string, activityId: string): SessionKey & { refused: Refused | null } {
  const [search] = useSearchParams();
  const { now } = useSession();
  const asked = search.get('session');
  const record = useRecord(areaId, asked ? null : activityId);
  const sessionId = asked ?? nearestSession(record.data?.sessions ?? [], now());
  return { areaId, activityId, sessionId, refused: refusedOf(record.error) ?? null };
}
