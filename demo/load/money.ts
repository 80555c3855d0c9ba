import type { FundPlan, StoryEntry } from '../funds.ts';
import { putSetting, readOldMessages, readSettings } from '../store.ts';
import { demoId } from './areas.ts';
import { fundActs } from './funds.ts';
import { officeOf, type Act, type Money } from './office.ts';
import { storyActs } from './stories.ts';

const marker = 'demo.money';
const newMs = 5 * 24 * 3_600_000;

/**
 * The public money of a community goes in as people would enter it, each act in its turn and at its own time, through the same doors:
 * what would be refused does not load. Started again in the middle, it goes on with the act that is missing.
 */
export async function loadMoney(
  money: Money,
  plans: readonly FundPlan[],
  stories: readonly StoryEntry[],
): Promise<void> {
  const { reader, now, inTurn } = money;
  const acts = [
    ...plans.flatMap((plan) => fundActs(money, plan)),
    ...stories.flatMap((story) => {
      const fund = plans.find(({ estate }) => estate === story.estate);
      return fund ? storyActs(money, fund, story) : [];
    }),
  ]
    .filter(({ at }) => Date.parse(at) < now.getTime())
    .toSorted((one, other) => one.at.localeCompare(other.at));
  const [kept] = await readSettings<number>(reader, marker);
  for (let done = kept?.value ?? 0; done < acts.length; done++) {
    const act = acts[done] as Act;
    await inTurn(act.at, async (tx) => {
      await act.run(tx);
      await putSetting(tx, marker, done + 1);
    });
  }
  // Who acts on what she is told has read it: only what came in the last days is new.
  const offices = plans.map(({ estate }) => Object.values(officeOf(money, estate)).map(({ id }) => id));
  const told = { areaId: demoId(money.one.community.code), userIds: [...new Set(offices.flat())] };
  await inTurn(now.toISOString(), (tx) => readOldMessages(tx, told, new Date(now.getTime() - newMs)));
}
