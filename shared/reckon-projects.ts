/** What was voted on and hung out before it was paid: the notices and ballots in a bundle, and what was paid for their projects. */
import { canonical } from './canonical.ts';
import { readStatement, entriesOf, type Digest } from './reckon-books.ts';
import { parseCanonical, type Bundle, type BundleNotice, type BundleProject } from './reckon-read.ts';
import { readRecord, verifyRecord } from './recount.ts';
import { beginOfDay, dayAfter, dayOf } from './reckon-days.ts';

type Opening = { kind: string; id: string; postedAt: string; days: number; from: string; to: string; closesAt: string };
type Objection = {
  number: number;
  at: string;
  answer: string | null;
  upheld: boolean | null;
  answeredAt: string | null;
};
type Closing = {
  kind: string;
  id: string;
  openingHash: string;
  outcome: string;
  closedAt: string;
  objections: Objection[];
};

/** Whole days in Shanghai from the day after posting, to 24:00 of the last. Source: N54. */
function faultsOfDays({ postedAt, days, from, to, closesAt }: Opening): string[] {
  if (Number.isNaN(Date.parse(postedAt)) || !Number.isSafeInteger(days) || days < 1 || days > 365)
    return ['公示没有写清哪天贴出、贴几天。'];
  const first = dayAfter(dayOf(postedAt), 1);
  const last = dayAfter(first, days - 1);
  const faults = from === first && to === last ? [] : [`公示天数不对：贴 ${days} 整天应当是 ${first} 到 ${last}。`];
  if (Date.parse(closesAt) !== beginOfDay(dayAfter(last, 1))) faults.push('公示截止的时刻不是最后一天的 24:00。');
  return faults;
}

function faultsOfEnd(opening: Opening, { outcome, closedAt, objections }: Closing): string[] {
  const [posted, closes, closed] = [opening.postedAt, opening.closesAt, closedAt].map((at) => Date.parse(at)) as [
    number,
    number,
    number,
  ];
  if (!(closed >= posted) || !Array.isArray(objections)) return ['公示什么时候结束写得不对。'];
  const faults: string[] = [];
  if (objections.some(({ number }, index) => number !== index + 1)) faults.push('异议的编号有缺有重。');
  for (const { at, answeredAt } of objections) {
    if (!(Date.parse(at) >= posted && Date.parse(at) < closes)) faults.push('有一条异议不在公示期内。');
    else if (answeredAt !== null && !(Date.parse(answeredAt) >= Date.parse(at)))
      faults.push('有一条异议的答复早于异议。');
  }
  if (outcome !== 'clear')
    return outcome === 'upheld' || outcome === 'withdrawn' ? faults : [...faults, '公示的结果写得不对。'];
  if (closed < closes) faults.push('公示没有满天数就结束了。');
  if (objections.some(({ answer, upheld }) => answer === null || upheld !== false))
    faults.push('还有异议没有答复，或者异议成立，公示却算期满。');
  return faults;
}

async function faultsOfNotice(notice: BundleNotice, digest: Digest): Promise<string[]> {
  const opening = parseCanonical(notice.opening) as Opening | undefined;
  if (opening?.kind !== 'liren.publicity.opening' || opening.id !== notice.id) return ['这不是公示贴出时的记录。'];
  const faults = (await digest(notice.opening)) === notice.openingHash ? [] : ['公示和公布的校验码对不上。'];
  faults.push(...faultsOfDays(opening));
  if (notice.closing === null) return faults;
  const closing = parseCanonical(notice.closing) as Closing | undefined;
  if (closing?.kind !== 'liren.publicity.closing') return [...faults, '这不是公示结束时的记录。'];
  if ((await digest(notice.closing)) !== notice.closingHash) faults.push('公示和公布的校验码对不上。');
  if (closing.id !== opening.id || closing.openingHash !== (await digest(notice.opening)))
    faults.push('公示结束时的记录不是接着贴出时的那一份。');
  return [...faults, ...faultsOfEnd(opening, closing)];
}

/** The day on which what hung for its days may be paid: the day after the last; null while it has not ended clear. */
function freeFrom({ opening, closing }: BundleNotice): string | null {
  const end = closing === null ? undefined : (parseCanonical(closing) as Closing | undefined);
  const begin = parseCanonical(opening) as Opening | undefined;
  return end?.outcome === 'clear' && begin ? dayOf(begin.closesAt) : null;
}

type Voted = { id: string; passed: boolean; closesAt: string };

/** Notices, ballots, and that what was paid for a project was paid after both. Source: C39, N54. */
export async function faultsOfProjects(bundle: Bundle, digest: Digest): Promise<string[]> {
  const faults: string[] = [];
  for (const notice of bundle.notices) faults.push(...(await faultsOfNotice(notice, digest)));
  const voted: Voted[] = [];
  for (const { id, hash, record } of bundle.ballots) {
    const { reasons, tally } = await verifyRecord(record, hash, digest);
    faults.push(...reasons);
    if (reasons.length > 0) continue;
    const { head } = readRecord(record);
    if (head.ballot !== id) faults.push('有一份表决记录放错了地方。');
    voted.push({ id, passed: tally?.outcome === 'passed', closesAt: head.closesAt });
  }
  const days = new Map(entriesOf(bundle).map(({ seq, day }) => [seq, day]));
  for (const project of bundle.projects) faults.push(...faultsOfProject(project, bundle.notices, voted, days));
  return [...faults, ...faultsOfNames(bundle)];
}

function faultsOfProject(
  project: BundleProject,
  notices: readonly BundleNotice[],
  voted: readonly Voted[],
  days: ReadonlyMap<number, string>,
): string[] {
  const { title } = project;
  const faults: string[] = [];
  const hung = notices.filter(({ id }) => project.notices.includes(id));
  const own = voted.filter(({ id }) => project.ballots.includes(id));
  if (hung.length !== project.notices.length || own.length !== project.ballots.length)
    faults.push(`“${title}”的表决或者公示记录不全。`);
  const free = hung.flatMap((notice) => freeFrom(notice) ?? []);
  for (const seq of project.payments) {
    const paid = days.get(seq);
    if (paid === undefined) {
      faults.push(`“${title}”的付款不在账上。`);
      continue;
    }
    const agreed = own.some(({ passed, closesAt }) => passed && dayOf(closesAt) <= paid);
    if (own.length > 0 && !agreed) faults.push(`“${title}”付钱的时候，还没有一次表决通过。`);
    if (hung.length > 0 && !free.some((day) => day <= paid)) faults.push(`“${title}”在公示满天数以前就付了钱。`);
  }
  return faults;
}

/** Every line of an account that names a project is a payment of it here, and the other way round. */
function faultsOfNames(bundle: Bundle): string[] {
  const shown: Record<string, number[]> = {};
  for (const { month, statement } of bundle.disclosures)
    for (const { seq, project } of readStatement(bundle, month, statement)?.lines ?? [])
      if (project) (shown[project] ??= []).push(seq);
  const listed = Object.fromEntries(bundle.projects.map(({ code, payments }) => [code, [...payments]]));
  const sorted = (all: Record<string, number[]>): string =>
    canonical(Object.fromEntries(Object.entries(all).map(([code, seqs]) => [code, seqs.sort((a, b) => a - b)])));
  const faults = sorted(shown) === sorted(listed) ? [] : ['账单上写的项目和后面列的项目对不上。'];
  const names = [
    bundle.notices.map(({ id }) => id),
    bundle.ballots.map(({ id }) => id),
    bundle.projects.map(({ code }) => code),
  ];
  const ascends = (all: readonly string[]): boolean => all.every((one, at) => at === 0 || (all[at - 1] ?? '') < one);
  if (!names.every(ascends)) faults.push('公示、表决或者项目有重复，或者顺序不对。');
  return faults;
}
