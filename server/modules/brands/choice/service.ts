import type { Actor } from '#shared/actor';
import { isSignedIn } from '#shared/actor';
import { refuse, refuseIf } from '#shared/refusal';
import type { Reader, Tx } from '#platform/database';
import { audit } from '#kernel/audit';
import { requireOwner, type AreaTree } from '#modules/areas';
import type { ChoiceRow } from '../tables.ts';
import type { ChoiceDesk, ChoicePage, Decision, NewChoice, Voice } from './contract.ts';
import * as rules from './rules.ts';
import * as store from './store.ts';

export type ChoiceDoors = { tree: AreaTree; may(actor: Actor, capability: string, areaId: string): boolean };

/** Who speaks: the person where the register knows her, so that two accounts of hers are one voice. */
const voterOf = (actor: Actor): string => (actor.personId ? `person:${actor.personId}` : actor.id);

const sentencesMax = 20;

type Asked = { reader: Reader; actor: Actor; doors: ChoiceDoors; now: Date };

async function describe({ reader, actor, doors, now }: Asked, choice: ChoiceRow): Promise<ChoiceDesk> {
  const { areaId, id } = choice;
  const [themes, counts, words, mine] = await Promise.all([
    store.readThemes(reader, areaId, id),
    store.countVoices(reader, areaId, id),
    store.readWords(reader, areaId, id),
    isSignedIn(actor) ? store.readVoiceOf(reader, areaId, id, voterOf(actor)) : null,
  ]);
  const open = rules.isOpen(choice, now);
  const leading = rules.leaders(counts);
  const won = choice.decidedThemeId ?? (leading.length === 1 ? leading[0] : null);
  const titles = new Map(themes.map(({ id: themeId, title }) => [themeId, title]));
  const voicesOf = (themeId: string): number => counts.find((one) => one.themeId === themeId)?.voices ?? 0;
  const said = words.map((voice) => ({ ...voice, theme: titles.get(voice.themeId) ?? '' }));
  const actions: ChoicePage['actions'] = [];
  if (open && mine === null && actor.homeAreaId === areaId) actions.push('voice');
  if (open && !isSignedIn(actor)) actions.push('sign-in');
  if (!open && choice.decidedAt === null && doors.may(actor, 'brand.manage', areaId)) actions.push('decide');
  return {
    id,
    areaId,
    areaName: doors.tree.get(areaId)?.name ?? '',
    question: choice.question,
    closesOn: choice.closesOn,
    state: open ? 'open' : won ? 'decided' : 'tied',
    themes: themes.map(({ id: themeId, title, why, picture }) => ({
      id: themeId,
      title,
      why,
      picture,
      voices: open ? null : voicesOf(themeId),
      won: !open && themeId === won,
    })),
    voices: counts.reduce((sum, { voices }) => sum + voices, 0),
    reason: choice.reason,
    sentences: said
      .filter(({ shown }) => shown)
      .slice(0, sentencesMax)
      .map(({ theme, words: sentence }) => ({ theme, words: sentence })),
    mine,
    actions,
    counts,
    words: said.map(({ id: voiceId, theme, words: sentence, at, shown }) => ({
      id: voiceId,
      theme,
      words: sentence,
      at,
      shown,
    })),
  };
}

/** The choice opened last in an area, for everybody; null when there was none. Counts stay hidden while it is open. */
export async function readChoice(asked: Asked, areaId: string): Promise<ChoicePage | null> {
  const found = await readChoiceDesk(asked, areaId);
  if (!found) return null;
  const { counts: _counts, words: _words, ...page } = found;
  return page;
}

/** The same with every sentence and the counts as they stand. */
export async function readChoiceDesk(asked: Asked, areaId: string): Promise<ChoiceDesk | null> {
  const { id } = requireOwner(asked.doors.tree, areaId);
  const choice = await store.readLastChoice(asked.reader, id);
  return choice ? describe(asked, choice) : null;
}

/** Opens a choice among themes. Refused while another is open, or when its last day is too near or too far. */
export async function openChoice(
  tx: Tx,
  actor: Actor,
  doors: ChoiceDoors,
  input: { areaId: string; choice: NewChoice },
): Promise<string> {
  const { id: areaId } = requireOwner(doors.tree, input.areaId);
  refuseIf(rules.whyNotOpen(input.choice, tx.now));
  const last = await store.readLastChoice(tx, areaId);
  if (last && last.decidedAt === null && rules.isOpen(last, tx.now))
    refuse({
      code: 'brand.choice-running',
      status: 409,
      zh: `“${last.question}”还在选，截止以后再开新的。`,
      en: 'Another choice is open.',
    });
  const id = tx.newId();
  await store.insertChoice(tx, areaId, id, input.choice);
  audit(tx, actor, { areaId, act: 'brand.open-choice', subject: `brand-choice:${id}` });
  return id;
}

/**
 * Gives a resident's voice to a theme. One a person, under any race. Refused for people of other communities, after the last
 * day, and for a theme of another choice. Source: F03 step 2.
 */
export async function giveVoice(
  tx: Tx,
  actor: Actor,
  doors: ChoiceDoors,
  input: { areaId: string; choiceId: string; voice: Voice },
): Promise<void> {
  const { id: areaId } = requireOwner(doors.tree, input.areaId);
  const { choiceId, voice } = input;
  if (actor.homeAreaId !== areaId) refuse(rules.notResident);
  const choice = (await store.readChoiceById(tx, areaId, choiceId)) ?? refuse(rules.choiceUnknown);
  if (!rules.isOpen(choice, tx.now)) refuse(rules.choiceClosed);
  const themes = await store.readThemes(tx, areaId, choiceId);
  if (!themes.some(({ id }) => id === voice.themeId)) refuse(rules.themeUnknown);
  const given = await store.insertVoice(tx, { ...voice, areaId, id: tx.newId(), choiceId, voter: voterOf(actor) });
  if (!given) refuse(rules.voiceGiven);
  audit(tx, actor, { areaId, act: 'brand.voice', subject: `brand-choice:${choiceId}` });
}

/** Decides what came out; in a tie among those that lead, with the reason. Refused as `whyNotDecide` says. */
export async function decideChoice(
  tx: Tx,
  actor: Actor,
  doors: ChoiceDoors,
  input: { areaId: string; choiceId: string; decision: Decision },
): Promise<void> {
  const { id: areaId } = requireOwner(doors.tree, input.areaId);
  const { choiceId, decision } = input;
  const choice = (await store.takeChoice(tx, areaId, choiceId)) ?? refuse(rules.choiceUnknown);
  refuseIf(rules.whyNotDecide(choice, await store.countVoices(tx, areaId, choiceId), decision, tx.now));
  await store.markDecided(tx, areaId, choiceId, decision);
  audit(tx, actor, {
    areaId,
    act: 'brand.decide-choice',
    subject: `brand-choice:${choiceId}`,
    detail: { ...decision },
  });
}

/** Shows a sentence to everybody, or hides it again. Refused when there is none. */
export async function showWords(
  tx: Tx,
  actor: Actor,
  doors: ChoiceDoors,
  input: { areaId: string; voiceId: string; shown: boolean },
): Promise<void> {
  const { id: areaId } = requireOwner(doors.tree, input.areaId);
  if (!(await store.markShown(tx, areaId, input.voiceId, input.shown))) refuse(rules.choiceUnknown);
  audit(tx, actor, {
    areaId,
    act: 'brand.show-words',
    subject: `brand-voice:${input.voiceId}`,
    detail: { shown: input.shown },
  });
}
