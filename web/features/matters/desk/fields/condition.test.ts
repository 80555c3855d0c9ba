import { expect, test } from 'vitest';
import { isAsked } from './condition.ts';

test('a field without a condition is always asked', () => {
  expect(isAsked(undefined, {})).toBe(true);
});

test('a yes-or-no field asks for what depends on it, and only then', () => {
  expect(isAsked('publish', {})).toBe(false);
  expect(isAsked('publish', { publish: false })).toBe(false);
  expect(isAsked('publish', { publish: true })).toBe(true);
  expect(isAsked('publish and open', { publish: true })).toBe(false);
  expect(isAsked('publish and open', { publish: true, open: true })).toBe(true);
  expect(isAsked('publish or open', { open: true })).toBe(true);
  expect(isAsked('not publish', {})).toBe(true);
});

test('a choice is compared by its word, several choices by containing it', () => {
  expect(isAsked('sort = 其他', { sort: '其他' })).toBe(true);
  expect(isAsked('sort = 其他', { sort: '突发事件' })).toBe(false);
  expect(isAsked('sort != 其他', { sort: '突发事件' })).toBe(true);
  expect(isAsked('called = 110', { called: ['110', '120'] })).toBe(true);
});

test('numbers are compared on both sides of the bound', () => {
  expect(isAsked('count >= 3', { count: 3 })).toBe(true);
  expect(isAsked('count >= 3', { count: 2 })).toBe(false);
  expect(isAsked('(count > 3 or publish) and open', { publish: true, open: true })).toBe(true);
});

test('what cannot be read here is asked, and the server decides', () => {
  expect(isAsked('sum(rows.amount) > 3', { publish: true })).toBe(true);
});
