import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadLibrary, methodCard } from '#kernel/workflow';
import { launchChromium } from '#tests/chromium';
import { root } from '../build.mjs';
import { cardHtml, cardMarkdown, type Paper } from './card-paper.ts';

const papers: [string, Paper][] = loadLibrary(join(root, 'library')).originals.map(({ method }) => [
  method.id,
  { method, card: methodCard(method), address: `https://shequ.example.cn/w/library/${method.id}` },
]);

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launchChromium();
  page = await browser.newPage();
});
afterAll(() => browser?.close());

test.each(papers)('the card of %s is one page of A4 when printed', async (_id, paper) => {
  await page.setContent(cardHtml(paper), { waitUntil: 'load' });
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBe(1);
  const [, wide, high] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? [];
  expect([wide, high].map((points) => Math.round(Number(points)))).toEqual([842, 595]);
});

test.each(papers)('the text and the page of %s say the same sentences', (_id, paper) => {
  const [text, page] = [cardMarkdown(paper), cardHtml(paper)];
  const { rows, published, objections, reads } = paper.card;
  const said = [...published, ...objections, reads, ...rows.filter((row) => row.main).flatMap((row) => [row.label.zh, row.who])];
  for (const sentence of said) {
    expect(text).toContain(sentence);
    expect(page).toContain(sentence.replaceAll('&', '&amp;').replaceAll('<', '&lt;'));
  }
  expect(page).toContain('class="qr"');
});

test('what a file says cannot become part of the page', () => {
  const [, paper] = papers[0] as [string, Paper];
  const card = { ...paper.card, objections: ['<script>alert(1)</script>'] };
  expect(cardHtml({ ...paper, card })).not.toContain('<script>');
});
