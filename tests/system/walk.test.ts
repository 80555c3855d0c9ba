import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { loadLibrary } from '#kernel/workflow';
import { testDatabase } from '#tests/database';
import { root } from '../../cli/build.mjs';
import { chainsOf, flowsOf, pairSteps, readFlows } from '../../cli/library/walk/chain.ts';
import { walkRegister } from '../../cli/library/walk/register.ts';
import {
  isWhole,
  methodsOf,
  registerFlows,
  registersOf,
  walkMethod,
  walkStart,
  walkText,
} from '../../cli/library/walk/walk.ts';
import { openWalkWorld } from '../../cli/library/walk/world.ts';

const folder = join(root, 'library');
const library = loadLibrary(folder);
const flows = readFlows(readFileSync(join(folder, 'sources/flows.yaml'), 'utf8'));
const cited = [...new Set(library.originals.flatMap(({ method }) => flowsOf(method.source)))].sort();
const { url } = await testDatabase();
const world = await openWalkWorld(url, folder, walkStart(library.calendar.years));
afterAll(() => world.stop());

describe('every flow the library cites, driven through the API to every end', () => {
  test.each(cited)('%s: every end is reached, and every step the source states is there in its order', async (flow) => {
    for (const { method, chains } of methodsOf(flow, library, flows)) {
      expect(chains.length).toBeGreaterThan(0);
      const walked = await walkMethod(world, method, chains);
      expect(
        walked.driven.map(({ stopped }) => stopped),
        walkText(walked),
      ).toEqual(walked.driven.map(() => null));
      expect(walked.unreached).toEqual([]);
      expect(isWhole(walked), walkText(walked)).toBe(true);
      const isStated = chains.some(({ steps }) => steps.some(({ basis }) => basis === 'stated'));
      expect(walkText(walked)).toContain(isStated ? '原文' : '整理时补');
    }
  });

  test('F58: its two chains are walked by the method that cites each, and none is left over', () => {
    const both = methodsOf('F58', library, flows);
    expect(both.map(({ method, chains }) => [method.id, chains.map(({ chain }) => chain)])).toEqual([
      ['art-team', [2]],
      ['neighbours-festival', [1]],
    ]);
    expect(chainsOf('E4 · F58', 'F58', flows).map(({ chain }) => chain)).toEqual([1, 2]);
    expect(chainsOf('E4 · F58/2', 'F33', flows)).toEqual([]);
  });

  test.each(registerFlows(folder))(
    '%s: a record reaches every state of its register, and every step the source states is there in its order',
    async (flow) => {
      for (const register of registersOf(flow, folder)) {
        const chains = chainsOf(register.source, flow, flows);
        expect(chains.length).toBeGreaterThan(0);
        const walked = await walkRegister(world, register, chains);
        expect(isWhole(walked), walkText(walked)).toBe(true);
        expect(walked.driven.length).toBe(register.states.length - 1);
      }
    },
  );

  test('a step the source states and the method lacks is told, and so is another order', () => {
    const [chain] = flows.filter(({ flow }) => flow === 'F33');
    if (!chain) throw new Error('F33 is not in flows.yaml');
    expect(pairSteps(chain, ['发现', '上报', '交办', '办理', '反馈', '归档']).missing).toEqual(['评价']);
    expect(pairSteps(chain, ['上报', '发现', '交办', '办理', '反馈', '评价', '归档']).outOfOrder).toEqual(['上报']);
    expect(
      pairSteps(
        chain,
        chain.steps.map(({ step }) => step),
      ),
    ).toMatchObject({ missing: [], outOfOrder: [] });
  });
});
