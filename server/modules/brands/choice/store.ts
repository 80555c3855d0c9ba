import type { Reader, Tx } from '#platform/database';
import type { ChoiceRow, ThemeRow, VoiceRow } from '../tables.ts';
import type { NewChoice } from './contract.ts';
import type { Count } from './rules.ts';

const columns = `area_id as "areaId", id, question, closes_on as "closesOn", opened_at as "openedAt",
  decided_theme_id as "decidedThemeId", reason, decided_at as "decidedAt"`;

/** The choice that was opened last. */
export async function readLastChoice(reader: Reader, areaId: string): Promise<ChoiceRow | null> {
  const rows = await reader.query<ChoiceRow>(
    `select ${columns} from brand_choices where area_id = $1 order by opened_at desc, id desc limit 1`,
    [areaId],
  );
  return rows[0] ?? null;
}

export async function readChoiceById(reader: Reader, areaId: string, id: string): Promise<ChoiceRow | null> {
  const rows = await reader.query<ChoiceRow>(`select ${columns} from brand_choices where area_id = $1 and id = $2`, [
    areaId,
    id,
  ]);
  return rows[0] ?? null;
}

/** One choice, held until the commit. */
export async function takeChoice(tx: Tx, areaId: string, id: string): Promise<ChoiceRow | null> {
  const rows = await tx.query<ChoiceRow>(
    `select ${columns} from brand_choices where area_id = $1 and id = $2 for update`,
    [areaId, id],
  );
  return rows[0] ?? null;
}

export function readThemes(reader: Reader, areaId: string, choiceId: string): Promise<ThemeRow[]> {
  return reader.query<ThemeRow>(
    `select area_id as "areaId", id, choice_id as "choiceId", position, title, why, picture from brand_themes
     where area_id = $1 and choice_id = $2 order by position`,
    [areaId, choiceId],
  );
}

/** How many voices each theme has; those without any too. */
export function countVoices(reader: Reader, areaId: string, choiceId: string): Promise<Count[]> {
  return reader.query<Count>(
    `select t.id as "themeId", count(v.id)::int as voices from brand_themes t
     left join brand_voices v on v.area_id = t.area_id and v.theme_id = t.id
     where t.area_id = $1 and t.choice_id = $2 group by t.id, t.position order by t.position`,
    [areaId, choiceId],
  );
}

/** Everything that was said to a choice, the newest first. */
export function readWords(reader: Reader, areaId: string, choiceId: string): Promise<VoiceRow[]> {
  return reader.query<VoiceRow>(
    `select area_id as "areaId", id, choice_id as "choiceId", theme_id as "themeId", voter, words, shown, at from brand_voices
     where area_id = $1 and choice_id = $2 and words <> '' order by at desc, id desc limit 300`,
    [areaId, choiceId],
  );
}

export async function readVoiceOf(
  reader: Reader,
  areaId: string,
  choiceId: string,
  voter: string,
): Promise<string | null> {
  const rows = await reader.query<{ themeId: string }>(
    `select theme_id as "themeId" from brand_voices where area_id = $1 and choice_id = $2 and voter = $3`,
    [areaId, choiceId, voter],
  );
  return rows[0]?.themeId ?? null;
}

export async function insertChoice(tx: Tx, areaId: string, id: string, choice: NewChoice): Promise<void> {
  await tx.query(
    `insert into brand_choices (area_id, id, question, closes_on, opened_at) values ($1, $2, $3, $4, $5)`,
    [areaId, id, choice.question, choice.closesOn, tx.now],
  );
  const { themes } = choice;
  await tx.query(
    `insert into brand_themes (area_id, id, choice_id, position, title, why, picture)
     select $1, t.id, $2, t.position, t.title, t.why, t.picture
     from unnest($3::uuid[], $4::int[], $5::text[], $6::text[], $7::text[]) as t (id, position, title, why, picture)`,
    [
      areaId,
      id,
      themes.map(() => tx.newId()),
      themes.map((_, at) => at + 1),
      themes.map(({ title }) => title),
      themes.map(({ why }) => why),
      themes.map(({ picture }) => picture),
    ],
  );
}

/** Notes a voice; false when this person has given hers, under any race. */
export async function insertVoice(tx: Tx, voice: Omit<VoiceRow, 'shown' | 'at'>): Promise<boolean> {
  const rows = await tx.query(
    `insert into brand_voices (area_id, id, choice_id, theme_id, voter, words, at) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (area_id, choice_id, voter) do nothing returning id`,
    [voice.areaId, voice.id, voice.choiceId, voice.themeId, voice.voter, voice.words, tx.now],
  );
  return rows.length > 0;
}

export async function markDecided(
  tx: Tx,
  areaId: string,
  id: string,
  decision: { themeId: string; reason: string },
): Promise<void> {
  await tx.query(
    `update brand_choices set decided_theme_id = $3, reason = $4, decided_at = $5 where area_id = $1 and id = $2`,
    [areaId, id, decision.themeId, decision.reason, tx.now],
  );
}

/** Shows or hides a sentence; false when there is none. */
export async function markShown(tx: Tx, areaId: string, voiceId: string, shown: boolean): Promise<boolean> {
  const rows = await tx.query(`update brand_voices set shown = $3 where area_id = $1 and id = $2 returning id`, [
    areaId,
    voiceId,
    shown,
  ]);
  return rows.length > 0;
}
