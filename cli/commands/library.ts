import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadDuties } from '#kernel/duties/shelf';
import { loadStandards } from '#kernel/standards/shelf';
import { loadRegisters } from '#kernel/registers/shelf';
import { loadLibrary, mermaid, methodCard, missingYears, walk } from '#kernel/workflow';
import { measureSpecs } from '#modules/assessment/measures';
import type { Standard } from '#kernel-contract/standards';
import { root } from '../build.mjs';
import { cardHtml, cardMarkdown, type Paper } from '../library/card-paper.ts';
import { chainsOf, flowsOf, readFlows } from '../library/walk/chain.ts';

const walksDefault = 200;
const walksMax = 100_000;

const usage = `用法：
  npm run liren -- library check                      检查工作法库
  npm run liren -- library diagram <id>               画出一个工作法（mermaid 文本）
  npm run liren -- library simulate [id] [--walks n]  随机走 n 遍（默认 ${walksDefault} 遍）
  npm run liren -- library print <id> [--html] [--to 文件] [--site 网址]
                                                      一页纸的明白卡：文字，或能打印的网页；给了网址带二维码
  npm run liren -- library walk <Fnn>                 照原文的流程，用真的接口把每个结局走一遍，步骤对着看`;

type Loaded = ReturnType<typeof loadLibrary>;

const aheadDays = 60;

/** Years that limits running now may reach and for which no days off have been published here. */
function warnOfYears({ calendar }: Loaded, now: Date): void {
  const ahead = new Date(now.getTime() + aheadDays * 86_400_000);
  for (const year of missingYears(calendar, now.toISOString(), ahead.toISOString())) {
    console.log(
      `! 没有 ${year} 年的放假安排，那一年只按周末算工作日。公布后请补上 library/calendars/cn-${year}.yaml。`,
    );
  }
}

function check(loaded: Loaded, folder: string): number {
  const { originals } = loaded;
  const duties = loadDuties(folder);
  const standards = loadStandards(folder, measureSpecs);
  const registers = loadRegisters(folder);
  const problems = [...loaded.problems, ...duties.problems, ...standards.problems, ...registers.problems];
  for (const { severity, file, line, zh, en } of problems) {
    console.log(`${severity === 'error' ? '✗' : '!'} library/${file}:${line}  ${zh}\n    ${en}`);
  }
  warnOfYears(loaded, new Date());
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  const names = originals.map(({ method }) => method.name.zh).join('、');
  const sets = duties.originals.map(({ set }) => set.name.zh).join('、');
  if (problems.length === 0) {
    console.log(`✓ ${originals.length} 个工作法都没有问题：${names}。`);
    if (sets) console.log(`✓ ${duties.originals.length} 组定期任务都没有问题：${sets}。`);
    for (const { standard } of standards.originals) console.log(`✓ 标准没有问题：${standardName(standard)}。`);
    const kept = registers.originals.map(({ register }) => register.name.zh).join('、');
    if (kept) console.log(`✓ ${registers.originals.length} 本台账都没有问题：${kept}。`);
  } else console.log(`共 ${problems.length} 处，其中 ${errors} 处不改就不能启动。`);
  return errors > 0 ? 1 : 0;
}

function standardName({ name, groups }: Standard): string {
  const items = groups.flatMap((group) => group.items);
  const measured = items.filter(({ measure }) => measure !== null).length;
  return `${name.zh}，${groups.length} 项 ${items.length} 条，${measured} 条由系统算`;
}

function unknown({ originals }: Loaded, id: string | undefined): number {
  const ids = originals.map(({ method }) => `  ${method.id}  ${method.name.zh}`).join('\n');
  console.error(`${id ? `没有“${id}”这个工作法。` : '请说明是哪个工作法。'}现有：\n${ids}`);
  return 2;
}

function draw(library: Loaded, id: string | undefined): number {
  const found = library.originals.find(({ method }) => method.id === id);
  if (!found) return unknown(library, id);
  console.log(mermaid(found.method));
  return 0;
}

/** The value behind an option: `--to card.html`. */
function optionIn(args: string[], name: string): string | undefined {
  const at = args.indexOf(name);
  return at < 0 ? undefined : args[at + 1];
}

function print(library: Loaded, [id, ...args]: string[]): number {
  const found = library.originals.find(({ method }) => method.id === id);
  if (!found) return unknown(library, id);
  const site = optionIn(args, '--site')?.replace(/\/$/, '');
  if (site !== undefined && !URL.canParse(site)) {
    console.error('--site 要写完整的网址，像 https://shequ.example.cn。');
    return 2;
  }
  const address = site === undefined ? null : `${site}/w/library/${found.method.id}`;
  const paper: Paper = { method: found.method, card: methodCard(found.method), address };
  const text = args.includes('--html') ? cardHtml(paper) : cardMarkdown(paper);
  const to = optionIn(args, '--to');
  if (to === undefined) console.log(text);
  else {
    writeFileSync(to, text);
    console.log(`✓ ${found.method.name.zh}的明白卡写在 ${to}。`);
  }
  return 0;
}

/** Walks the methods and registers that cite a flow through the real API, on a database of its own that is gone afterwards. */
async function walkFlow(library: Loaded, flow: string | undefined, folder: string): Promise<number> {
  const flows = readFlows(readFileSync(join(folder, 'sources/flows.yaml'), 'utf8'));
  const [{ registerFlows, registersOf, ...walks }, { walkRegister }] = await Promise.all([
    import('../library/walk/walk.ts'),
    import('../library/walk/register.ts'),
  ]);
  const byMethods = library.originals.flatMap(({ method }) => flowsOf(method.source));
  const cited = [...new Set([...byMethods, ...registerFlows(folder)])].sort();
  if (flow === undefined || !cited.includes(flow)) {
    console.error(`请写一个工作法或台账引用的流程。现有：${cited.join(' ')}`);
    return 2;
  }
  const [{ openScratch }, { openWalkWorld }] = await Promise.all([
    import('../../scripts/scratch.ts'),
    import('../library/walk/world.ts'),
  ]);
  const scratch = await openScratch();
  let whole = true;
  try {
    const world = await openWalkWorld(scratch.url, folder, walks.walkStart(library.calendar.years));
    for (const { method, chains } of walks.methodsOf(flow, library, flows)) {
      const walked = await walks.walkMethod(world, method, chains);
      console.log(walks.walkText(walked));
      whole &&= walks.isWhole(walked);
    }
    for (const register of registersOf(flow, folder)) {
      const walked = await walkRegister(world, register, chainsOf(register.source, flow, flows));
      console.log(walks.walkText(walked));
      whole &&= walks.isWhole(walked);
    }
    await world.stop();
  } finally {
    await scratch.stop();
  }
  console.log(whole ? '✓ 每个结局都走到了，原文的步骤一步不少。' : '✗ 有走不到的结局，或者少了原文的步骤。');
  return whole ? 0 : 1;
}

function walksIn(args: string[]): number | null {
  const at = args.indexOf('--walks');
  const walks = at < 0 ? walksDefault : Number(args[at + 1]);
  return Number.isInteger(walks) && walks >= 1 && walks <= walksMax ? walks : null;
}

const statusNames: Record<string, string> = {
  done: '办结',
  refused: '不予办理',
  withdrawn: '撤回',
  merged: '并案',
  moved: '转出',
  open: '还在办',
};

function simulate(library: Loaded, args: string[]): number {
  const [id] = args.filter((arg, at) => !arg.startsWith('--') && args[at - 1] !== '--walks');
  const walks = walksIn(args);
  if (walks === null) {
    console.error(`--walks 要写 1 到 ${walksMax} 的整数。`);
    return 2;
  }
  const chosen = library.originals.filter(({ method }) => id === undefined || method.id === id);
  if (chosen.length === 0) return unknown(library, id);
  const from = `${Math.min(...[...library.calendar.years].map(Number))}-01-06T01:00:00.000Z`;
  let broken = 0;
  for (const { method } of chosen) {
    const endings = new Map<string, number>();
    for (let seed = 1; seed <= walks; seed++) {
      const done = walk(method, library.calendar, { seed, from });
      endings.set(done.state.status, (endings.get(done.state.status) ?? 0) + 1);
      if (done.broken.length === 0) continue;
      broken++;
      console.log(`✗ ${method.name.zh} 第 ${seed} 遍：${done.broken.join('；')}\n    ${done.moves.join(' | ')}`);
    }
    const counts = [...endings].map(([status, count]) => `${statusNames[status] ?? status} ${count}`).join('，');
    console.log(`${method.name.zh}：走了 ${walks} 遍，${counts}。`);
  }
  console.log(broken === 0 ? '✓ 主线没有跳步，时限都算数，没有走不下去的。' : `✗ 有 ${broken} 遍不对。`);
  return broken === 0 ? 0 : 1;
}

const tasks = ['check', 'diagram', 'simulate', 'print', 'walk'];

/** Checks, draws, plays or prints the library files in plain sentences. Answers with the exit code: 0 well, 1 wrong, 2 misused. */
export async function library(args: string[], folder: string = join(root, 'library')): Promise<number> {
  const [task, ...rest] = args;
  if (!tasks.includes(task ?? '')) {
    console.error(usage);
    return 2;
  }
  const loaded = loadLibrary(folder);
  if (task === 'check') return check(loaded, folder);
  if (loaded.problems.some((problem) => problem.severity === 'error')) return check(loaded, folder);
  if (task === 'print') return print(loaded, rest);
  if (task === 'walk') return walkFlow(loaded, rest[0], folder);
  return task === 'diagram' ? draw(loaded, rest[0]) : simulate(loaded, rest);
}

export async function run(args: string[]): Promise<void> {
  process.exitCode = await library(args);
}
