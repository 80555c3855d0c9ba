import { shanghaiDate } from '#shared/time';
import { movedAhead, nextSaturday, spanOn } from './dates.ts';
import type { Draft, RecordPage } from './records-api.ts';

/** A new activity: next Saturday morning, held by the community, for everybody. */
export function blankDraft(host: string, officer: string, now: Date): Draft {
  return {
    title: '',
    kind: 'culture',
    host,
    officer,
    place: '',
    venueId: null,
    summary: '',
    organisers: [],
    sessions: [spanOn(nextSaturday(now), '9:00', '10:30')],
    seriesId: null,
    edition: '',
    themes: [],
    audiences: [],
    large: false,
    broad: false,
    minAge: null,
    maxAge: null,
    seats: null,
    picture: null,
  };
}

/** An activity as it stands, to be changed. */
export function draftOf(page: RecordPage): Draft {
  return {
    title: page.title,
    kind: page.kind,
    host: page.host,
    officer: page.officer,
    place: page.place,
    venueId: page.venueId,
    summary: page.summary,
    organisers: page.organisers,
    sessions: page.sessions.map(({ id, startsAt, endsAt, place, venueId }) => ({
      id,
      startsAt,
      endsAt,
      ...(place === page.place ? { place: '' } : { place, venueId }),
    })),
    seriesId: page.seriesId,
    edition: page.edition,
    themes: page.themes,
    audiences: page.audiences,
    large: page.large,
    broad: page.broad,
    minAge: page.minAge,
    maxAge: page.maxAge,
    seats: page.seats,
    picture: page.picture,
  };
}

/** 照上次的再办一次: everything as it was, on the next same weekdays; a named edition is left to be chosen. */
export function againDraft(page: RecordPage, now: Date): Draft {
  const draft = draftOf(page);
  const sessions = movedAhead(
    draft.sessions.map(({ id: _old, ...one }) => one),
    now,
  );
  return { ...draft, edition: '', sessions };
}

/** What is still missing before it can be kept, in words; null when nothing is. */
export function missingOf(draft: Draft): string | null {
  if (draft.title.trim().length < 2) return '先写名称';
  if (draft.place.trim() === '') return '还没写地点';
  if (draft.host.trim() === '') return '还没写谁办';
  if (draft.sessions.some((one) => Date.parse(one.endsAt) <= Date.parse(one.startsAt))) return '有一场结束早于开始';
  return null;
}

export const dayOf = (session: { startsAt: string }): string => shanghaiDate(session.startsAt);
