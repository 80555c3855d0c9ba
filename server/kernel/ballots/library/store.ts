import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { ShareText, type BallotRules } from '../contract.ts';
import { readShare } from '../rules.ts';

const CountedBy = z.enum(['number', 'area']);
const RuleFile = z.strictObject({
  name: z.string().min(2).max(40),
  by: z.union([CountedBy, z.array(CountedBy).min(2)]),
  takePart: ShareText.optional(),
  agree: ShareText.optional(),
  of: z.enum(['all', 'present']),
  legal: z.boolean().default(false),
  source: z.string().min(2),
});
const File = z.strictObject({
  rules: z.record(z.string(), RuleFile),
  floors: z.record(z.string(), z.string()),
  electorates: z.record(z.string(), z.string().min(2)),
});

/** Reads `ballots.yaml` of the library. Refuses to start when it does not fit, naming the first place. */
export function loadBallotRules(libraryDir: string): BallotRules {
  const read = File.safeParse(parse(readFileSync(join(libraryDir, 'ballots.yaml'), 'utf8')));
  const [issue] = read.error?.issues ?? [];
  if (!read.success) throw new Error(`ballots.yaml：${issue?.path.join('.')} 写得不对（${issue?.message}）。`);
  const { rules, floors, electorates } = read.data;
  const lost = Object.values(floors).find((id) => !rules[id]);
  if (lost) throw new Error(`ballots.yaml：floors 里的 ${lost} 没有这条规则。`);
  return {
    rules: new Map(
      Object.entries(rules).map(([id, { name, by, takePart, agree, of, legal, source }]) => [
        id,
        { id, name, legal, source, terms: { by: [by].flat(), takePart: shareOf(id, takePart), agree: shareOf(id, agree), of } },
      ]),
    ),
    floors: new Map(Object.entries(floors)),
    electorates: new Map(Object.entries(electorates)),
  };
}

function shareOf(id: string, text: string | undefined): ReturnType<typeof readShare> {
  const share = text === undefined ? null : readShare(text);
  if (text !== undefined && !share) throw new Error(`ballots.yaml：${id} 的比例 ${text} 超过了全部。`);
  return share;
}
