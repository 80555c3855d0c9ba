import type { FastifyRequest } from 'fastify';
import type { Actor } from '#shared/actor';
import type { Reader } from '#platform/database';
import type { MattersContext } from '#modules/matters/list';
import type { HopKind, StoryHop } from '../contract.ts';

/** A hop as the module that holds its record tells it; what it leaves out is empty. */
export type HopTold = Pick<StoryHop, 'id' | 'at' | 'title' | 'line' | 'href'> &
  Partial<Omit<StoryHop, 'kind'>> & {
    /** What a vote chose, in the words of its paper. */
    won?: string[];
    /** The record it was told for, where it is another one: a correction of it. */
    of?: string;
  };

/** A record as somebody who links by hand chooses it. */
export type Found = { id: string; title: string; line: string; at: string };

/**
 * What one kind of records says to a story. Everything it answers is public: what nobody outside may see is left out, and is not
 * found either. The rows are those of one area.
 */
export type StoryDoor = {
  kind: Exclude<HopKind, 'step'>;
  /** 议题 · 投票 · 公示 */
  name: string;
  /** The hops that belong to a matter by themselves. */
  ofMatter(reader: Reader, areaId: string, matterId: string, now: Date): Promise<HopTold[]>;
  /** The hops of records that were linked by hand. */
  ofRecords(reader: Reader, areaId: string, ids: readonly string[], now: Date): Promise<HopTold[]>;
  /** The matters a record belongs to by itself. */
  mattersOf(reader: Reader, areaId: string, id: string): Promise<string[]>;
  /** Records whose title has these words, the newest first. */
  find(reader: Reader, areaId: string, words: string): Promise<Found[]>;
};

export type LinkDoors = {
  matters: MattersContext;
  /** What a story leads through besides the matter itself. */
  stories: readonly StoryDoor[];
  may(actor: Actor, capability: string, areaId: string): boolean;
  addressOf(request: FastifyRequest): string;
};

export const foundMost = 20;
