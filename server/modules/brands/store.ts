import type { Reader, Tx } from '#platform/database';
import type { BrandForm } from './contract.ts';
import type { BrandRow } from './tables.ts';

const columns = `area_id as "areaId", id, name, slogan, words, story, pictures, venue_id as "venueId", team_id as "teamId",
  series_id as "seriesId", themes, owner, started_on as "startedOn", state, shown, published_at as "publishedAt",
  returned_why as "returnedWhy", retired_on as "retiredOn", retired_why as "retiredWhy", revision, created_at as "createdAt"`;

/** The brand of an area that is not retired, if it has one. */
export async function readBrand(reader: Reader, areaId: string): Promise<BrandRow | null> {
  const rows = await reader.query<BrandRow>(`select ${columns} from brands where area_id = $1 and state <> 'retired'`, [
    areaId,
  ]);
  return rows[0] ?? null;
}

/** The same, held until the commit. */
export async function takeBrand(tx: Tx, areaId: string): Promise<BrandRow | null> {
  const rows = await tx.query<BrandRow>(
    `select ${columns} from brands where area_id = $1 and state <> 'retired' for update`,
    [areaId],
  );
  return rows[0] ?? null;
}

export type ShownBrand = Pick<BrandRow, 'areaId' | 'id'> & { shown: BrandForm; publishedAt: string };

/** What of these areas' brands everybody sees. */
export function readShown(reader: Reader, areaIds: readonly string[]): Promise<ShownBrand[]> {
  return reader.query<ShownBrand>(
    `select area_id as "areaId", id, shown, published_at as "publishedAt" from brands
     where area_id = any($1) and state <> 'retired' and shown is not null order by published_at desc, area_id`,
    [areaIds],
  );
}

const written = [
  'name',
  'slogan',
  'words',
  'story',
  'pictures',
  'venue_id',
  'team_id',
  'series_id',
  'themes',
  'owner',
  'started_on',
] as const;

const valuesOf = (form: BrandForm): unknown[] =>
  written.map(
    (column) => form[column.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase()) as keyof BrandForm],
  );

/** Adds a draft; false when the area has a brand already. */
export async function insertBrand(tx: Tx, areaId: string, id: string, form: BrandForm): Promise<boolean> {
  const places = written.map((_, at) => `$${at + 4}`).join(', ');
  const rows = await tx.query(
    `insert into brands (area_id, id, created_at, ${written.join(', ')}) values ($1, $2, $3, ${places})
     on conflict (area_id) where state <> 'retired' do nothing returning id`,
    [areaId, id, tx.now, ...valuesOf(form)],
  );
  return rows.length > 0;
}

/** Writes a new version as a draft; what is shown stays. */
export async function updateBrand(tx: Tx, areaId: string, id: string, form: BrandForm): Promise<void> {
  const sets = written.map((column, at) => `${column} = $${at + 3}`).join(', ');
  await tx.query(
    `update brands set ${sets}, state = 'draft', returned_why = '', revision = revision + 1 where area_id = $1 and id = $2`,
    [areaId, id, ...valuesOf(form)],
  );
}

type Turn = Partial<Pick<BrandRow, 'returnedWhy' | 'retiredOn' | 'retiredWhy'>> & { state: BrandRow['state'] };

export async function turnBrand(tx: Tx, areaId: string, id: string, turn: Turn): Promise<void> {
  await tx.query(
    `update brands set state = $3, returned_why = $4, retired_on = $5, retired_why = $6, revision = revision + 1
     where area_id = $1 and id = $2`,
    [areaId, id, turn.state, turn.returnedWhy ?? '', turn.retiredOn ?? null, turn.retiredWhy ?? ''],
  );
}

/** Shows the form as it stands to everybody. */
export async function showBrand(tx: Tx, areaId: string, id: string, form: BrandForm): Promise<void> {
  await tx.query(
    `update brands set state = 'published', shown = $3, published_at = coalesce(published_at, $4), returned_why = '',
       revision = revision + 1 where area_id = $1 and id = $2`,
    [areaId, id, JSON.stringify(form), tx.now],
  );
}
