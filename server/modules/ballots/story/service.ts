import { limitName } from '#shared/time';
import * as kernel from '#kernel/ballots';
import { foundMost, type HopTold, type StoryDoor } from '#modules/links/scope';
import { ballotStateNames } from '../contract.ts';
import { electorateName } from '../rules.ts';
import type { BallotDoors } from '../service.ts';
import * as rules from './rules.ts';

const isPublic = ({ state }: kernel.BallotRow): boolean => state === 'open' || state === 'closed';

/** It closes at 24:00 of its last day: that day it is told under. */
const momentOf = ({ closedAt, openedAt, draftedAt }: kernel.BallotRow): string =>
  closedAt ? new Date(Date.parse(closedAt) - 1).toISOString() : (openedAt ?? draftedAt);

/** Ballots in stories: their figures only, and nothing before they opened. */
export function ballotStories(doors: Pick<BallotDoors, 'rules' | 'bodies'>): StoryDoor {
  const hopOf = (row: kernel.BallotRow, now: Date): HopTold => {
    const electorate = electorateName(row.electorate, doors);
    const unit = /户/.test(electorate) ? '户' : '人';
    const closes = row.closesAt ? limitName(row.closesAt, now) : '';
    return {
      ...{ id: row.id, step: row.step, at: momentOf(row) },
      title: rules.hopTitle(row),
      line: `${row.step === null ? `“${row.title}”，` : ''}${rules.hopLine(row, { electorate, unit, closes })}`,
      ...{ href: `/v/${row.areaId}/${row.id}`, proof: row.tally ? '看结果，自己数一遍' : '去看怎么投' },
      won: rules.winnersOf(row),
      agreed: rules.agreedIn(row, unit),
      ...{ turning: row.outcome === 'passed', coming: row.tally === null },
    };
  };
  return {
    kind: 'vote',
    name: '表决',
    ofMatter: async (reader, areaId, matterId, now) =>
      (await kernel.readOfMatter(reader, areaId, matterId)).filter(isPublic).map((row) => hopOf(row, now)),
    ofRecords: async (reader, areaId, ids, now) => {
      const rows = await Promise.all(ids.map((id) => kernel.readBallot(reader, areaId, id)));
      return rows.flatMap((row) => (row && isPublic(row) ? [hopOf(row, now)] : []));
    },
    mattersOf: async (reader, areaId, id) => {
      const row = await kernel.readBallot(reader, areaId, id);
      return row?.matterId ? [row.matterId] : [];
    },
    find: async (reader, areaId, words) => {
      const rows = await kernel.findBallots(reader, areaId, words, foundMost);
      return rows.map(({ id, title, state, draftedAt: at }) => ({ id, title, line: ballotStateNames[state], at }));
    },
  };
}
