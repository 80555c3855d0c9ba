import { join } from 'node:path';
import { readDemo } from './read.ts';
import { planCity } from './generate.ts';
import { loadLibrary } from '../server/kernel/workflow/shelf/service.ts';
const { calendar } = loadLibrary(join(import.meta.dirname, '..', 'library'));
const city = planCity({ seed: 'liren', now: new Date('2026-11-20T06:36:00Z'), calendar, data: readDemo() });
const step = Number(process.argv[2] ?? 29),
  from = Number(process.argv[3] ?? 0);
for (const m of city.matters.filter((_, i) => i % step === from)) {
  console.log(`${m.createdAt.slice(5, 10)} ${m.case} ${m.channel[0]} [${m.place.label}] ${m.form.words}`);
  for (const a of m.acts) {
    if (a.type === 'act') {
      const f = a.form;
      for (const k of ['result', 'reply', 'headline', 'minutes', 'comment', 'request', 'lateWhy', 'note'])
        if (f[k]) console.log(`    ${k[0]}: ${f[k]}`);
      if (a.reason) console.log(`    !${a.action}: ${a.reason}`);
    } else console.log(`    (${a.type === 'office' ? a.verb : 'merge'}) ${a.reason}`);
  }
}
const gs = city.matters.filter((m) => m.community === '工盛社区' && m.expected.status === 'open');
console.log('---- open');
for (const m of gs)
  console.log(
    m.expected.step,
    m.createdAt.slice(5, 16),
    m.case,
    m.channel,
    m.reporter,
    m.place.label,
    '|',
    m.form.words,
  );
