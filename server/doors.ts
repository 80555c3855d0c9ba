import type { FastifyRequest } from 'fastify';
import { system, type Actor } from '#shared/actor';
import type { Config } from '#platform/config';
import type { Reader } from '#platform/database';
import { openMail } from '#platform/mail';
import { openOutbound } from '#platform/outbound';
import { readSetupCode } from '#platform/setup-code';
import { handOverMatters, findMatter } from '#kernel/workflow';
import type { FileRecord } from '#modules/files';
import type { CarryDoors } from './modules/ballots/carry/service.ts';
import type { AssessmentContext } from './modules/assessment/facts/service.ts';
import type { RobotDoors } from '#modules/messages';
import { electorsOf, type OrganisationDoors } from '#modules/organisations';
import { mayReadFund, type FundDoors } from '#modules/funds';
import type { DisclosureDoors } from './modules/funds/disclosures/service.ts';
import type { PublicityDoors } from '#modules/publicity';
import type { LinkDoors } from '#modules/links';
import { matterStories } from './modules/links/matters/service.ts';
import type { TeamDoors } from '#modules/teams';
import { activityStories } from './modules/activities/story/service.ts';
import { ballotStories } from './modules/ballots/story/service.ts';
import { letterStories, meetingStories, topicStories } from './modules/deliberation/story/service.ts';
import { paymentStories } from './modules/funds/story/service.ts';
import { publicityStories } from './modules/publicity/story/service.ts';
import { workStories } from './modules/teams/works/story/service.ts';
import type { DeliberationDoors } from './modules/deliberation/scope/service.ts';
import { adoptFor as adoptDutiesFor } from './modules/duties/adoption/service.ts';
import { fulfilDuty } from './modules/duties/record/service.ts';
import type { DutiesContext } from './modules/duties/scope/service.ts';
import type { ImportDoors } from './modules/imports/service.ts';
import { countAll } from './modules/matters/list/service.ts';
import { adoptFor } from './modules/matters/methods/service.ts';
import { mayReadMatter } from './modules/matters/scope/service.ts';
import type { SetupDoors } from './modules/setup/service.ts';
import type { RegistersContext } from '#modules/registers';
import type { Parts } from './opened.ts';

export function dutiesContext({ context, duties }: Parts): DutiesContext {
  return { duties, matters: context };
}

export function assessmentContext(parts: Parts): AssessmentContext {
  const { context, standards, registers, pilots, accounts, venueWords: words } = parts;
  return { tree: context.tree, standards, registers, pilots, words, matters: context, may: accounts.identity.may };
}

/** What the codes at doors are signed with. */
export function doorKey({ context }: Parts): Buffer {
  return Buffer.from(context.sealer.secret('door'), 'hex');
}

export function registersContext({ accounts, context, duties, registers }: Parts): RegistersContext {
  const { tree, sealer } = context;
  return { registers, duties, tree, sealer, may: accounts.identity.may };
}

export function robotDoors({ config, context }: Parts): RobotDoors {
  const { tree, sealer } = context;
  const mail = config.mail ? openMail(config.mail) : null;
  return { tree, sealer, mail, outbound: openOutbound({ allowed: config.robotOrigins ?? [] }) };
}

export function teamDoors({ context, accounts, teamWords }: Parts): TeamDoors {
  const { tree, sealer, directory } = context;
  return { tree, sealer, roster: directory, may: accounts.identity.may, words: teamWords };
}

export function ballotDoors(parts: Parts): CarryDoors {
  const { context, accounts, ballotRules } = parts;
  const { tree, shelf, directory } = context;
  const bodies = Object.entries(shelf.names.bodies).map(([id, { label }]) => [id, label.zh]);
  return {
    tree,
    roster: directory,
    matters: context,
    may: accounts.identity.may,
    rules: ballotRules,
    bodies: Object.fromEntries(bodies) as Record<string, string>,
    electorsOf: (reader, asked) => electorsOf(reader, organisationDoors(parts), asked),
  };
}

/** What bodies and owners are opened with; `electorsOf` takes it too. */
export function organisationDoors({ context, accounts, bodyWords }: Parts): OrganisationDoors {
  const { tree, sealer, directory } = context;
  return { tree, sealer, roster: directory, accounts, words: bodyWords, may: accounts.identity.may };
}

export function deliberationDoors(parts: Parts): Omit<DeliberationDoors, 'addressOf'> {
  return { matters: parts.context, words: parts.deliberationWords };
}

export function publicityDoors({ context, accounts }: Parts): PublicityDoors {
  const { tree, sealer, directory } = context;
  return { tree, sealer, roster: directory, may: accounts.identity.may, matters: context };
}

/** What a story leads through: each kind of records tells what everybody may know of it. */
export function linkDoors(parts: Parts): Omit<LinkDoors, 'addressOf'> {
  const { context, accounts } = parts;
  const stories = [
    ...[topicStories, meetingStories, letterStories],
    ...[ballotStories(ballotDoors(parts)), publicityStories(context)],
    ...[paymentStories(context), activityStories, workStories, matterStories(context)],
  ];
  return { matters: context, stories, may: accounts.identity.may };
}

export function fundDoors({ context, accounts, fundWords: words }: Parts): FundDoors {
  const { tree, directory, shelf } = context;
  const names = Object.fromEntries(Object.entries(shelf.names.funds).map(([word, { label }]) => [word, label.zh]));
  return { tree, roster: directory, may: accounts.identity.may, words, names, matters: context };
}

export function disclosureDoors(parts: Parts): DisclosureDoors {
  const { roles } = parts.context.shelf.names;
  return {
    ...fundDoors(parts),
    registers: registersContext(parts),
    labelOf: (role) => roles[role]?.label.zh ?? '',
    fulfil: (tx, actor, done) => fulfilDuty(tx, dutiesContext(parts), actor, done),
  };
}

export function importDoors({ context, accounts }: Parts): ImportDoors {
  const { tree, sealer } = context;
  return { tree, sealer, may: accounts.identity.may, actorOf: (id, name) => ({ ...system, id, name }) };
}

export function setupDoors(parts: Parts): SetupDoors {
  const { config, context, duties, packs } = parts;
  const { tree, directory, shelf } = context;
  return {
    tree,
    directory,
    shelf,
    duties,
    packs,
    secret: () => readSetupCode(config.dataDir),
    countMatters: countAll,
    adopt: (tx, actor, { areaId, kind, id }) =>
      kind === 'method'
        ? adoptFor(tx, context, actor, { areaId, wanted: { method: id, settings: {} } })
        : adoptDutiesFor(tx, dutiesContext(parts), actor, { areaId, wanted: { set: id, settings: {} } }),
  };
}

export function publicAddress(config: Config, request: FastifyRequest): string {
  return config.publicUrl ?? `${request.protocol}://${request.host}`;
}

/** A picture is read by whoever may read what it belongs to. */
export async function mayReadFile(parts: Parts, reader: Reader, actor: Actor, file: FileRecord): Promise<boolean> {
  if (file.subject?.startsWith('duty:')) return parts.accounts.identity.may(actor, 'duty.read', file.areaId);
  if (file.subject?.startsWith('standard:')) return parts.accounts.identity.may(actor, 'standard.read', file.areaId);
  if (file.subject?.startsWith('register:')) return parts.accounts.identity.may(actor, 'register.read', file.areaId);
  if (file.subject?.startsWith('meeting:')) return parts.accounts.identity.may(actor, 'meeting.manage', file.areaId);
  if (file.subject?.startsWith('topic:')) return parts.accounts.identity.may(actor, 'topic.moderate', file.areaId);
  if (file.subject?.startsWith('ballot:')) return parts.accounts.identity.may(actor, 'ballot.manage', file.areaId);
  if (file.subject?.startsWith('publicity:')) return parts.accounts.identity.may(actor, 'publicity.draft', file.areaId);
  if (file.subject?.startsWith('objection:')) return parts.accounts.identity.may(actor, 'publicity.check', file.areaId);
  if (file.subject?.startsWith('work:')) return parts.accounts.identity.may(actor, 'work.publish', file.areaId);
  if (file.subject?.startsWith('fund:')) return mayReadFund(reader, actor, fundDoors(parts), file);
  if (!file.subject?.startsWith('matter:')) return false;
  const found = await findMatter(reader, file.areaId, file.subject.slice('matter:'.length), actor.id);
  return found !== null && mayReadMatter(parts.context, actor, found);
}

export function moveWork(
  parts: Parts,
  tx: Parameters<typeof handOverMatters>[0],
  actor: Actor,
  input: { areaId: string; fromUserId: string; toUserId: string },
): Promise<number> {
  const nameOf = (id: string): string => parts.context.directory.person(id)?.name ?? '同事';
  return handOverMatters(tx, actor, {
    areaId: input.areaId,
    fromUserId: input.fromUserId,
    fromName: nameOf(input.fromUserId),
    to: { id: input.toUserId, name: nameOf(input.toUserId) },
  });
}
