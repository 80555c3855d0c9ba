import type { Actor } from '#shared/actor';
import type { Tx } from '#platform/database';
import { readAccount } from '../../server/modules/funds/disclosures/page/service.ts';
import { answerQuestion, ask, decideQuestion, listForDesk } from '../../server/modules/funds/questions/service.ts';
import type { FundPlan } from '../funds.ts';
import { demoId } from './areas.ts';
import { actorOf, officeOf, type Act, type Money } from './office.ts';

type Found = { areaId: string; fundId: string };

const dayMs = 24 * 3_600_000;

/** What neighbours ask about lines of a published month: looked at by the community a day later, answered two days later. */
export function questionActs(money: Money, plan: FundPlan, find: (tx: Tx) => Promise<Found>): Act[] {
  const { funds: doors } = money;
  const { committee, worker } = officeOf(money, plan.estate);
  return (plan.questions ?? []).flatMap(({ line, ago, by, words, answer }): Act[] => {
    const { month, publishedAt } = plan.months.at(-ago) ?? {};
    if (!month || !publishedAt) return [];
    const after = (days: number): string => new Date(Date.parse(publishedAt) + days * dayMs).toISOString();
    const put = async (tx: Tx): Promise<void> => {
      const { areaId, fundId } = await find(tx);
      const query = { month, page: 1 };
      const { shown } = await readAccount(tx, doors, { areaId, fundId, query, address: '', now: tx.now });
      const seq = shown?.lines.find(({ kindName }) => kindName === line)?.seq;
      if (!seq) throw new Error(`no line of ${line} in ${month} to ask about`);
      await ask(tx, askerOf(money, by), doors, { areaId, fundId, question: { month, seq, words } });
    };
    const which = async (tx: Tx) => {
      const found = await find(tx);
      const { items } = await listForDesk(tx, worker, doors, found);
      return { ...found, questionId: items.find((one) => one.words === words)?.id ?? '' };
    };
    const show = async (tx: Tx): Promise<void> =>
      decideQuestion(tx, worker, doors, { ...(await which(tx)), decision: { decision: 'show' } });
    if (!answer) return [{ at: after(1), run: put }];
    return [
      { at: after(1), run: put },
      { at: after(2), run: show },
      { at: after(3), run: async (tx) => answerQuestion(tx, committee, doors, { ...(await which(tx)), answer }) },
    ];
  });
}

function askerOf(money: Money, username: string): Actor {
  const { one, known } = money;
  const person = one.residents.find((each) => each.username === username);
  if (!person) throw new Error(`nobody is called ${username}`);
  const actor = actorOf(money, person, 'resident', demoId(one.community.code));
  return { ...actor, personId: known.persons.get(person.key) ?? null };
}
