import type { Reader } from '#platform/database';
import type { SeriesRow } from '../tables.ts';

export type SeriesLine = SeriesRow & { held: number; planned: number; nextAt: string | null };

const columns = `r.area_id as "areaId", r.id, r.name, r.kind, r.theme, r.story, r.picture, n.held, n.planned, n."nextAt"`;
const counted = `cross join lateral (
  select count(*) filter (where a.ends_at <= $2)::int as held, count(*) filter (where a.ends_at > $2)::int as planned,
    min(a.starts_at) filter (where a.ends_at > $2) as "nextAt"
  from activities a where a.area_id = r.area_id and a.series_id = r.id and a.state = 'published') n`;

/** The series of a community, what comes next first. */
export function readSeriesLines(reader: Reader, areaId: string, now: Date): Promise<SeriesLine[]> {
  return reader.query<SeriesLine>(
    `select ${columns} from activity_series r ${counted} where r.area_id = $1 order by n."nextAt" nulls last, r.name`,
    [areaId, now],
  );
}

export async function readSeriesLine(
  reader: Reader,
  areaId: string,
  id: string,
  now: Date,
): Promise<SeriesLine | null> {
  const rows = await reader.query<SeriesLine>(
    `select ${columns} from activity_series r ${counted} where r.area_id = $1 and r.id = $3`,
    [areaId, now, id],
  );
  return rows[0] ?? null;
}

export async function insertSeries(reader: Reader, row: SeriesRow): Promise<void> {
  await reader.query(
    `insert into activity_series (area_id, id, name, kind, theme, story, picture) values ($1, $2, $3, $4, $5, $6, $7)`,
    [row.areaId, row.id, row.name, row.kind, row.theme, row.story, row.picture],
  );
}

/** Writes a series anew; its kind stays, since its editions hang on it. False when there is none. */
export async function updateSeries(reader: Reader, row: Omit<SeriesRow, 'kind'>): Promise<boolean> {
  const rows = await reader.query(
    `update activity_series set name = $3, theme = $4, story = $5, picture = $6 where area_id = $1 and id = $2 returning id`,
    [row.areaId, row.id, row.name, row.theme, row.story, row.picture],
  );
  return rows.length > 0;
}

export type EditionRow = {
  id: string;
  title: string;
  kind: string;
  edition: string;
  summary: string;
  startsAt: string;
  endsAt: string;
  place: string;
  host: string;
  organisers: string[];
  picture: string | null;
  sessionCount: number;
  places: string[];
  enrolled: number;
  people: number;
  personTimes: number;
};

const editionsMax = 60;

/** The published activities of a series, the latest first, each with those who came. */
export function readEditions(reader: Reader, areaId: string, seriesId: string): Promise<EditionRow[]> {
  return reader.query<EditionRow>(
    `select a.id, a.title, a.kind, a.edition, a.summary, a.starts_at as "startsAt", a.ends_at as "endsAt", a.place, a.host,
       a.organisers, a.picture, a.enrolled, s.count as "sessionCount", s.places, t.people, t.times + s.headcount as "personTimes"
     from (select * from activities where area_id = $1 and series_id = $2 and state = 'published'
       order by starts_at desc, id desc limit ${editionsMax}) a
     cross join lateral (select count(*)::int as count, coalesce(sum(headcount), 0)::int as headcount,
         coalesce(array_agg(distinct place), '{}') as places
       from activity_sessions where area_id = a.area_id and activity_id = a.id and withdrawn_at is null) s
     cross join lateral (select count(distinct attendee)::int as people, count(*)::int as times from attendances
       where area_id = a.area_id and activity_id = a.id) t
     order by a.starts_at desc, a.id desc`,
    [areaId, seriesId],
  );
}

/** Everybody who came to anything of a series, once each; and every coming. */
export async function countCame(
  reader: Reader,
  areaId: string,
  seriesId: string,
): Promise<{ people: number; personTimes: number }> {
  const rows = await reader.query<{ people: number; personTimes: number }>(
    `select count(distinct t.attendee)::int as people,
       (count(*) + (select coalesce(sum(s.headcount), 0) from activity_sessions s join activities a
          on a.area_id = s.area_id and a.id = s.activity_id
          where s.area_id = $1 and a.series_id = $2 and a.state = 'published' and s.withdrawn_at is null))::int as "personTimes"
     from attendances t join activities a on a.area_id = t.area_id and a.id = t.activity_id
     where t.area_id = $1 and a.series_id = $2 and a.state = 'published'`,
    [areaId, seriesId],
  );
  return rows[0] ?? { people: 0, personTimes: 0 };
}

export type DatedRow = { id: string; title: string; themes: string[]; startsAt: string; state: string };

/** What is drafted, put forward or published within a time. */
export function readDated(reader: Reader, areaId: string, time: { from: Date; to: Date }): Promise<DatedRow[]> {
  return reader.query<DatedRow>(
    `select id, title, themes, starts_at as "startsAt", state from activities
     where area_id = $1 and state <> 'withdrawn' and starts_at >= $2 and starts_at < $3 order by starts_at`,
    [areaId, time.from, time.to],
  );
}
