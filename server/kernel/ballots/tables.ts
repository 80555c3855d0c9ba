import { boolean, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { Choice, Tally, Terms } from './contract.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

export const ballots = pgTable(
  'ballots',
  {
    areaId: uuid('area_id').notNull(),
    id: uuid('id').notNull(),
    matterId: uuid('matter_id'),
    step: text('step'),
    estateId: uuid('estate_id'),
    title: text('title').notNull(),
    question: text('question').notNull().default(''),
    choices: jsonb('choices').$type<Choice[]>().notNull(),
    electorate: text('electorate').notNull(),
    rule: text('rule').notNull(),
    ruleName: text('rule_name').notNull(),
    terms: jsonb('terms').$type<Terms>().notNull(),
    secret: boolean('secret').notNull(),
    changeable: boolean('changeable').notNull(),
    paperRule: text('paper_rule').$type<'paper' | 'first' | 'last'>().notNull(),
    pick: integer('pick').notNull(),
    proxiesMost: integer('proxies_most').notNull(),
    state: text('state').$type<'draft' | 'open' | 'closed' | 'withdrawn'>().notNull(),
    opensAt: moment('opens_at'),
    closesAt: moment('closes_at'),
    draftedBy: text('drafted_by').notNull(),
    draftedAt: moment('drafted_at').notNull(),
    openedBy: text('opened_by'),
    openedAt: moment('opened_at'),
    openingHash: text('opening_hash'),
    electors: integer('electors'),
    closedAt: moment('closed_at'),
    tally: jsonb('tally').$type<Tally>(),
    outcome: text('outcome').$type<'passed' | 'failed'>(),
    recordHash: text('record_hash'),
    withdrawnReason: text('withdrawn_reason'),
  },
  (table) => [primaryKey({ name: 'ballots_pkey', columns: [table.areaId, table.id] })],
);

export const electors = pgTable(
  'electors',
  {
    areaId: uuid('area_id').notNull(),
    ballotId: uuid('ballot_id').notNull(),
    id: uuid('id').notNull(),
    number: integer('number').notNull(),
    person: integer('person').notNull(),
    ref: text('ref').notNull(),
    label: text('label').notNull(),
    name: text('name').notNull().default(''),
    userId: text('user_id'),
    coOwners: text('co_owners').array().notNull().default([]),
    buildingId: uuid('building_id'),
    area: integer('area').notNull(),
    code: text('code').notNull(),
    excludedReason: text('excluded_reason'),
    excludedBy: text('excluded_by'),
    excludedAt: moment('excluded_at'),
  },
  (table) => [primaryKey({ name: 'electors_pkey', columns: [table.areaId, table.ballotId, table.id] })],
);

export const votes = pgTable(
  'votes',
  {
    areaId: uuid('area_id').notNull(),
    ballotId: uuid('ballot_id').notNull(),
    electorId: uuid('elector_id').notNull(),
    way: text('way').$type<'paper' | 'phone'>().notNull(),
    revision: integer('revision').notNull(),
    choices: text('choices').array().notNull(),
    receipt: text('receipt').notNull(),
    at: moment('at').notNull(),
    byId: text('by_id').notNull(),
    byProxy: boolean('by_proxy').notNull(),
  },
  (table) => [
    primaryKey({
      name: 'votes_pkey',
      columns: [table.areaId, table.ballotId, table.electorId, table.way, table.revision],
    }),
  ],
);

export const secretVotes = pgTable(
  'secret_votes',
  {
    areaId: uuid('area_id').notNull(),
    ballotId: uuid('ballot_id').notNull(),
    receipt: text('receipt').notNull(),
    choices: text('choices').array().notNull(),
  },
  (table) => [primaryKey({ name: 'secret_votes_pkey', columns: [table.areaId, table.ballotId, table.receipt] })],
);

export const participations = pgTable(
  'participations',
  {
    areaId: uuid('area_id').notNull(),
    ballotId: uuid('ballot_id').notNull(),
    electorId: uuid('elector_id').notNull(),
    way: text('way').$type<'paper' | 'phone'>().notNull(),
  },
  (table) => [primaryKey({ name: 'participations_pkey', columns: [table.areaId, table.ballotId, table.electorId] })],
);

export const ballotSlips = pgTable(
  'ballot_slips',
  {
    areaId: uuid('area_id').notNull(),
    ballotId: uuid('ballot_id').notNull(),
    receipt: text('receipt').notNull(),
    entered: boolean('entered').notNull().default(false),
  },
  (table) => [primaryKey({ name: 'ballot_slips_pkey', columns: [table.areaId, table.ballotId, table.receipt] })],
);

export const paperEntries = pgTable(
  'paper_entries',
  {
    areaId: uuid('area_id').notNull(),
    ballotId: uuid('ballot_id').notNull(),
    subject: text('subject').notNull(),
    byId: text('by_id').notNull(),
    byName: text('by_name').notNull(),
    choices: text('choices').array().notNull(),
    at: moment('at').notNull(),
  },
  (table) => [
    primaryKey({ name: 'paper_entries_pkey', columns: [table.areaId, table.ballotId, table.subject, table.byId] }),
  ],
);

export const deliveries = pgTable(
  'deliveries',
  {
    areaId: uuid('area_id').notNull(),
    id: uuid('id').notNull(),
    ballotId: uuid('ballot_id').notNull(),
    electorId: uuid('elector_id').notNull(),
    way: text('way').notNull(),
    at: moment('at').notNull(),
    byId: text('by_id').notNull(),
    byName: text('by_name').notNull(),
    note: text('note').notNull().default(''),
    proofFile: uuid('proof_file'),
  },
  (table) => [primaryKey({ name: 'deliveries_pkey', columns: [table.areaId, table.id] })],
);

export const ballotProxies = pgTable(
  'ballot_proxies',
  {
    areaId: uuid('area_id').notNull(),
    id: uuid('id').notNull(),
    ballotId: uuid('ballot_id').notNull(),
    electorId: uuid('elector_id').notNull(),
    holder: text('holder').notNull(),
    holderName: text('holder_name').notNull(),
    userId: text('user_id'),
    slot: integer('slot').notNull(),
    consentFile: uuid('consent_file').notNull(),
    enteredBy: text('entered_by').notNull(),
    at: moment('at').notNull(),
    withdrawnAt: moment('withdrawn_at'),
  },
  (table) => [primaryKey({ name: 'ballot_proxies_pkey', columns: [table.areaId, table.id] })],
);

export const ballotRecords = pgTable(
  'ballot_records',
  {
    areaId: uuid('area_id').notNull(),
    ballotId: uuid('ballot_id').notNull(),
    body: text('body').notNull(),
  },
  (table) => [primaryKey({ name: 'ballot_records_pkey', columns: [table.areaId, table.ballotId] })],
);

export type BallotRow = typeof ballots.$inferSelect;
export type ElectorRow = typeof electors.$inferSelect;
export type VoteRow = typeof votes.$inferSelect;
