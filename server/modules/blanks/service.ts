import type { Actor } from '#shared/actor';
import { refuse, refuseIf } from '#shared/refusal';
import { addDays, shanghaiDate, shanghaiInstant } from '#shared/time';
import type { Reader, Tx } from '#platform/database';
import { openSheet, type SheetFile } from '#platform/sheet-file';
import { patchSheet } from '#platform/sheet-patch';
import { audit } from '#kernel/audit';
import { requireOwner } from '#modules/areas';
import { readCategories } from '#modules/matters/figures';
import type { MattersContext } from '#modules/matters/list';
import { readTags, rosterScope } from '#modules/people/rosters';
import type { Blank, BlankFill, BlankListQuery, BlankPage, BlankQuery, Relief } from './contract.ts';
import type { Dictionary } from './dictionary/contract.ts';
import { areasOf, readFacts } from './facts/service.ts';
import { fillPlan, type Filled, type Period } from './fill/rules.ts';
import { readLayout, type Layout } from './layout/rules.ts';
import { chosenTerm, isSerial, knowsWord, makePlan, type Knowledge, type Plan } from './plan/rules.ts';
import { drawPreview } from './preview/rules.ts';
import { readRecords, rosterRowsMost } from './rosters/service.ts';
import { asksPeriod, asksPrivate, listName, scopeWords, scopesOf, termsOf } from './terms/rules.ts';
import { makeLexicon, monthsOf, periodIn, titleLexicon } from './words/rules.ts';
import * as rules from './rules.ts';
import * as store from './store.ts';

/** What this module is opened with; server/doors.ts hands it over. */
export type BlankDoors = { context: MattersContext; dictionary: Dictionary };

type Opened = { row: store.BlankRow; file: SheetFile; layout: Layout; plan: Plan; known: Knowledge };

const placeOfFile = (id: string): string => `blanks/${id}/file_sealed`;

/** Takes a form in, sealed. Refused when it cannot be read or asks nothing. */
export async function takeBlank(
  tx: Tx,
  doors: BlankDoors,
  actor: Actor,
  input: { areaId: string; bytes: Uint8Array; fileName: string },
): Promise<BlankPage> {
  const { areaId, bytes, fileName } = input;
  requireOwner(doors.context.tree, areaId);
  const known = await readKnowledge(tx, doors, areaId, null);
  const layout = readLayout(await openSheet(bytes), wordsOf(known));
  refuseIf(layout.table === null && layout.pairs.length === 0 ? rules.blankNothing : null);
  const id = tx.newId();
  const name = fileName.slice(0, 200);
  await store.insertBlank(tx, areaId, {
    id,
    fileName: name,
    title: (layout.title || name.replace(/\.xlsx$/i, '')).slice(0, 120),
    fileSealed: doors.context.sealer.seal(placeOfFile(id), Buffer.from(bytes).toString('base64')),
    createdBy: actor.id,
    createdByName: actor.name,
  });
  audit(tx, actor, { areaId, act: 'blank.take', subject: `blank:${id}` });
  return readBlankPage(tx, doors, actor, { areaId, id, query: {} });
}

function wordsOf(known: Knowledge): { isKnown(text: string): boolean; isSerial(text: string): boolean } {
  return { isKnown: (text) => knowsWord(known, text), isSerial: (text) => isSerial(known.dictionary, text) };
}

async function readKnowledge(
  reader: Reader,
  { context, dictionary }: BlankDoors,
  areaId: string,
  listScope: string | null,
): Promise<Knowledge> {
  const [tags, categories, choices] = await Promise.all([
    readTags(reader, areaId),
    readCategories(reader, areaId),
    store.readChoices(reader, areaId),
  ]);
  const lexicon = makeLexicon(dictionary, { tags, categories });
  const areas = areasOf(context.tree, areaId);
  const above = context.tree.path(areaId).map((id) => context.tree.get(id)?.name ?? '');
  const names = [...above, ...areas.map((area) => area.name)].filter(Boolean);
  return {
    dictionary,
    lexicon,
    titles: titleLexicon(lexicon, dictionary, names),
    areas,
    choices,
    scope: scopeWords(listScope, lexicon),
  };
}

async function openBlank(reader: Reader, doors: BlankDoors, input: { areaId: string; id: string }): Promise<Opened> {
  const row = (await store.readBlank(reader, input.areaId, input.id)) ?? refuse(rules.blankUnknown);
  const bytes = Buffer.from(doors.context.sealer.open(placeOfFile(row.id), row.fileSealed), 'base64');
  const [file, known] = await Promise.all([
    openSheet(bytes),
    readKnowledge(reader, doors, input.areaId, row.listScope),
  ]);
  const layout = readLayout(file, wordsOf(known));
  return { row, file, layout, plan: makePlan(layout, known), known };
}

/** The time a form speaks of: what the person chose, else what its title says, else this month. */
function periodFor(title: string, query: BlankQuery, now: Date): Period {
  const today = shanghaiDate(now);
  const month = Number(today.slice(5, 7));
  const read = periodIn(title) ?? monthsOf(Number(today.slice(0, 4)), month, month);
  const period = { from: query.from ?? read.from, to: query.to ?? read.to };
  refuseIf(period.from > period.to ? rules.periodInvalid : null);
  return period;
}

type Filling = Opened & { period: Period; filled: Filled };

async function fill(
  tx: Tx,
  doors: BlankDoors,
  actor: Actor,
  input: { areaId: string; opened: Opened; query: BlankQuery; reason: string | null; isPreview: boolean },
): Promise<Filling> {
  const { areaId, opened, query, reason, isPreview } = input;
  const { context } = doors;
  const { plan, file, layout, row } = opened;
  const period = periodFor(row.title, query, tx.now);
  const inClear = reason !== null;
  const asked = { areaId, actor, plan, period, now: tx.now };
  const facts = await readFacts(tx, context, asked);
  const scope = plan.subject === 'person' ? rosterScope(actor, context, { areaId, reason }) : 'all';
  const records =
    plan.unclear === ''
      ? await readRecords(tx, context, { ...asked, scope, inClear, most: rosterRowsMost + 1, isPreview })
      : [];
  refuseIf(records.length > rosterRowsMost ? rules.listTooLong : null);
  const percents = new Set(
    file.cells.filter((cell) => cell.shownAsPercent).map((cell) => `${cell.row}/${cell.column}`),
  );
  const filled = fillPlan(layout, plan, {
    ...facts,
    records,
    givesPrivate: inClear || isPreview,
    isPercent: (at, column) => percents.has(`${at}/${column}`),
  });
  return { ...opened, period, filled };
}

function mayReveal({ context }: BlankDoors, actor: Actor, areaId: string): boolean {
  return context.may(actor, 'people.reveal', areaId);
}

/** A form with what fills it, and how it will look; personal data are masked. */
export async function readBlankPage(
  tx: Tx,
  doors: BlankDoors,
  actor: Actor,
  input: { areaId: string; id: string; query: BlankQuery },
): Promise<BlankPage> {
  const { areaId } = input;
  const opened = await openBlank(tx, doors, input);
  const { row, file, plan, known, period, filled } = await fill(tx, doors, actor, {
    ...{ areaId, opened, query: input.query },
    ...{ reason: null, isPreview: true },
  });
  const { id, fileName, title, askedBy, createdAt, filledAt, listScope } = row;
  return {
    ...{ id, fileName, title, askedBy, createdAt, filledAt, listScope },
    listOf: listName(plan, known.dictionary),
    unclear: plan.unclear,
    scopes: scopesOf(plan, known),
    ...period,
    asksPeriod: asksPeriod(plan),
    asksPrivate: asksPrivate(plan),
    mayReveal: mayReveal(doors, actor, areaId),
    items: filled.tallies,
    rows: filled.rows,
    grows: filled.grow?.count ?? 0,
    terms: termsOf(plan, known),
    preview: drawPreview(file, filled),
  };
}

/** Says what a heading asks for; remembered for every later form of this community. Refused when the term is none. */
export async function chooseTerm(
  tx: Tx,
  doors: BlankDoors,
  actor: Actor,
  input: { areaId: string; id: string; heading: string; term: string | null },
): Promise<BlankPage> {
  const { areaId, id, heading, term } = input;
  const { known } = await openBlank(tx, doors, { areaId, id });
  refuseIf(term === null || chosenTerm(term, known) ? null : rules.termUnknown);
  await store.writeChoice(tx, areaId, { heading, term, by: actor.id });
  audit(tx, actor, { areaId, act: 'blank.choose', subject: `blank:${id}`, detail: { heading, term } });
  return readBlankPage(tx, doors, actor, { areaId, id, query: {} });
}

/** Says who or what a form lists, where its title does not. */
export async function chooseScope(
  tx: Tx,
  doors: BlankDoors,
  actor: Actor,
  input: { areaId: string; id: string; listScope: string | null },
): Promise<BlankPage> {
  const { areaId, id, listScope } = input;
  const { known } = await openBlank(tx, doors, { areaId, id });
  refuseIf(listScope === null || scopeWords(listScope, known.lexicon) ? null : rules.termUnknown);
  await store.setScope(tx, areaId, id, listScope);
  audit(tx, actor, { areaId, act: 'blank.scope', subject: `blank:${id}`, detail: { listScope } });
  return readBlankPage(tx, doors, actor, { areaId, id, query: {} });
}

/**
 * The form filled from what is known, its layout kept, and the account of what it asked. Personal data are in it only for
 * who may reveal them and says why; that is recorded. Refused while nobody has said what an unclear form lists.
 */
export async function fillBlank(
  tx: Tx,
  doors: BlankDoors,
  actor: Actor,
  input: { areaId: string; id: string; fill: BlankFill },
): Promise<{ bytes: Uint8Array; name: string }> {
  const { areaId, id } = input;
  const { reason = null, askedBy, ...query } = input.fill;
  const opened = await openBlank(tx, doors, { areaId, id });
  refuseIf(opened.plan.unclear === '' ? null : rules.blankUnclear);
  const given = asksPrivate(opened.plan) ? reason : null;
  const { file, filled, row, period } = await fill(tx, doors, actor, {
    areaId,
    opened,
    query,
    reason: given,
    isPreview: false,
  });
  const columns = filled.tallies.map(({ heading, from, asked, filled: done }, at) => ({
    at,
    heading: heading.slice(0, 120),
    filledFrom: from,
    asked,
    filled: done,
  }));
  await store.settleBlank(tx, areaId, id, { askedBy, columns });
  const detail = {
    rows: filled.rows,
    ...period,
    ...(given === null
      ? {}
      : { reason: given, private: filled.tallies.filter((one) => one.isPrivate).map((one) => one.from) }),
  };
  audit(tx, actor, { areaId, act: 'blank.fill', subject: `blank:${id}`, detail });
  const bytes = patchSheet(file, { changes: filled.changes, grow: filled.grow ?? undefined });
  return { bytes, name: `${row.fileName.replace(/\.xlsx$/i, '')}-已填` };
}

export async function listBlanks(
  reader: Reader,
  areaId: string,
  query: BlankListQuery,
): Promise<{ items: Blank[]; next: string | null }> {
  const { month = null, heading = null, typed, cursor = null, limit } = query;
  const rows = await store.listBlanks(reader, areaId, {
    month,
    heading,
    typed: typed === 'yes',
    after: cursor,
    limit: limit + 1,
  });
  const items = rows.slice(0, limit);
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

const monthsShown = 12;

/** What the upper level asked for and what was filled, month by month, counted from the forms on record. */
export async function readRelief(reader: Reader, areaId: string, now: Date): Promise<Relief> {
  const since = shanghaiInstant(
    `${addDays(`${shanghaiDate(now).slice(0, 7)}-01`, -31 * (monthsShown - 1)).slice(0, 7)}-01`,
  );
  const [months, again] = await Promise.all([
    store.readMonths(reader, areaId, since),
    store.readAgain(reader, areaId, since),
  ]);
  return { months, again };
}
